using LrGen.Generator.Tests.Harness;
using LrGen.Reference;

namespace LrGen.Generator.Tests;

/// <summary>Values known at run time: where they come from, what is checked, and that the curve is the same.</summary>
public sealed class RunTimeValueTests
{
    [Theory]
    [InlineData("Warmup, CosineDecay(0.1)", "int warmupSteps, int cosineDecaySteps", new object[] { 10, 100 }, new[] { "warmupSteps", "cosineDecaySteps" })]
    [InlineData("CosineDecay", "double rate, double steps, double floor", new object[] { 0.1, 100.5, 0.01 }, new[] { "rate", "steps", "floor" })]
    [InlineData("CosineDecay(AfterEnd = AfterEnd.Oscillate)", "float rate, long steps", new object[] { 0.25f, 33L }, new[] { "rate", "steps" })]
    [InlineData("LinearDecay(AfterEnd = AfterEnd.Repeat)", "double @from, double to, uint steps", new object[] { 0.1, 0.3, 12u }, new[] { "from", "to", "steps" })]
    [InlineData("StepDecay(0.1, factor: 0.5)", "int every", new object[] { 7 }, new[] { "every" })]
    [InlineData("StepDecay(0.1, factor: 0.5)", "double every, double floor", new object[] { 2.5, 0.01 }, new[] { "every", "floor" })]
    [InlineData("ExponentialDecay(0.1)", "double factor, double every, long begin, double steps", new object[] { 0.9, 4.5, 3L, 60.0 }, new[] { "factor", "every", "begin", "steps" })]
    [InlineData("PolynomialDecay(0.1)", "short steps, double power", new object[] { (short)50, 0.9 }, new[] { "steps", "power" })]
    [InlineData("Warmup(10), Constant", "double rate", new object[] { 0.3 }, new[] { "rate" })]
    [InlineData("Warmup(Shape = WarmupShape.Exponential, FirstStep = FirstStep.OneStepIn), Constant(0.2)", "double steps, double @from", new object[] { 8.5, 0.01 }, new[] { "warmupSteps", "from" })]
    [InlineData("Warmup(Shape = WarmupShape.Logarithmic), Constant(0.2)", "double warmupSteps", new object[] { 9.0 }, new[] { "warmupSteps" })]
    [InlineData("Warmup(Shape = WarmupShape.OneMinusSqrt, FirstStep = FirstStep.OneStepIn), Constant(0.2)", "double warmupSteps", new object[] { 9.5 }, new[] { "warmupSteps" })]
    [InlineData("Warmup(Shape = WarmupShape.Cosine, Join = Join.Overlap), LinearDecay(0.2, 0.1, 30)", "int warmupSteps", new object[] { 12 }, new[] { "warmupSteps" })]
    [InlineData("Warmup(Join = Join.Multiply), CosineDecay(0.2)", "int warmupSteps, int cosineDecaySteps", new object[] { 12, 40 }, new[] { "warmupSteps", "cosineDecaySteps" })]
    [InlineData("Warmup(20, Join = Join.OverlapToFirst), ExponentialDecay(0.2, 0.9)", "double fromRatio", new object[] { 0.125 }, new[] { "fromRatio" })]
    [InlineData("Constant(0.1), LinearDecay(0.1, 0, 10)", "int constantSteps", new object[] { 5 }, new[] { "constantSteps" })]
    [InlineData("OneCycle(0.1)", "long steps", new object[] { 100L }, new[] { "steps" })]
    [InlineData("OneCycle(RiseShare = 0.25, ThreePhase = true, Interpolation = Interpolation.Linear)", "double peak, int steps", new object[] { 0.3, 77 }, new[] { "peak", "steps" })]
    [InlineData("FlatCosine(0.1)", "long steps, double floor", new object[] { 80L, 0.01 }, new[] { "steps", "floor" })]
    [InlineData("WarmupStableDecay", "double rate, int warmupSteps, int stableSteps, int decaySteps", new object[] { 0.1, 5, 20, 30 }, new[] { "rate", "warmupSteps", "stableSteps", "decaySteps" })]
    [InlineData("WarmupStableDecay(0.1, 5, 20, Cooldown = CooldownShape.OneMinusSqrt)", "int decaySteps, double floor", new object[] { 30, 0.01 }, new[] { "decaySteps", "floor" })]
    [InlineData("WarmupStableDecay(0.1, 5, 20, Cooldown = CooldownShape.Exponential)", "int decaySteps, double floor", new object[] { 30, 0.01 }, new[] { "decaySteps", "floor" })]
    [InlineData("TriStage(0.1)", "int warmupSteps, int holdSteps, int decaySteps", new object[] { 5, 20, 30 }, new[] { "warmupSteps", "holdSteps", "decaySteps" })]
    [InlineData("SlantedTriangular(0.1)", "long steps", new object[] { 105L }, new[] { "steps" })]
    [InlineData("RexDecay(0.1)", "long steps, double floor", new object[] { 105L, 0.01 }, new[] { "steps", "floor" })]
    [InlineData("RangeTest", "double @from, double to, long steps", new object[] { 1e-5, 1.0, 100L }, new[] { "from", "to", "steps" })]
    [InlineData("Noam", "int modelSize, long warmupSteps", new object[] { 512, 50L }, new[] { "modelSize", "warmupSteps" })]
    [InlineData("InverseSquareRoot", "double rate, long timescale", new object[] { 0.1, 50L }, new[] { "rate", "timescale" })]
    [InlineData("InverseTimeDecay", "double rate, double decayRate, long every", new object[] { 0.1, 0.5, 50L }, new[] { "rate", "decayRate", "every" })]
    [InlineData("InverseTimeDecay(0.1, Staircase = true)", "double decayRate, long every, double floor", new object[] { 0.5, 50L, 0.001 }, new[] { "decayRate", "every", "floor" })]
    [InlineData("PowerDecay(0.1)", "double power, long timescale", new object[] { 0.75, 50L }, new[] { "power", "timescale" })]
    [InlineData("PowerDecay(0.1, power: 0.75)", "long timescale", new object[] { 50L }, new[] { "timescale" })]
    [InlineData("MilestoneDecay(0.1, 0.5, 10, 20)", "double floor", new object[] { 0.03 }, new[] { "floor" })]
    [InlineData("Cyclic", "double low, double high, long stepsUp, int stepsDown", new object[] { 0.1, 0.5, 12L, 7 }, new[] { "low", "high", "stepsUp", "stepsDown" })]
    [InlineData("Cyclic(0.1, 0.5, Wave = CycleWave.Sine)", "long stepsUp, int stepsDown", new object[] { 12L, 7 }, new[] { "stepsUp", "stepsDown" })]
    [InlineData("Cyclic(0.1, 0.5, Wave = CycleWave.Cosine, Amplitude = CycleAmplitude.Halving)", "long stepsUp", new object[] { 12L }, new[] { "stepsUp" })]
    [InlineData("Noam(512, 40)", "int holdSteps, long steps", new object[] { 12, 300L }, new[] { "holdSteps", "steps" })]
    [InlineData("Cyclic(0.1, 0.5, Amplitude = CycleAmplitude.Halving)", "long stepsUp", new object[] { 12L }, new[] { "stepsUp" })]
    [InlineData("CosineDecay(0.1)", "long steps, double exponent", new object[] { 100L, 1.7 }, new[] { "steps", "exponent" })]
    [InlineData("CosineDecay(0.1, 100, Exponent = 2)", "double floor", new object[] { 0.01 }, new[] { "floor" })]
    [InlineData("CosineDecay(0.1)", "long steps, double timePower, double floor", new object[] { 100L, 1.7, 0.01 }, new[] { "steps", "timePower", "floor" })]
    [InlineData("CosineDecay(HalfWaves = 2.5)", "double rate, long steps, double floor", new object[] { 0.1, 99L, 0.01 }, new[] { "rate", "steps", "floor" })]
    [InlineData("CosineDecay(0.1, HalfWaves = 2, AfterEnd = AfterEnd.Oscillate)", "long steps", new object[] { 99L }, new[] { "steps" })]
    [InlineData("PolynomialDecay(0.1)", "long steps, double power, double timePower", new object[] { 100L, 2.0, 0.6 }, new[] { "steps", "power", "timePower" })]
    [InlineData("PolynomialDecay(0.1, Cycling = true)", "double steps, double power, double floor", new object[] { 12.5, 0.9, 0.01 }, new[] { "steps", "power", "floor" })]
    [InlineData("TanhDecay(0.1)", "long steps, double floor", new object[] { 100L, 0.01 }, new[] { "steps", "floor" })]
    [InlineData("Warmup, TanhDecay(0.1, 100)", "long warmupSteps", new object[] { 10L }, new[] { "warmupSteps" })]
    [InlineData("SigmoidDecay", "double rate, long midpoint, double steepness", new object[] { 0.1, 70L, 0.1 }, new[] { "rate", "midpoint", "steepness" })]
    [InlineData("NaturalExponentialDecay(0.1)", "double decayRate, int every, double floor", new object[] { 0.3, 7, 1e-3 }, new[] { "decayRate", "every", "floor" })]
    [InlineData("Warmup, NaturalExponentialDecay(0.1, 0.1)", "long warmupSteps", new object[] { 10L }, new[] { "warmupSteps" })]
    [InlineData("SwaAnneal", "double rate, double swaRate, int steps", new object[] { 0.1, 0.05, 20 }, new[] { "rate", "swaRate", "steps" })]
    [InlineData("SwaAnneal(0.1, Interpolation = Interpolation.Linear)", "double swaRate", new object[] { 0.2 }, new[] { "swaRate" })]
    [InlineData("LinearCosineDecay(Periods = 1.75, Alpha = 0.2)", "double rate, long steps, double floor", new object[] { 0.1, 80L, 0.01 }, new[] { "rate", "steps", "floor" })]
    [InlineData("EdenDecay", "double rate, double batches", new object[] { 0.1, 50.0 }, new[] { "rate", "batches" })]
    [InlineData("EdenDecay(0.1)", "long batches, double epochs, int stepsPerEpoch, double power", new object[] { 50L, 3.5, 9, 0.3 }, new[] { "batches", "epochs", "stepsPerEpoch", "power" })]
    [InlineData("Warmup(FromRatio = 0.5, Join = Join.Multiply), EdenDecay(0.1, Epochs = 3.5)", "int warmupSteps, long batches, int stepsPerEpoch", new object[] { 20, 50L, 9 }, new[] { "warmupSteps", "batches", "stepsPerEpoch" })]
    [InlineData("WarmupStableDecay(0.1, 5, 20, Cooldown = CooldownShape.Halving)", "int decaySteps, double floor", new object[] { 30, 0.01 }, new[] { "decaySteps", "floor" })]
    [InlineData("WarmupStableDecay(0.1, 5, 20, Cooldown = CooldownShape.OneMinusSquare)", "int decaySteps, double floor", new object[] { 30, 0.01 }, new[] { "decaySteps", "floor" })]
    [InlineData("CosineRestarts(0.1)", "long steps", new object[] { 12L }, new[] { "steps" })]
    [InlineData("CosineRestarts(Amplitude = 0.5)", "double rate, long steps", new object[] { 0.1, 12L }, new[] { "rate", "steps" })]
    [InlineData("CosineRestarts(0.1, Amplitude = 0.9)", "long steps, double floor", new object[] { 12L, 0.03 }, new[] { "steps", "floor" })]
    [InlineData("Warmup, CosineRestarts(0.1, 10, Amplitude = 0.9)", "int warmupSteps", new object[] { 7 }, new[] { "warmupSteps" })]
    [InlineData("CosineRestarts(0.1, LengthFactor = 2, Amplitude = 0.5)", "long steps, double floor", new object[] { 12L, 0.04 }, new[] { "steps", "floor" })]
    [InlineData("CosineRestarts(0.1, LengthFactor = 1.1)", "long steps", new object[] { 10L }, new[] { "steps" })]
    [InlineData("CosineRestarts(LengthFactor = 1.2, Amplitude = 0.9)", "double rate, long steps, double floor", new object[] { 0.1, 15L, 0.01 }, new[] { "rate", "steps", "floor" })]
    [InlineData("CosineRestarts(LengthFactor = 2, Amplitude = 0.5, Cycles = 3)", "double rate, double steps, double floor", new object[] { 0.1, 8.0, 0.01 }, new[] { "rate", "steps", "floor" })]
    public void A_method_with_run_time_values_is_the_same_curve(string attributes, string parameters, object[] values, string[] names)
    {
        var assembly = Generated.From($"public static partial class C {{ [{attributes}] public static partial double M(long step, {parameters}); }}").Load();
        var method = assembly.GetType("C")!.GetMethod("M")!;
        var given = names.Zip(values, (n, v) => KeyValuePair.Create(n, Convert.ToDouble(v))).ToDictionary();
        var reference = new ReferenceSchedule([.. method.GetCustomAttributes(false).OfType<Attribute>().Where(a => a.GetType().Namespace == "LrGen")], given);
        foreach (long step in LongRun.Some(reference.InterestingSteps().Concat(Enumerable.Range(0, 150).Select(t => (long)t)).Where(t => Math.Abs((double)t) < 1e15), 4))
        {
            double rate = (double)method.Invoke(null, [step, .. values])!;
            Assert.True(reference.At(step).UlpsFrom(rate) < 16 || Math.Abs(rate - reference.At(step).RoundToDouble()) < 1e-16,
                $"step {step}: {rate:R} for {reference.At(step).RoundToDouble():R}");
        }
    }

    [Theory]
    [InlineData("readonly partial record struct S(long WarmupSteps, double Rate, long CosineDecaySteps);")]
    [InlineData("readonly partial struct S(long warmupSteps, double rate, long cosineDecaySteps);")]
    [InlineData("partial struct S { public long WarmupSteps; public double Rate { get; set; } internal long _cosineDecaySteps; public S(long w, double r, long n) { WarmupSteps = w; Rate = r; _cosineDecaySteps = n; } }")]
    public void A_struct_takes_values_from_parameters_properties_and_fields(string declaration)
    {
        var assembly = Generated.From($"[Warmup, CosineDecay] public {declaration}").Load();
        var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S")!, 10L, 0.5, 100L)!;
        Assert.Equal((0.0, 0.25, 0.5, 0.25, 0.0), (schedule.At(0), schedule.At(5), schedule.At(10), schedule.At(60), schedule.At(110)));
        Assert.Equal((110.0, 0.0, 0.5, 0.0), (schedule.Length, schedule.First, schedule.Peak, schedule.Last));
        var rates = new double[120];
        schedule.Fill(rates, -2);
        Assert.Equal(Enumerable.Range(-2, 120).Select(t => schedule.At(t)), rates);
    }

    [Theory]
    [InlineData("CosineDecay(0.1)", "long steps", -1L, "steps")]
    [InlineData("CosineDecay(0.1)", "double steps", -1.0, "steps")]
    [InlineData("CosineDecay(0.1)", "double steps", double.NaN, "steps")]
    [InlineData("CosineDecay(0.1)", "double steps", double.PositiveInfinity, "steps")]
    [InlineData("CosineDecay(steps: 10)", "double rate", 0.0, "rate")]
    [InlineData("CosineDecay(steps: 10)", "double rate", double.NaN, "rate")]
    [InlineData("CosineDecay(steps: 10)", "float rate", -1f, "rate")]
    [InlineData("CosineDecay(0.1, 10)", "double floor", 0.2, "floor")]
    [InlineData("CosineDecay(0.1, 10)", "double floor", -0.2, "floor")]
    [InlineData("StepDecay(0.1, 10)", "double factor", 0.0, "factor")]
    [InlineData("PolynomialDecay(0.1, 10)", "double power", 0.0, "power")]
    [InlineData("CosineDecay(0.1, End = End.LastStep)", "int steps", 1, "steps")]
    [InlineData("Warmup(10, Shape = WarmupShape.Exponential), Constant(0.1)", "double from", 0.0, "from")]
    [InlineData("OneCycle(0.1)", "int steps", 3, "steps")]
    [InlineData("SlantedTriangular(0.1)", "int steps", 9, "steps")]
    [InlineData("WarmupStableDecay(0.1, 1, 1, 9, Cooldown = CooldownShape.Exponential)", "double floor", 0.0, "floor")]
    [InlineData("MilestoneDecay(0.1, milestones: new[] { 3.0 })", "double factor", 0.0, "factor")]
    [InlineData("InverseTimeDecay(0.1)", "double decayRate", -1.0, "decayRate")]
    [InlineData("CosineDecay(0.1, 10)", "double exponent", 0.0, "exponent")]
    [InlineData("PolynomialDecay(0.1, 10)", "double timePower", double.NaN, "timePower")]
    [InlineData("SigmoidDecay(0.1, 10)", "double steepness", 0.0, "steepness")]
    [InlineData("SwaAnneal(0.1)", "double swaRate", 0.0, "swaRate")]
    [InlineData("EdenDecay(0.1, 10, StepsPerEpoch = 5)", "int epochs", 0, "epochs")]
    public void A_broken_value_is_refused_by_name(string attributes, string parameter, object value, string name)
    {
        var assembly = Generated.From($"public static partial class C {{ [{attributes}] public static partial double M(long step, {parameter.Replace("from", "@from")}); }}").Load();
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => assembly.GetType("C")!.GetMethod("M")!.Invoke(null, [3L, value]));
        var exception = Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException);
        Assert.Equal(name, exception.ParamName);
        Assert.Equal(value, exception.ActualValue);
    }

    [Theory]
    [InlineData("Cyclic(0.01, stepsUp: 8, Amplitude = CycleAmplitude.Exponential, Factor = 0.8)", "double High", 0.5)]
    [InlineData("Cyclic(0.01, 0.5, Amplitude = CycleAmplitude.Exponential, Factor = 0.99)", "int StepsUp", 8)]
    [InlineData("Cyclic(0.01, 0.5, 8, Amplitude = CycleAmplitude.Halving)", "int StepsDown", 3)]
    [InlineData("Cyclic(0.01, 0.5, Wave = CycleWave.Sine)", "int StepsUp", 8)]
    public void The_peak_of_cycles_is_a_rate_that_they_have(string attributes, string parameter, object value)
    {
        var assembly = Generated.From($"[{attributes}] public readonly partial record struct S({parameter});").Load();
        var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S")!, value)!;
        Assert.Equal(Enumerable.Range(0, 100).Max(t => schedule.At(t)), schedule.Peak, 1e-15);
    }

    [Fact]
    public void A_struct_with_broken_values_refuses_every_member()
    {
        var assembly = Generated.From("[CosineDecay(0.1)] public readonly partial record struct S(long Steps);").Load();
        var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S")!, -1L)!;
        Action[] members = [() => schedule.At(1), () => schedule.Fill(new double[1], 1), () => _ = schedule.Length, () => _ = schedule.Peak, () => _ = schedule.First, () => _ = schedule.Last];
        foreach (var member in members)
            Assert.Equal("Steps", Assert.Throws<ArgumentOutOfRangeException>(member).ParamName);
    }
}
