using CsCheck;
using LrGen.Generator.Tests.Harness;
using static LrGen.Generator.Tests.RandomScheduleTests;

namespace LrGen.Generator.Tests;

/// <summary>First, Peak, Last and Length of structs, beside the rates of all steps.</summary>
public sealed class FactTests
{
    private static readonly int s_batchSize = LongRun.Size(full: 40, quick: 20);

    /// <summary>Steps that are all asked for; what comes later, where places in cycles are exact as doubles, is asked for here and there.</summary>
    private const long Walked = 20_000;

    /// <summary>What rounding makes of a rate, which is the same one for a person.</summary>
    private const double Rounding = 1e-13;

    private static readonly int s_iterations = LongRun.Size(full: 100, quick: 1);

    private static readonly Gen<Declared> s_waves = Gen.Select(
        s_length, s_length, OneOf("", ", Wave = CycleWave.Sine", ", Wave = CycleWave.Cosine"), Gen.OneOf(OneOf(0.5, 0.9, 0.999), Gen.Double[0.5, 0.99999]),
        OneOf("", "Warmup(2.4), ", "Scale(0.3), ", "Delay(7), ", "Constant(0.01, Steps = 1.7), "))
        .Select(v => new Declared(
            $"{v.Item5}Cyclic(0.1, 1, {Text(v.Item1)}, StepsDown = {Text(v.Item2)}, Amplitude = CycleAmplitude.Exponential, Factor = {Text(v.Item4)}{v.Item3})", 0));

    [Fact]
    public void Facts_are_those_of_all_steps() => s_schedule.Array[s_batchSize].Sample(AssertFacts, iter: s_iterations, threads: 1);

    [Fact]
    public void Facts_of_waves_that_fall_are_those_of_all_steps() => s_waves.Array[s_batchSize].Sample(AssertFacts, iter: s_iterations, threads: 1);

    [Fact]
    public void Facts_of_compositions_are_those_of_all_steps() =>
        RandomCompositionTests.s_composition.Array[s_batchSize / 4].Sample(AssertFacts, iter: LongRun.Size(full: 40, quick: 1), threads: 1);

    [Theory]
    [InlineData("Cyclic(0.1, high: 1, stepsUp: 2_000, Amplitude = CycleAmplitude.Exponential, Factor = 0.999)", 999, 0.26546)]
    [InlineData("Cyclic(0.1, high: 1, stepsUp: 2_000, Amplitude = CycleAmplitude.Exponential, Factor = 0.999, Wave = CycleWave.Sine)", 847, 0.33805)]
    [InlineData("Cyclic(0.1, high: 1, stepsUp: 1.1)", 1, 0.91818)]
    [InlineData("Constant(0.1, Steps = 2.25), CosineRestarts(1, 3.3835)", 3, double.NaN)]
    [InlineData("Warmup(100, From = 0.01, Join = Join.OverlapToFirst), RexDecay(0.3, 1)", 99, 0.2971)]
    [InlineData("Warmup(60, FromRatio = 0.1, Join = Join.OverlapToFirst), Cyclic(0.001, 0.01, 17.5, StepsDown = 10, Wave = CycleWave.Cosine)", 100, 0.01)]
    public void Peak_lies_between_the_tops(string declaration, long step, double rate)
    {
        var schedule = ScheduleBatch.Compile(declaration).Struct;
        AssertFacts(declaration, schedule);
        if (!double.IsNaN(rate))
            Assert.Equal(rate, schedule.At(step), 5);
        Assert.True(schedule.Peak >= schedule.At(step));
    }

    [Theory]
    [InlineData("Warmup(100, From = 0.01, Join = Join.OverlapToFirst), RexDecay(0.3, 1)", 100, 0)]
    [InlineData("Warmup(100, FromRatio = 0.01, Join = Join.Multiply), LinearDecay(0.3, 0.1, 10)", 100, 0.1)]
    [InlineData("Warmup(10, From = 0.01, Join = Join.Overlap), LinearDecay(0.3, 0.1, 100)", 100, 0.1)]
    [InlineData("Delay(-50), LinearDecay(0.3, 0.1, 10)", 0, 0.1)]
    [InlineData("Warmup(100, Join = Join.OverlapToFirst), CosineDecay(0.1, 10, AfterEnd = AfterEnd.Throw)", 100, 0)]
    public void The_end_is_where_the_last_change_is(string declaration, double length, double last)
    {
        var schedule = ScheduleBatch.Compile(declaration).Struct;
        Assert.Equal((length, last), (schedule.Length, schedule.Last));
        AssertFacts(declaration, schedule);
    }

    /// <summary>The declarations of the tests about run-time values, each with values of its own.</summary>
    [Fact]
    public void Facts_of_values_of_run_time_are_those_of_all_steps()
    {
        var cases = typeof(RunTimeValueTests).GetMethod(nameof(RunTimeValueTests.A_method_with_run_time_values_is_the_same_curve))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            .Select(d => (Attributes: (string)d.Data[0]!, Parameters: (string)d.Data[1]!, Values: (object[])d.Data[2]!, Names: (string[])d.Data[3]!)).ToList();
        var assembly = Generated.From(string.Concat(cases.Select((c, i) => $"[{c.Attributes}] public readonly partial struct S{i}({c.Parameters});\n"))).Load();
        Gen.Int[0, cases.Count - 1].SelectMany(i => Gen.Double[0.25, 30].Array[cases[i].Values.Length].Select(factors => (i, factors))).Sample(
            sample =>
            {
                var (i, factors) = sample;
                var values = cases[i].Values.Select((v, n) => Vary(v, cases[i].Names[n], factors[n])).ToArray();
                var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S" + i)!, values)!;
                try
                {
                    schedule.At(0);
                }
                catch (ArgumentOutOfRangeException)
                {
                    // Too short for its shape.
                    return;
                }

                AssertFacts(cases[i].Attributes + " with " + string.Join(", ", values), schedule);
            },
            iter: LongRun.Size(full: 20_000, quick: 6), threads: 1);

        // Lengths of quarter steps, so that some step is near enough to the top of each of the first cycles.
        static object Vary(object value, string name, double factor) => value switch
        {
            _ when !name.EndsWith("teps") && name is not ("every" or "timescale" or "midpoint" or "batches") => value,
            double length => Math.Max(Math.Round(length * factor * 4) / 4, 0.25),
            _ => Convert.ChangeType(Math.Min(Math.Max(Math.Round(Convert.ToDouble(value) * factor), 1), 30_000), value.GetType()),
        };
    }

    private static void AssertFacts(Declared[] declarations)
    {
        foreach (var compiled in ScheduleBatch.Compile([.. declarations.Select(d => d.Text)]))
            AssertFacts(compiled.Attributes, compiled.Struct);
    }

    private static void AssertFacts(string declaration, ISchedule schedule)
    {
        Assert.Equal(schedule.At(0), schedule.First);
        bool ends = !double.IsInfinity(schedule.Length);
        bool throws = declaration.Contains("AfterEnd.Throw");
        long end = ends ? (long)Math.Ceiling(schedule.Length) : Walked;
        var steps = Enumerable.Range(0, (int)Walked).Select(t => (long)t)
            .Concat(Enumerable.Range(-3, 7).Select(t => end + t)).Concat(Enumerable.Range(14, 26).Select(n => 1L << n))
            .Where(t => !throws || t <= schedule.Length);
        var (step, rate) = steps.Select(t => (Step: t, Rate: schedule.At(t))).MaxBy(t => t.Rate);
        double peak = schedule.Peak;
        Assert.True(peak >= rate * (1 - Rounding), $"{declaration}: the peak is {peak:R}, but step {step} has {rate:R}");
        // Of what goes on for ever a later step can be higher.
        Assert.True(peak <= rate * (1 + Rounding) || end > Walked || !ends, $"{declaration}: the peak is {peak:R}, but no step is above {rate:R} at {step}");
        // The way back begins between two steps.
        bool turns = declaration.Contains("Oscillate") && !Math.Floor(schedule.Length).Equals(schedule.Length);
        if (ends && !turns)
            Assert.Equal(throws ? schedule.At((long)schedule.Length) : schedule.At(end), schedule.Last);
    }
}
