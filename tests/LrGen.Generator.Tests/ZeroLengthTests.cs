using CsCheck;
using LrGen.Generator.Tests.Harness;
using LrGen.Reference;

namespace LrGen.Generator.Tests;

/// <summary>Lengths of 0 that come at run time: the phase is skipped.</summary>
public sealed class ZeroLengthTests
{
    [Theory]
    [InlineData("Warmup, CosineDecay(0.5)", "int warmupSteps, int cosineDecaySteps", new object[] { 0, 100 }, new[] { 0.5, 0.25, 0 }, new long[] { 0, 50, 100 })]
    [InlineData("Warmup(From = 0.1), LinearDecay(0.5, 0)", "double warmupSteps, double linearDecaySteps", new object[] { 0.0, 10.0 }, new[] { 0.5, 0.25, 0 }, new long[] { -3, 5, 10 })]
    // A warm-up that takes the whole training goes up to the rate.
    [InlineData("Warmup, LinearDecay(0.5, 0.1), Training", "long warmupSteps, long trainingSteps", new object[] { 10L, 10L }, new[] { 0, 0.25, 0.1 }, new long[] { 0, 5, 10 })]
    [InlineData("Warmup, CosineDecay(0.5)", "int warmupSteps, int cosineDecaySteps", new object[] { 10, 0 }, new[] { 0, 0.25, 0, 0 }, new long[] { 0, 5, 10, 11 })]
    [InlineData("Warmup(Shape = WarmupShape.Logarithmic), Constant(0.5)", "int steps", new object[] { 0 }, new[] { 0.5, 0.5 }, new long[] { 0, 1 })]
    [InlineData("Warmup(Shape = WarmupShape.Exponential, FromRatio = 0.1, FirstStep = FirstStep.OneStepIn), Constant(0.5)", "int warmupSteps", new object[] { 0 }, new[] { 0.5, 0.5 }, new long[] { 0, 1 })]
    [InlineData("Warmup(End = End.LastStep), Constant(0.5)", "int warmupSteps", new object[] { 0 }, new[] { 0.5, 0.5 }, new long[] { 0, 1 })]
    [InlineData("Warmup(Join = Join.Multiply), LinearDecay(0.5, 0, 10)", "int warmupSteps", new object[] { 0 }, new[] { 0.5, 0.25 }, new long[] { 0, 5 })]
    [InlineData("Warmup(Join = Join.Overlap), LinearDecay(0.5, 0.1)", "int warmupSteps, int linearDecaySteps", new object[] { 10, 0 }, new[] { 0, 0.05, 0.1 }, new long[] { 0, 5, 10 })]
    [InlineData("Warmup, Constant(0.5), Training", "double warmupFraction, long trainingSteps", new object[] { 0.0, 100L }, new[] { 0.5 }, new long[] { 0 })]
    [InlineData("Warmup(Unit = Unit.Epochs), Constant(0.5), Training", "int warmupSteps, int trainingStepsPerEpoch", new object[] { 0, 100 }, new[] { 0.5 }, new long[] { 0 })]
    [InlineData("Warmup, Constant(0.1), LinearDecay(0.5, 0)", "int warmupSteps, int constantSteps, int linearDecaySteps", new object[] { 10, 0, 10 }, new[] { 0, 0.25, 0.5, 0.25 }, new long[] { 0, 5, 10, 15 })]
    [InlineData("WarmupStableDecay(0.5)", "int warmupSteps, int stableSteps, int decaySteps", new object[] { 0, 4, 4 }, new[] { 0.5, 0.5, 0.25, 0 }, new long[] { 0, 4, 6, 8 })]
    [InlineData("WarmupStableDecay(0.5)", "int warmupSteps, int stableSteps, int decaySteps", new object[] { 4, 0, 4 }, new[] { 0, 0.25, 0.5, 0.25, 0 }, new long[] { 0, 2, 4, 6, 8 })]
    [InlineData("WarmupStableDecay(0.5, Floor = 0.1)", "int warmupSteps, int stableSteps, int decaySteps", new object[] { 4, 4, 0 }, new[] { 0, 0.5, 0.5, 0.1 }, new long[] { 0, 4, 7, 8 })]
    [InlineData("WarmupStableDecay(0.5, Floor = 0.1)", "int warmupSteps, int stableSteps, int decaySteps", new object[] { 0, 0, 0 }, new[] { 0.1, 0.1 }, new long[] { 0, 8 })]
    [InlineData("TriStage(0.5)", "int warmupSteps, int holdSteps, int decaySteps", new object[] { 0, 0, 0 }, new[] { 0.005 }, new long[] { 0 })]
    [InlineData("LinearDecay(0.5, 0.25, 10), Cooldown", "int cooldownSteps", new object[] { 0 }, new[] { 0.5, 0.375, 0 }, new long[] { 0, 5, 10 })]
    [InlineData("LinearDecay(0.5, 0.25), Cooldown", "int cooldownSteps, int linearDecaySteps", new object[] { 4, 8 }, new[] { 0.5, 0.375, 0.1875, 0 }, new long[] { 0, 4, 6, 8 })]
    [InlineData("OneCycle(0.5, InitialDivisor = 5, FinalDivisor = 2)", "int steps", new object[] { 0 }, new[] { 0.05, 0.05 }, new long[] { 0, 9 })]
    [InlineData("SlantedTriangular(0.5, Ratio = 5)", "int steps", new object[] { 0 }, new[] { 0.1, 0.1 }, new long[] { 0, 9 })]
    [InlineData("CosineDecay(0.5, Floor = 0.1, End = End.LastStep, AfterEnd = AfterEnd.Oscillate)", "int steps", new object[] { 0 }, new[] { 0.1, 0.1 }, new long[] { 0, 9 })]
    [InlineData("CosineDecay(0.5, Floor = 0.1, AfterEnd = AfterEnd.Repeat)", "int steps", new object[] { 0 }, new[] { 0.1, 0.1 }, new long[] { 0, 9 })]
    [InlineData("CosineRestarts(0.5, Floor = 0.1, Cycles = 3, LengthFactor = 2)", "int steps", new object[] { 0 }, new[] { 0.1, 0.1 }, new long[] { 0, 9 })]
    [InlineData("LinearDecay(0.5, 0.1), Repeat", "int steps", new object[] { 0 }, new[] { 0.1, 0.1 }, new long[] { 0, 9 })]
    [InlineData("ExponentialDecay(0.5, 0.5), Constant(0.25)", "int exponentialDecaySteps", new object[] { 0 }, new[] { 0.25, 0.25 }, new long[] { 0, 9 })]
    [InlineData("Constant(0.5), LinearCosineDecay(0.5, Floor = 0.25, Beta = 0)", "int constantSteps, int linearCosineDecaySteps", new object[] { 5, 0 }, new[] { 0.5, 0.25 }, new long[] { 0, 5 })]
    [InlineData("Constant(0.5), LinearCosineDecay(0.5, Alpha = 0.5, Beta = 0.25, Periods = 1)", "int constantSteps, int linearCosineDecaySteps", new object[] { 5, 0 }, new[] { 0.5, 0.375 }, new long[] { 0, 5 })]
    [InlineData("Constant(0.5), CosineDecay(0.5, HalfWaves = 1.5, Floor = 0.25)", "int constantSteps, int cosineDecaySteps", new object[] { 5, 0 }, new[] { 0.5, 0.375 }, new long[] { 0, 5 })]
    [InlineData("Warmup(FromRatio = 0.5, Join = Join.Multiply), LinearDecay(0.5, 0.25), Delay", "int warmupSteps, int linearDecaySteps, int delaySteps", new object[] { 10, 0, 5 }, new[] { 0.25, 0.125, 0.25 }, new long[] { -1, 5, 15 })]
    public void The_phase_is_skipped(string attributes, string parameters, object[] values, double[] expected, long[] steps)
    {
        var assembly = Generated.From($$"""
            public static partial class C { [{{attributes}}] public static partial double M(long step, {{parameters}}); }
            [{{attributes}}] public readonly partial struct S({{parameters}});
            """).Load();
        var method = assembly.GetType("C")!.GetMethod("M")!;
        var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S")!, values)!;
        for (int i = 0; i < steps.Length; i++)
        {
            Assert.Equal(expected[i], (double)method.Invoke(null, [steps[i], .. values])!, 1e-15);
            Assert.Equal(expected[i], schedule.At(steps[i]), 1e-15);
        }

        AssertFacts(schedule);
    }

    [Theory]
    [InlineData("Warmup, CosineDecay(0.5, 100)", "double warmupSteps")]
    [InlineData("WarmupStableDecay(0.5, 10, 10)", "double decaySteps")]
    [InlineData("LinearDecay(0.5, 0.25, 10), Cooldown", "double cooldownSteps")]
    [InlineData("CosineDecay(0.5, End = End.LastStep)", "double steps")]
    [InlineData("Warmup(Shape = WarmupShape.Logarithmic), Constant(0.5)", "double warmupSteps")]
    [InlineData("OneCycle(0.5)", "double steps")]
    [InlineData("Warmup, Constant(0.5), Training(Steps = 100)", "double warmupFraction")]
    public void Below_0_and_no_number_are_refused(string attributes, string parameter)
    {
        var method = Generated.From($"public static partial class C {{ [{attributes}] public static partial double M(long step, {parameter}); }}").Load().GetType("C")!.GetMethod("M")!;
        Assert.True(double.IsFinite((double)method.Invoke(null, [3L, 0.0])!));
        foreach (double wrong in new[] { -1e-9, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => method.Invoke(null, [3L, wrong]));
            Assert.Equal(parameter.Split(' ')[1], Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException).ParamName);
        }
    }

    /// <summary>What others are measured by has no meaning at 0.</summary>
    [Theory]
    [InlineData("StepDecay(0.1, factor: 0.5)", "int every")]
    [InlineData("ExponentialDecay(0.1, 0.5)", "int every")]
    [InlineData("CosineRestarts(0.1)", "int steps")]
    [InlineData("Cyclic(0.1, 0.5)", "int stepsUp")]
    [InlineData("Noam(512)", "int warmupSteps")]
    [InlineData("InverseSquareRoot(0.1)", "int timescale")]
    [InlineData("Warmup(10, Unit = Unit.Epochs), Constant(0.5), Training", "int trainingStepsPerEpoch")]
    public void A_period_of_0_is_refused(string attributes, string parameter)
    {
        var method = Generated.From($"public static partial class C {{ [{attributes}] public static partial double M(long step, {parameter}); }}").Load().GetType("C")!.GetMethod("M")!;
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => method.Invoke(null, [3L, 0]));
        Assert.Equal(parameter.Split(' ')[1], Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException).ParamName);
    }

    private static readonly string[] s_phases =
    [
        "Constant(0.3)", "LinearDecay(0.1, 0.4)", "LinearDecay(0.4, 0.1, End = End.LastStep)", "CosineDecay(0.2, Floor = 0.01)", "PolynomialDecay(0.2, power: 0.9, Floor = 0.02)",
        "TanhDecay(0.5, Floor = 0.01)", "RexDecay(0.4, End = End.LastStep, Floor = 0.001)", "FlatCosine(0.3, Floor = 0.03)", "OneCycle(0.3)", "OneCycle(0.3, ThreePhase = true)",
        "SlantedTriangular(0.2)", "RangeTest(0.01, 0.3)", "SwaAnneal(0.1, 0.3)", "LinearCosineDecay(0.3, Floor = 0.01)", "CosineDecay(0.3, HalfWaves = 3, Floor = 0.1)",
        "CosineRestarts(0.3, Cycles = 3, Floor = 0.03)", "ExponentialDecay(0.3, 0.9, 4)", "StepDecay(0.3, 3, 0.5)", "EdenDecay(0.3, 30)", "CosineDecay(0.3, TimePower = 1.5, Floor = 0.1)",
        "WarmupStableDecay(0.4, Floor = 0.1)", "TriStage(0.4)", "WarmupStableDecay(0.4, Cooldown = CooldownShape.OneMinusSqrt, Floor = 0.01)", "InverseTimeDecay(0.3, 0.5, 7)",
    ];

    private static readonly Gen<string> s_warmup = Gen.Select(
        RandomScheduleTests.OneOf("Linear", "Exponential", "Logarithmic", "Cosine", "OneMinusSqrt"),
        RandomScheduleTests.OneOf("", ", FirstStep = FirstStep.OneStepIn", ", FirstStep = FirstStep.BetweenEnds", ", End = End.LastStep"),
        RandomScheduleTests.OneOf("After", "After", "OverlapToFirst", "Multiply"),
        (shape, first, join) => $"Warmup(Shape = WarmupShape.{shape}, FromRatio = 0.1, Join = Join.{join}{first})");

    private static readonly Gen<(string[] Attributes, int[][] Values)> s_drawn = Gen.Select(
        Gen.OneOf(Gen.Const(""), s_warmup), RandomScheduleTests.OneOf(s_phases).Array[1, 3], RandomScheduleTests.OneOf("", "", "Delay", "Cooldown"),
        Gen.Frequency((3, Gen.Const(0)), (4, Gen.Int[12, 40])).Array[12].Array[8], (warmup, phases, modifier, values) =>
        {
            var attributes = phases.DistinctBy(Name).ToList();
            bool mayCool = modifier != "Cooldown" || attributes.Count == 1 && warmup.Length == 0 && attributes[0] is var only && only.Split('(')[0] is "Constant" or "LinearDecay" or "CosineDecay" && !only.Contains("HalfWaves");
            return ((string[])[.. warmup.Length == 0 ? [] : new[] { warmup }, .. attributes, .. modifier.Length > 0 && mayCool ? new[] { modifier } : []], values);
        });

    /// <summary>Twelve declarations a batch with eight sets of lengths each, of which every second or third is 0.</summary>
    [Fact]
    public void Random_lengths_of_0_mean_what_the_reference_says() => s_drawn.Array[LongRun.Size(full: 12, quick: 6)].Sample(
        batch =>
        {
            var structs = batch.Select((d, i) => $"[{string.Join(", ", d.Attributes)}] public readonly partial struct S{i}({string.Join(", ", Names(d.Attributes).Select(n => "int " + n))});");
            var assembly = Generated.From(string.Join("\n", structs)).Load();
            for (int i = 0; i < batch.Length; i++)
            {
                var type = assembly.GetType("S" + i)!;
                var names = Names(batch[i].Attributes);
                foreach (int[] lengths in batch[i].Values)
                {
                    // A cooldown lies in its schedule.
                    if (names[^1] == "cooldownSteps" && lengths[names.Count - 1] > lengths[0])
                        lengths[names.Count - 1] = lengths[0];
                    var given = names.Zip(lengths, (n, v) => KeyValuePair.Create(n, (double)v)).ToDictionary();
                    var schedule = (ISchedule)Activator.CreateInstance(type, [.. lengths.Take(names.Count).Cast<object>()])!;
                    var reference = new ReferenceSchedule([.. type.GetCustomAttributes(false).OfType<Attribute>().Where(a => a.GetType().Namespace == "LrGen")], given);
                    if (IsRampTowardZero(batch[i].Attributes, schedule))
                        continue;
                    for (long step = -1; step < 150; step++)
                    {
                        double rate = schedule.At(step);
                        // At the bottom of a wave a few units in the last place of its top, 0.4 at most; where a share of a length ends a phase between
                        // two steps, one unit of a step below 128 (1.4e-14) on a slope of up to 0.4 in six steps.
                        Assert.True(reference.At(step).UlpsFrom(rate) < 24 || Math.Abs(rate - reference.At(step).RoundToDouble()) < 1e-15,
                            $"{string.Join(", ", batch[i].Attributes)} with {string.Join(", ", given)}, step {step}: {rate:R} for {reference.At(step).RoundToDouble():R}");
                    }

                    AssertFacts(schedule);
                }
            }
        },
        iter: RandomScheduleTests.s_batches, threads: 1);

    /// <summary>
    /// Whether the phases that are left begin at 0, which a warm-up of equal ratios never reaches: as lengths of a declaration they are an
    /// error, and at run time an exception.
    /// </summary>
    private static bool IsRampTowardZero(string[] attributes, ISchedule schedule)
    {
        try
        {
            schedule.At(0);
            return false;
        }
        catch (ArgumentOutOfRangeException e) when (e.Message.StartsWith("[Warmup] 'From'", StringComparison.Ordinal))
        {
            Assert.Contains("WarmupShape.Exponential", attributes[0], StringComparison.Ordinal);
            return true;
        }
    }

    private static void AssertFacts(ISchedule schedule)
    {
        var rates = new double[200];
        schedule.Fill(rates, 0);
        Assert.Equal(Enumerable.Range(0, rates.Length).Select(t => schedule.At(t)), rates);
        Assert.Equal(schedule.At(0), schedule.First);
        Assert.True(schedule.Length >= 0);
        Assert.True(rates.Max() <= schedule.Peak * (1 + 1e-15), $"{rates.Max():R} is above {schedule.Peak:R}");
        if (!double.IsInfinity(schedule.Length))
            Assert.Equal(schedule.At((long)Math.Ceiling(schedule.Length)), schedule.Last, 1e-15);
    }

    private static string Name(string attribute) => attribute.Split('(')[0];

    /// <summary>The parameters that give the lengths.</summary>
    private static List<string> Names(string[] attributes) => [.. attributes.SelectMany(a => Name(a) switch
    {
        "WarmupStableDecay" => ["warmupStableDecayWarmupSteps", "stableSteps", "warmupStableDecayDecaySteps"],
        "TriStage" => ["triStageWarmupSteps", "holdSteps", "triStageDecaySteps"],
        var name => new[] { char.ToLowerInvariant(name[0]) + name[1..] + "Steps" },
    })];
}
