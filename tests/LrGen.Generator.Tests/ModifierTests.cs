using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>Groups, layers, noise, quantities, mirrors and formulas of one's own.</summary>
public sealed class ModifierTests
{
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(1, 2.0)]
    [InlineData(2, 0.1)]
    public void A_group_has_its_own_multiplier(int group, double scale)
    {
        var type = Load("""
            public static partial class C
            {
                [CosineDecay(0.1, 100)] public static partial double All(long step);
                [GroupScale(1, 2, 0.1), CosineDecay(0.1, 100)] public static partial double One(long step, int group);
                [GroupScale(1, 2, 0.1), CosineDecay] public static partial double Late(long step, byte group, double rate, long steps);
            }
            """);
        for (long step = -1; step < 120; step++)
        {
            double expected = Call<double>(type, "All", step) * scale;
            Assert.Equal(expected, Call<double>(type, "One", step, group));
            Assert.Equal(expected, Call<double>(type, "Late", step, (byte)group, 0.1, 100L), 1e-15);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_group_that_does_not_exist_is_refused_by_name(int group)
    {
        var type = Load("public static partial class C { [GroupScale(1, 2, 0.1), Constant(0.1)] public static partial double M(long step, int group); }");
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => Call<double>(type, "M", 1L, group));
        var exception = Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException);
        Assert.Equal(("group", (object)group), (exception.ParamName, exception.ActualValue));
        Assert.Contains("from 0 to 2", exception.Message);
    }

    [Fact]
    public void Layers_decay_towards_the_input()
    {
        var type = Load("public static partial class C { [LayerDecay(0.75, layers: 12), Warmup(5), Constant(1)] public static partial float M(long step, int layer); }");
        for (int layer = 0; layer < 12; layer++)
            Assert.Equal((float)Math.Pow(0.75, 11 - layer), Call<float>(type, "M", 9L, layer));
    }

    [Fact]
    public void A_struct_knows_its_group()
    {
        var assembly = Generated.From("[GroupScale(1, 0.5), Warmup(2), LinearDecay(1, 0, 8)] public readonly partial record struct S(int Group);").Load();
        var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S")!, 1)!;
        Assert.Equal((0.0, 0.25, 0.5, 0.0, 10.0), (schedule.First, schedule.At(1), schedule.Peak, schedule.Last, schedule.Length));
        var rates = new double[20];
        schedule.Fill(rates, -2);
        Assert.Equal(Enumerable.Range(-2, 20).Select(t => schedule.At(t)), rates);
    }

    [Theory]
    [InlineData("Noise(0.2, Seed = 7)", 0.2, false, 7, 0, long.MaxValue)]
    [InlineData("Noise(0.2, Seed = -7, Begin = 10, Steps = 30)", 0.2, false, -7, 10, 40)]
    [InlineData("Noise(0.1, Kind = NoiseKind.Normal)", 0.1, true, 0, 0, long.MaxValue)]
    public void Noise_is_a_hash_of_seed_and_step(string noise, double amount, bool isNormal, long seed, long begin, long end)
    {
        var type = Load($$"""
            public static partial class C
            {
                [CosineDecay(0.1, 100)] public static partial double Clean(long step);
                [{{noise}}, CosineDecay(0.1, 100)] public static partial double Noisy(long step);
                [{{noise}}, CosineDecay(0.1, 100)] public readonly partial struct S { }
                [{{noise}}, CosineDecay(0.1, 100)] public static partial double Small(sbyte step);
                [{{noise}}, CosineDecay(0.1, 100)] public static partial double Unsigned(ulong step);
            }
            """);
        var schedule = (ISchedule)Activator.CreateInstance(type.GetNestedType("S")!)!;
        foreach (long step in Enumerable.Range(-3, 300).Select(t => (long)t).Append(1L << 60))
        {
            double factor = Math.Max(step, 0) >= begin && step < end ? 1 + amount * Draw(seed, Math.Max(step, 0), isNormal) : 1;
            double noisy = Call<double>(type, "Noisy", step);
            Assert.Equal(Call<double>(type, "Clean", step) * factor, noisy, 1e-15);
            Assert.Equal(noisy, schedule.At(step));
            if (step is >= 0 and < 128)
                Assert.Equal((noisy, noisy), (Call<double>(type, "Small", (sbyte)step), Call<double>(type, "Unsigned", (ulong)step)));
        }

        Assert.Equal((0.1, 0.1, 0.0), (schedule.First, schedule.Peak, schedule.Last));
    }

    [Theory]
    [InlineData(false, 0.3333, 1.0)]
    [InlineData(true, 1.0, 4.0)]
    public void Draws_have_the_distribution_that_the_attribute_says(bool isNormal, double variance, double largest)
    {
        string kind = isNormal ? "Normal" : "Uniform";
        var type = Load($"public static partial class C {{ [Noise(0.25, Kind = NoiseKind.{kind}), Constant(1)] public static partial double M(long step); }}");
        var rate = type.GetMethod("M")!.CreateDelegate<Func<long, double>>();
        var draws = Enumerable.Range(0, 40_000).Select(t => (rate(t) - 1) / 0.25).ToList();
        Assert.InRange(draws.Average(), -0.02, 0.02);
        Assert.InRange(draws.Average(d => d * d), variance * 0.97, variance * 1.03);
        Assert.InRange(draws.Max(d => Math.Abs(d)), largest * 0.8, largest);
        // One after the other they have nothing to do with each other.
        Assert.InRange(draws.Zip(draws.Skip(1), (a, b) => a * b).Average(), -0.02, 0.02);
    }

    [Fact]
    public void A_struct_schedules_several_quantities()
    {
        var assembly = Generated.From("""
            [OneCycle(0.1, steps: 100)]
            [Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
            [Constant(1e-4, Quantity = Quantity.WeightDecay, Steps = 50), LinearDecay(1e-4, to: 0, steps: 50, Quantity = Quantity.WeightDecay)]
            public readonly partial struct S;
            public static partial class C
            {
                [OneCycle(0.1, steps: 100)] public static partial double Rate(long step);
                [Mirror(nameof(Rate), 0.85, 0.95, Quantity = Quantity.Momentum)] public static partial double Momentum(long step);
            }
            """).Load();
        var schedule = (IHyperparameterSchedule)Activator.CreateInstance(assembly.GetType("S")!)!;
        Assert.Equal(
            [true, true, false, false, true, false, false, false, false],
            Enum.GetValues<Quantity>().Select(schedule.Schedules));
        for (long step = -1; step < 120; step++)
        {
            Assert.Equal(schedule.At(step), schedule.At(Quantity.LearningRate, step));
            Assert.Equal(Call<double>(assembly.GetType("C")!, "Rate", step), schedule.At(step));
            Assert.Equal(Call<double>(assembly.GetType("C")!, "Momentum", step), schedule.At(Quantity.Momentum, step));
            Assert.Equal(step < 50 ? 1e-4 : Math.Max(0, (100 - step) * 1e-4 / 50), schedule.At(Quantity.WeightDecay, step), 1e-18);
        }

        Assert.Equal("quantity", Assert.Throws<ArgumentOutOfRangeException>(() => schedule.At(Quantity.Beta1, 3)).ParamName);
    }

    [Theory]
    // PyTorch's momentum for OneCycleLR(max_lr=1, total_steps=10), series G103 and G105.
    [InlineData("OneCycle(1, steps: 10)", new[] { 0.95, 0.8999999999999999, 0.85, 0.854951556604879 })]
    [InlineData("OneCycle(1, steps: 10, ThreePhase = true)", new[] { 0.95, 0.8999999999999999, 0.85, 0.8999999999999999, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95 })]
    [InlineData("Cyclic(0.1, 1, 2, StepsDown = 4)", new[] { 0.95, 0.9, 0.85, 0.875, 0.9, 0.925, 0.95 })]
    [InlineData("Cyclic(0.1, 1, 2, Amplitude = CycleAmplitude.Halving)", new[] { 0.95, 0.9, 0.85, 0.9, 0.95, 0.925, 0.9, 0.925, 0.95 })]
    [InlineData("CosineDecay(1, 4)", new[] { 0.85, 0.8646446609406726, 0.9, 0.9353553390593274, 0.95, 0.95 })]
    [InlineData("Constant(0.1)", new[] { 0.95, 0.95 })]
    public void A_mirror_is_low_where_the_schedule_is_high(string schedule, double[] expected)
    {
        var type = Load($"public static partial class C {{ [{schedule}] public static partial double R(long step); [Mirror(nameof(R))] public static partial double M(long step); }}");
        Assert.All(expected.Select((value, step) => (value, step)), e => Assert.Equal(e.value, Call<double>(type, "M", (long)e.step), 1e-12));
    }

    [Fact]
    public void A_formula_of_ones_own_is_called_with_the_position_or_the_step()
    {
        var type = Load("""
            public static partial class C
            {
                static double Wave(double position) => 1 + position / 10;
                static float Levels(int step) => step / 4;
                [Delay(0.5), Function(nameof(Wave), Rate = 0.5, Steps = 8)] public static partial double Smooth(long step);
                [Constant(0.1, Steps = 2), Function(nameof(Levels))] public static partial double Stepped(int step);
                [Function(nameof(Wave))] public static partial double Scaled(long step, double rate);
                [Product("Smooth", "Stepped")] public static partial double Both(long step);
            }
            """);
        for (int step = 0; step < 12; step++)
        {
            double smooth = 0.5 * (1 + Math.Min(Math.Max(step - 0.5, 0), 8) / 10), stepped = step < 2 ? 0.1 : (step - 2) / 4;
            Assert.Equal(smooth, Call<double>(type, "Smooth", (long)step), 1e-15);
            Assert.Equal(stepped, Call<double>(type, "Stepped", step));
            Assert.Equal(smooth * stepped, Call<double>(type, "Both", (long)step), 1e-15);
            Assert.Equal(3 * (1 + step / 10.0), Call<double>(type, "Scaled", (long)step, 3.0), 1e-15);
        }
    }

    [Fact]
    public void Values_of_run_time_reach_the_declarations_inside()
    {
        var type = Load("""
            public static partial class C
            {
                [Warmup, CosineDecay(0.1)] public static partial double Inner(long step, long warmupSteps, long cosineDecaySteps);
                [Constant(0.5, Steps = 3), Use(nameof(Inner))] public static partial double Outer(long step, int warmupSteps, double cosineDecaySteps);
                [Scale, Max(nameof(Inner), nameof(Low))] public static partial double Higher(long step, long warmupSteps, long cosineDecaySteps, double factor);
                [Constant(0.02)] public static partial double Low(long step);
            }
            """);
        for (long step = 0; step < 40; step++)
        {
            double inner = Call<double>(type, "Inner", step, 4L, 20L);
            Assert.Equal(step < 3 ? 0.5 : Call<double>(type, "Inner", step - 3, 4L, 20L), Call<double>(type, "Outer", step, 4, 20.0), 1e-16);
            Assert.Equal(Math.Max(inner, 0.02) * 2, Call<double>(type, "Higher", step, 4L, 20L, 2.0), 1e-16);
        }
    }

    private static double Draw(long seed, long step, bool isNormal)
    {
        // SplitMix64 as published: the state moves by the increment, and each state is mixed.
        ulong bits = Mixed(unchecked((ulong)step * 0x9E3779B97F4A7C15 + Mixed(unchecked((ulong)seed + 0x9E3779B97F4A7C15))));
        if (!isNormal)
            return (bits >> 11) / (double)(1L << 53) * 2 - 1;
        double rest = (Mixed(unchecked(bits + 0x9E3779B97F4A7C15)) >> 11) / (double)(1L << 53);
        return Math.Clamp((System.Numerics.BitOperations.PopCount(bits) - 32 + rest - 0.5) / Math.Sqrt(16 + 1 / 12.0), -4, 4);

        static ulong Mixed(ulong z)
        {
            z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
            z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
            return z ^ (z >> 31);
        }
    }

    private static Type Load(string source) => Generated.From(source).Load().GetType("C")!;

    private static T Call<T>(Type type, string method, params object[] arguments) => (T)type.GetMethod(method)!.Invoke(null, arguments)!;
}
