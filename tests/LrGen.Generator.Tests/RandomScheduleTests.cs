using System.Globalization;
using CsCheck;
using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>Declarations that nobody thought of, compiled in batches and judged by the reference.</summary>
public sealed class RandomScheduleTests
{
    private static readonly int s_batchSize = LongRun.Size(full: 40, quick: 20);

    /// <summary>Steps below are exact as doubles.</summary>
    private const long ExactSteps = 1L << 53;

    /// <summary>New declarations in every run; a failure names the seed that repeats it (CsCheck_Seed).</summary>
    internal static readonly int s_batches = LongRun.Size(full: 6, quick: 1);

    private static readonly Gen<double> s_rate = Gen.Double[-5, 0].Select(e => Math.Round(Math.Pow(10, e), 7)).Where(r => r > 0);

    private static readonly Gen<double> s_factor = Gen.OneOf(
        OneOf(0.1, 0.2, 0.5, 0.9, 0.96, 0.97, 0.999), Gen.Double[0.05, 0.9999]);

    internal static readonly Gen<double> s_length = Gen.OneOf(
        Gen.Int[2, 40].Select(n => (double)n),
        Gen.Int[2, 100_000].Select(n => (double)n),
        Gen.Int[5, 400].Select(n => n / 4.0),
        OneOf(2.4, 7.0 / 3, 3.3835, 1.1, 33.333333333333336));

    /// <summary>Lengths whose sums are exact: milestones are meant as fractions of few digits.</summary>
    private static readonly Gen<double> s_quarters = Gen.Int[1, 4000].Select(n => n / 4.0);

    private static readonly Gen<double> s_wholeLength = Gen.Int[2, 2000].Select(n => (double)n);

    private static readonly Gen<string> s_floor = Gen.OneOf(
        Gen.Const(""), Gen.Double[0, 0.9].Select(r => $", FloorRatio = {Text(r)}"), Gen.Const(", Floor = 1e-9"));

    private static readonly Gen<string> s_end = OneOf("", "", ", End = End.LastStep");

    private static readonly Gen<string> s_amplitude = Gen.OneOf(
        OneOf("", ", Amplitude = CycleAmplitude.Halving"),
        Gen.Double[0.9, 0.9999].Select(f => $", Amplitude = CycleAmplitude.Exponential, Factor = {Text(f)}"));

    /// <summary>Decays that are at 0 somewhere unless they have a floor.</summary>
    private static readonly string[] s_toZero = ["PolynomialDecay", "Cosine", "TanhDecay", "RexDecay"];

    /// <summary>A schedule with an end, which can be an inner phase.</summary>
    internal static readonly Gen<Declared> s_finite = Gen.OneOf(
        Gen.Select(s_rate, s_length, (r, n) => new Declared($"Constant({Text(r)}, Steps = {Text(n)})", 1)),
        Gen.Select(s_rate, s_length, s_factor, s_length, s_floor, (r, e, f, n, floor) =>
            new Declared($"StepDecay({Text(r)}, {Text(e)}, {Text(f)}, Steps = {Text(n)}{floor})", 2)),
        Gen.Select(s_rate, s_factor, s_length, s_length, OneOf("", ", Staircase = true", ", Begin = 3", ", Begin = 2.5"), s_floor).Select(v =>
            new Declared($"ExponentialDecay({Text(v.Item1)}, {Text(v.Item2)}, {Text(v.Item3)}, Steps = {Text(v.Item4)}{v.Item5}{v.Item6})", 2)),
        Gen.Select(s_rate, s_rate, s_length, s_end, (a, b, n, end) => new Declared($"LinearDecay({Text(a)}, {Text(b)}, {Text(n)}{end})", 1)),
        Gen.Select(s_rate, s_length, OneOf(0.5, 0.9, 1.0, 2.0, 3.0, 1.7), s_floor, s_end).Select(v =>
            new Declared($"PolynomialDecay({Text(v.Item1)}, {Text(v.Item2)}, {Text(v.Item3)}{v.Item4}{v.Item5})", 2)),
        Gen.Select(s_rate, s_length, s_floor, s_end, (r, n, floor, end) => new Declared($"CosineDecay({Text(r)}, {Text(n)}{floor}{end})", 2)),
        Gen.Select(s_rate, s_length, OneOf("Exponent = 2", "Exponent = 0.5", "HalfWaves = 3", "HalfWaves = 1.75", "TimePower = 2", "TimePower = 1.3"), s_floor, s_end).Select(v =>
            new Declared($"CosineDecay({Text(v.Item1)}, {Text(v.Item2)}, {v.Item3}{v.Item4}{v.Item5})", v.Item3[0] == 'T' ? 8 : 3)),
        Gen.Select(s_rate, s_length, OneOf(0.5, 1, 1.7), OneOf(0.6, 1.5, 3), s_floor).Select(v =>
            new Declared($"PolynomialDecay({Text(v.Item1)}, {Text(v.Item2)}, {Text(v.Item3)}, TimePower = {Text(v.Item4)}{v.Item5})", 6)),
        Gen.Select(s_rate, s_length, OneOf("", ", Lower = -2.5", ", Upper = 8", ", Lower = -60.5, Upper = 100"), s_floor, s_end).Select(v =>
            new Declared($"TanhDecay({Text(v.Item1)}, {Text(v.Item2)}{v.Item3}{v.Item4}{v.Item5})", 2)),
        Gen.Select(s_rate, s_length, s_factor, s_floor, s_length).Select(v => new Declared(
            $"SigmoidDecay({Text(v.Item1)}, {Text(v.Item2)}, {Text(v.Item3)}{v.Item4}, Steps = {Text(v.Item5)})", 2)),
        Gen.Select(s_rate, s_factor, s_length, s_length, s_floor).Select(v => new Declared(
            $"NaturalExponentialDecay({Text(v.Item1)}, {Text(v.Item2)}, {Text(v.Item3)}, Steps = {Text(v.Item4)}{v.Item5})", 2)),
        Gen.Select(s_rate, s_rate, s_length, (a, b, n) => new Declared($"SwaAnneal({Text(a)}, {Text(b)}, {Text(n)})", 2)),
        Gen.Select(s_rate, s_length, OneOf("", ", Periods = 1.75, Alpha = 0.3", ", Beta = 0"), s_floor, s_end).Select(v =>
            new Declared($"LinearCosineDecay({Text(v.Item1)}, {Text(v.Item2)}{v.Item3}{v.Item4}{v.Item5})", 3)),
        Gen.Select(s_rate, s_length, s_length, OneOf("", ", Epochs = 3.5, StepsPerEpoch = 7", ", Power = 0.5"), s_floor).Select(v =>
            new Declared($"EdenDecay({Text(v.Item1)}, {Text(v.Item2)}, Steps = {Text(v.Item3)}{v.Item4}{v.Item5})", 2)),
        Gen.Select(s_rate, OneOf(1.5, 20, 1000), OneOf(1, 2, 8, 64, 256), (low, ratio, n) => new Declared($"ChebyshevDecay({Text(low * ratio)}, {Text(low)}, {Text(n)})", 0.5)),
        // With an end, since its levels are counted in doubles, which are exact for steps up to 2^53.
        Gen.Select(s_rate, s_length, s_factor, s_floor, s_length).Select(v => new Declared(
            $"InverseTimeDecay({Text(v.Item1)}, {Text(v.Item3)}, {Text(v.Item2)}{v.Item4}, Staircase = true, Steps = {Text(v.Item5)})", 3)),
        Gen.Select(s_rate, s_length, (r, n) => new Declared($"RangeTest({Text(r / 100)}, {Text(r)}, {Text(n)})", 2)),
        Gen.Select(s_rate, s_length, s_floor, s_end, (r, n, floor, end) => new Declared($"RexDecay({Text(r)}, {Text(n)}{floor}{end})", 2)),
        Gen.Select(s_rate, s_length, OneOf(0.1, 0.3, 0.5), OneOf("", ", ThreePhase = true", ", Interpolation = Interpolation.Linear"), (r, n, share, option) =>
            new Declared($"OneCycle({Text(r)}, {Text(n + 12)}, RiseShare = {Text(share)}{option})", 2)),
        Gen.Select(s_rate, s_length, OneOf(0.1, 0.75), s_floor, (r, n, share, floor) => new Declared($"FlatCosine({Text(r)}, {Text(n)}, FlatShare = {Text(share)}{floor})", 2)),
        Gen.Select(s_rate, s_length, s_length, s_length, OneOf("Linear", "Cosine", "OneMinusSqrt", "Exponential", "Halving", "OneMinusSquare")).Select(v => new Declared(
            $"WarmupStableDecay({Text(v.Item1)}, {Text(v.Item2)}, {Text(v.Item3)}, {Text(v.Item4)}, FloorRatio = 0.05, Cooldown = CooldownShape.{v.Item5})", 3)),
        Gen.Select(s_rate, s_length, s_length, s_length, (r, a, b, c) => new Declared($"TriStage({Text(r)}, {Text(a)}, {Text(b)}, {Text(c)})", 2)),
        Gen.Select(s_length, s_quarters, s_quarters, s_quarters, OneOf("", ", Power = 1", ", Power = 0.75")).Select(v => new Declared(
            $"Noam({Text(v.Item1)}, {Text(v.Item2)}, HoldSteps = {Text(v.Item3)}, Steps = {Text(v.Item2 + v.Item3 + v.Item4)}{v.Item5})", v.Item5.EndsWith("75") ? 5 : 2)),
        Gen.Select(s_rate, s_length, (r, n) => new Declared($"SlantedTriangular({Text(r)}, {Text(n + 10)})", 1)),
        Gen.Select(s_rate, s_length, OneOf("", ", LengthFactor = 2", ", LengthFactor = 1.5, Amplitude = 0.7"), s_floor, (r, n, option, floor) =>
            new Declared($"CosineRestarts({Text(r)}, {Text(n)}, Cycles = 4{option}{floor})", 2)),
        Gen.Select(s_rate, s_factor, s_quarters.Array[1, 5], s_floor, (r, f, lengths, floor) =>
            new Declared($"MilestoneDecay({Text(r)}, {Text(f)}, [{Increasing(lengths)}], Steps = {Text(lengths.Sum())}{floor})", 0.5)),
        Gen.Select(s_rate.Array[4], s_quarters.Array[3], OneOf("", ", Interpolation = Interpolation.Cosine"), (rates, lengths, option) => new Declared(
            $"PiecewiseInterpolated([{string.Join(", ", rates.Select(Text))}], [{Increasing(lengths)}]{option})", 2)));

    /// <summary>A schedule that can stand last: without an end, or with something after it.</summary>
    internal static readonly Gen<Declared> s_last = Gen.OneOf(
        s_finite,
        Gen.Select(s_rate, s_length, s_factor, s_floor, (r, e, f, floor) => new Declared($"StepDecay({Text(r)}, {Text(e)}, {Text(f)}{floor})", 2)),
        Gen.Select(s_rate, s_length, s_factor, s_floor, (r, e, f, floor) => new Declared($"ExponentialDecay({Text(r)}, {Text(f)}, {Text(e)}{floor})", 2)),
        Gen.Select(s_rate, s_length, s_factor, s_floor, (r, e, f, floor) => new Declared($"InverseTimeDecay({Text(r)}, {Text(f)}, {Text(e)}{floor})", 3)),
        Gen.Select(s_rate, s_length, s_floor, (r, e, floor) => new Declared($"InverseSquareRoot({Text(r)}, {Text(e)}{floor})", 2)),
        Gen.Select(s_rate, Gen.OneOf(s_wholeLength, s_length), Gen.OneOf(s_wholeLength, s_length), OneOf("", ", Wave = CycleWave.Sine", ", Wave = CycleWave.Cosine"), s_amplitude)
            .Select(v => new Declared(
                $"Cyclic({Text(v.Item1 / 10)}, {Text(v.Item1)}, {Text(v.Item2)}, StepsDown = {Text(v.Item3)}{v.Item4}{v.Item5})",
                // An exponential amplitude is a factor of its own, and so is a wave.
                2 + (v.Item5.Contains("Exponential") ? 2 : 0) + (v.Item4.Length > 0 ? 2 : 0))),
        Gen.Select(s_rate, s_length, OneOf(0.5, 1, 2, 3, 1.7), s_floor, (r, n, power, floor) =>
            new Declared($"PolynomialDecay({Text(r)}, {Text(n)}, {Text(power)}, Cycling = true{floor})", power > 1.5 && power != 2 ? 5 : 3)),
        Gen.Select(s_length, s_length, OneOf("", ", Factor = 0.3"), Gen.OneOf(Gen.Const(""), s_length.Select(n => $", HoldSteps = {Text(n)}")), OneOf("", ", Power = 1", ", Power = 0.75"))
            .Select(v => new Declared($"Noam({Text(v.Item1)}, {Text(v.Item2)}{v.Item3}{v.Item4}{v.Item5})", v.Item5.EndsWith("75") ? 5 : 2)),
        Gen.Select(s_rate, s_length, OneOf(0.5, 0.7, 0.9), s_floor, (r, n, a, floor) =>
            new Declared($"CosineRestarts({Text(r)}, {Text(n)}, Amplitude = {Text(a)}{floor})", 4)),
        Gen.Select(s_rate, s_length, OneOf(1.05, 1.2, 2), s_floor, (r, n, growth, floor) =>
            new Declared($"CosineRestarts({Text(r)}, {Text(n)}, LengthFactor = {Text(growth)}, Amplitude = 0.5{floor})", 8)),
        Gen.Select(s_rate, s_wholeLength, OneOf("Repeat", "Oscillate"), s_end, (r, n, after, end) =>
            new Declared($"CosineDecay({Text(r)}, {Text(n)}, AfterEnd = AfterEnd.{after}{end})", 2)),
        Gen.Select(s_rate, s_wholeLength, s_factor, OneOf("Repeat", "Oscillate"), (r, n, f, after) =>
            new Declared($"StepDecay({Text(r)}, 3, {Text(f)}, Steps = {Text(n)}, AfterEnd = AfterEnd.{after})", 2)));

    private static readonly Gen<Declared> s_warmup = Gen.Select(
        s_length,
        OneOf("Linear", "Constant", "Exponential", "Logarithmic", "Polynomial", "Cosine", "OneMinusSqrt"),
        OneOf("", ", FirstStep = FirstStep.OneStepIn", ", FirstStep = FirstStep.BetweenEnds", ", End = End.LastStep"),
        OneOf("After", "After", "Overlap", "OverlapToFirst", "Multiply"),
        OneOf(0.001, 0.1, 0.5)).Select(v => new Declared(
            // A length of at least 2 keeps the logarithm and End.LastStep defined; a short overlap meets a schedule that has not vanished.
            $"Warmup({Text(Math.Max(v.Item4 == "After" ? v.Item1 : Math.Min(v.Item1, 60), 2))}, Shape = WarmupShape.{v.Item2}{v.Item3}, Join = Join.{v.Item4}, FromRatio = {Text(v.Item5)}), ",
            v.Item4 == "Multiply" ? 4 : v.Item2 is "Linear" or "Constant" ? 1 : 2));

    /// <summary>Up to three phases, with or without a warm-up.</summary>
    internal static readonly Gen<Declared> s_schedule = Gen.Select(
        Gen.OneOf(Gen.Const(new Declared("", 0)), s_warmup), s_finite.Array[0, 2], s_last, (warmup, inner, last) =>
        {
            // The way back of an oscillation needs whole lengths before it.
            if (last.Text.Contains("Oscillate"))
                (warmup, inner) = (new Declared("Warmup(7), ", 1), []);
            // A product over the second run of a schedule that repeats is refused.
            if (last.Text.Contains("Repeat") || last.Text.Contains("Cyclic"))
                warmup = new Declared(warmup.Text.Replace("Join.Multiply", "Join.After"), warmup.Bound);
            // A warm-up over the first phases would hide some of them, which is refused.
            if (inner.Length > 0)
                warmup = new Declared(warmup.Text.Replace("Join.Overlap,", "Join.Multiply,").Replace("Join.OverlapToFirst", "Join.Multiply"), Math.Max(warmup.Bound, 4));
            // A schedule that is at 0 when the warm-up is over is refused; a floor leaves something to meet.
            string met = inner.Append(last).First().Text;
            bool hasFloor = met.Contains("Floor") && !met.Contains("FloorRatio = 0)") && !met.Contains("FloorRatio = 0,");
            if (!hasFloor && s_toZero.Any(met.Contains))
                warmup = new Declared(warmup.Text.Replace("Join.Overlap,", "Join.OverlapToFirst,"), warmup.Bound);
            // A ratio to a value that has vanished is no start.
            bool startsAtZero = inner.Append(last).First().Text is var first && (first.StartsWith("WarmupStableDecay") || first.StartsWith("Noam"));
            if (warmup.Text.Contains("Join.Overlap,") || startsAtZero)
                warmup = new Declared(warmup.Text.Replace("Exponential", "Cosine").Replace("Constant", "Cosine"), warmup.Bound);
            return new Declared(
                warmup.Text + string.Concat(inner.Select(p => p.Text + ", ")) + last.Text,
                inner.Append(last).Append(warmup).Max(p => p.Bound));
        });

    [Fact]
    public void Random_schedules_are_within_the_bound_and_Fill_agrees()
    {
        s_schedule.Array[s_batchSize].Sample(
            batch =>
            {
                var compiled = ScheduleBatch.Compile([.. batch.Select(d => d.Text)]);
                for (int i = 0; i < batch.Length; i++)
                {
                    var steps = batch[i].Exact(compiled[i].Reference.InterestingSteps()).Take(60).ToList();
                    AccuracyTests.AssertWithin(compiled[i], [.. steps.Where(t => t < ExactSteps)], batch[i].Bound);
                    // From there on the step itself is rounded, which its powers show.
                    AccuracyTests.AssertWithin(compiled[i], [.. steps.Where(t => t >= ExactSteps)], batch[i].Bound + 1);
                    AssertFill(compiled[i].Struct);
                }
            },
            iter: s_batches, threads: 1);
    }

    internal static void AssertFill(ISchedule schedule)
    {
        double end = double.IsInfinity(schedule.Length) ? 300 : schedule.Length;
        foreach (long start in new[] { -5, (long)end - 20, long.MaxValue - 100 })
        {
            var rates = new double[41];
            schedule.Fill(rates, start);
            for (int i = 0; i < rates.Length; i++)
                Assert.Equal(schedule.At(start + i), rates[i]);
        }
    }

    internal static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Increasing(double[] lengths)
    {
        double sum = 0;
        return string.Join(", ", lengths.Select(n => Text(sum += n)));
    }

    internal static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A declaration, and the ulps that it may be off.</summary>
    internal sealed record Declared(string Text, double Bound)
    {
        /// <summary>Places in cycles of up to a few thousandths of a step are exact as doubles up to here.</summary>
        private const long MostInCycles = 1_000_000_000_000;

        /// <summary>The steps at which the bound holds.</summary>
        public IEnumerable<long> Exact(IEnumerable<long> steps) => Text.Contains("Cycl") || Text.Contains("LengthFactor") ? steps.Where(t => t < MostInCycles) : steps;
    }
}
