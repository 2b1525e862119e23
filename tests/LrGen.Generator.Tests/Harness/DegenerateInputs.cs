using System.Globalization;

namespace LrGen.Generator.Tests.Harness;

/// <summary>What a degenerate input gives: an error where it is written in an attribute, an exception at run time, or a rate.</summary>
/// <param name="Row">The parameter in the catalogue's table of degenerate inputs.</param>
/// <param name="Attributes">The declaration.</param>
public abstract record Degenerate(string Row, string Attributes)
{
    public override string ToString() => Row + ": " + Attributes;
}

/// <summary>Refused by the compiler.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Message">A part of its message, which names the argument and its value.</param>
public sealed record Refused(string Row, string Attributes, string Id, string Message) : Degenerate(Row, Attributes);

/// <summary>The same value at run time.</summary>
/// <param name="Parameter">The parameter that gives it, and that the exception names.</param>
public sealed record RefusedAtRunTime(string Row, string Attributes, string Parameter, double Value) : Degenerate(Row, Attributes)
{
    public override string ToString() => base.ToString() + ", " + Parameter + " = " + Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Accepted, with the rates of one meaning (design 1.2).</summary>
public sealed record Accepted(string Row, string Attributes, params (long Step, double Rate)[] Rates) : Degenerate(Row, Attributes)
{
    /// <summary>The values of run time, by their parameters.</summary>
    public (string Parameter, double Value)[] RunTime { get; init; } = [];
}

/// <summary>Every row of the catalogue's table, with all families that have such an argument.</summary>
public static class DegenerateInputs
{
    private const string ZeroLength = "step_size/T_max/total_iters = 0";
    private const string NegativeLength = "step_size = −1";
    private const string ZeroFactor = "gamma = 0";
    private const string OddFactor = "gamma > 1 or < 0";
    private const string ZeroConstant = "factor = 0 (Constant)";
    private const string ShortRise = "pct_start·N = 1";
    private const string Milestones = "milestones unsorted/dup";
    private const string LongWarmup = "warm-up ≥ total";
    private const string HighFloor = "base ≤ floor";
    private const string OddRate = "lr ∉ (0,1]";

    private const string RateText = "which gives no training; a rate has to be finite and above 0";

    /// <summary>The rows of the table, as the catalogue has them.</summary>
    public static IReadOnlyList<string> Rows { get; } =
        [ZeroLength, NegativeLength, ZeroFactor, OddFactor, ZeroConstant, ShortRise, Milestones, LongWarmup, HighFloor, OddRate];

    /// <summary>Rows whose inputs are arrays, which an attribute alone can have.</summary>
    public static IReadOnlyList<string> NeverAtRunTime { get; } = [Milestones];

    /// <summary>Declarations with # for a length, its argument, and the parameter of run time.</summary>
    private static readonly (string Template, string Argument, string Parameter)[] s_lengths =
    [
        ("StepDecay(0.1, every: #, factor: 0.5)", "every", "every"),
        ("StepDecay(0.1, 10, 0.5, Steps = #)", "Steps", "steps"),
        ("ExponentialDecay(0.1, factor: 0.5, every: #)", "every", "every"),
        ("ExponentialDecay(0.1, factor: 0.5, every: #, Staircase = true)", "every", "every"),
        ("NaturalExponentialDecay(0.1, decayRate: 0.1, every: #)", "every", "every"),
        ("InverseTimeDecay(0.1, decayRate: 0.5, every: #)", "every", "every"),
        ("InverseTimeDecay(0.1, decayRate: 0.5, every: #, Staircase = true)", "every", "every"),
        ("InverseSquareRoot(0.1, timescale: #)", "timescale", "timescale"),
        ("PowerDecay(0.1, power: 0.5, timescale: #)", "timescale", "timescale"),
        ("LinearDecay(0.1, to: 0, steps: #)", "steps", "steps"),
        ("LinearDecay(0.1, to: 0, steps: #, AfterEnd = AfterEnd.Repeat)", "steps", "steps"),
        ("PolynomialDecay(0.1, steps: #)", "steps", "steps"),
        ("PolynomialDecay(0.1, steps: #, Cycling = true)", "steps", "steps"),
        ("CosineDecay(0.1, steps: #)", "steps", "steps"),
        ("CosineDecay(0.1, steps: #, End = End.LastStep)", "steps", "steps"),
        ("CosineRestarts(0.1, steps: #)", "steps", "steps"),
        ("LinearCosineDecay(0.1, steps: #)", "steps", "steps"),
        ("TanhDecay(0.1, steps: #)", "steps", "steps"),
        ("RexDecay(0.1, steps: #)", "steps", "steps"),
        ("FlatCosine(0.1, steps: #)", "steps", "steps"),
        ("SigmoidDecay(0.1, midpoint: #, steepness: 1)", "midpoint", "midpoint"),
        ("EdenDecay(0.1, batches: #)", "batches", "batches"),
        ("EdenDecay(0.1, 100, Epochs = #, StepsPerEpoch = 10)", "Epochs", "epochs"),
        ("SwaAnneal(0.1, swaRate: 0.05, steps: #)", "steps", "steps"),
        ("RangeTest(1e-5, to: 1, steps: #)", "steps", "steps"),
        ("OneCycle(0.1, steps: #)", "steps", "steps"),
        ("SlantedTriangular(0.1, steps: #)", "steps", "steps"),
        ("Cyclic(0.01, high: 0.1, stepsUp: #)", "stepsUp", "stepsUp"),
        ("Cyclic(0.01, 0.1, 10, StepsDown = #)", "StepsDown", "stepsDown"),
        ("Noam(512, warmupSteps: #)", "warmupSteps", "warmupSteps"),
        ("TriStage(0.1, warmupSteps: #, holdSteps: 10, decaySteps: 10)", "warmupSteps", "warmupSteps"),
        ("TriStage(0.1, 10, holdSteps: #, decaySteps: 10)", "holdSteps", "holdSteps"),
        ("TriStage(0.1, 10, 10, decaySteps: #)", "decaySteps", "decaySteps"),
        ("WarmupStableDecay(0.1, warmupSteps: #, stableSteps: 10, decaySteps: 10)", "warmupSteps", "warmupSteps"),
        ("WarmupStableDecay(0.1, 10, stableSteps: #, decaySteps: 10)", "stableSteps", "stableSteps"),
        ("WarmupStableDecay(0.1, 10, 10, decaySteps: #)", "decaySteps", "decaySteps"),
        ("Warmup(steps: #), Constant(0.1)", "steps", "warmupSteps"),
        ("Cooldown(steps: #), LinearDecay(0.1, 0.05, 100)", "steps", "cooldownSteps"),
    ];

    /// <summary>The length of one phase among others, which can be left out where it is 0.</summary>
    private static readonly (string Template, string Argument, string Parameter) s_phase = ("Constant(0.1, Steps = #), LinearDecay(0.1, 0, 10)", "Steps", "constantSteps");

    private static readonly (string Template, string Argument, string Parameter)[] s_factors =
    [
        ("StepDecay(0.1, every: 10, factor: #)", "factor", "factor"),
        ("StepDecay(0.1, every: 10, factor: #, Steps = 100)", "factor", "factor"),
        ("ExponentialDecay(0.1, factor: #)", "factor", "factor"),
        ("ExponentialDecay(0.1, factor: #, every: 10, Staircase = true)", "factor", "factor"),
        ("MilestoneDecay(0.1, factor: #, milestones: new[] { 10.0 })", "factor", "factor"),
    ];

    /// <summary>Factors of another kind, of which larger ones decay faster.</summary>
    private static readonly (string Template, string Argument, string Parameter)[] s_decayRates =
    [
        ("NaturalExponentialDecay(0.1, decayRate: #)", "decayRate", "decayRate"),
        ("InverseTimeDecay(0.1, decayRate: #)", "decayRate", "decayRate"),
        ("SigmoidDecay(0.1, 10, steepness: #)", "steepness", "steepness"),
    ];

    private static readonly (string Template, string Argument, string Parameter)[] s_rates =
    [
        ("Constant(rate: #)", "rate", "rate"),
        ("Warmup(10), Constant(rate: #)", "rate", "rate"),
        ("StepDecay(rate: #, every: 10, factor: 0.5)", "rate", "rate"),
        ("MilestoneDecay(rate: #, factor: 0.5, milestones: new[] { 10.0 })", "rate", "rate"),
        ("ExponentialDecay(rate: #, factor: 0.5)", "rate", "rate"),
        ("NaturalExponentialDecay(rate: #, decayRate: 0.1)", "rate", "rate"),
        ("InverseTimeDecay(rate: #, decayRate: 0.5)", "rate", "rate"),
        ("InverseSquareRoot(rate: #, timescale: 10)", "rate", "rate"),
        ("PowerDecay(rate: #, power: 0.5)", "rate", "rate"),
        ("PolynomialDecay(rate: #, steps: 10)", "rate", "rate"),
        ("CosineDecay(rate: #, steps: 10)", "rate", "rate"),
        ("CosineRestarts(rate: #, steps: 10)", "rate", "rate"),
        ("LinearCosineDecay(rate: #, steps: 10)", "rate", "rate"),
        ("TanhDecay(rate: #, steps: 10)", "rate", "rate"),
        ("SigmoidDecay(rate: #, midpoint: 10, steepness: 1)", "rate", "rate"),
        ("RexDecay(rate: #, steps: 10)", "rate", "rate"),
        ("FlatCosine(rate: #, steps: 10)", "rate", "rate"),
        ("EdenDecay(rate: #, batches: 10)", "rate", "rate"),
        ("SwaAnneal(rate: #, swaRate: 0.05)", "rate", "rate"),
        ("SwaAnneal(0.1, swaRate: #)", "swaRate", "swaRate"),
        ("RangeTest(from: #, to: 1, steps: 10)", "from", "from"),
        ("OneCycle(peak: #, steps: 100)", "peak", "oneCyclePeak"),
        ("SlantedTriangular(peak: #, steps: 100)", "peak", "slantedTriangularPeak"),
        ("TriStage(rate: #, warmupSteps: 10, holdSteps: 10, decaySteps: 10)", "rate", "rate"),
        ("WarmupStableDecay(rate: #, warmupSteps: 10, stableSteps: 10, decaySteps: 10)", "rate", "rate"),
    ];

    private static readonly string[] s_floored =
    [
        "StepDecay(0.1, 10, 0.5, Floor = #)", "MilestoneDecay(0.1, 0.5, 10, Floor = #)", "ExponentialDecay(0.1, 0.5, Floor = #)",
        "NaturalExponentialDecay(0.1, 0.1, Floor = #)", "InverseTimeDecay(0.1, 0.5, Floor = #)", "InverseSquareRoot(0.1, 10, Floor = #)",
        "PowerDecay(0.1, 0.5, Floor = #)", "PolynomialDecay(0.1, 10, Floor = #)", "PolynomialDecay(0.1, 10, Cycling = true, Floor = #)",
        "CosineDecay(0.1, 10, Floor = #)", "CosineRestarts(0.1, 10, Floor = #)", "LinearCosineDecay(0.1, 10, Floor = #)", "TanhDecay(0.1, 10, Floor = #)",
        "SigmoidDecay(0.1, 10, 1, Floor = #)", "RexDecay(0.1, 10, Floor = #)", "FlatCosine(0.1, 10, Floor = #)", "EdenDecay(0.1, 10, Floor = #)",
        "WarmupStableDecay(0.1, 10, 10, 10, Floor = #)",
    ];

    /// <summary>The table.</summary>
    public static IReadOnlyList<Degenerate> All { get; } =
    [
        .. s_lengths.SelectMany(l => Both(ZeroLength, l, 0, "LRG034", "'" + l.Argument + "' is 0; a length has to be a finite number above 0")
            .Where(d => d is not RefusedAtRunTime || !IsSkipped(l))),
        .. s_lengths.SelectMany(l => Both(NegativeLength, l, -1, "LRG034", "'" + l.Argument + "' is -1; a length has to be a finite number above 0")),
        Both(ZeroLength, s_phase, 0, "LRG035", "[Constant] has a length of 0 and never holds; delete the phase").First(),
        new Accepted(ZeroLength, "Constant(0.1), LinearDecay(0.2, 0, 10)", (0, 0.2), (5, 0.1), (10, 0)) { RunTime = [("constantSteps", 0)] },
        .. Both(NegativeLength, s_phase, -1, "LRG034", "'Steps' is -1; a length has to be a finite number above 0"),
        // A delay is a length that may be 0, where it does nothing.
        new Accepted(ZeroLength, "ExponentialDecay(0.1, 0.5, Begin = 0)", (0, 0.1), (1, 0.05)),

        .. s_factors.SelectMany(f => Both(ZeroFactor, f, 0, "LRG011", "The factor 0 leaves no rate to train with")),
        .. s_factors.SelectMany(f => Both(OddFactor, f, -0.5, "LRG011", "The factor -0.5 leaves no rate to train with")),
        .. s_decayRates.SelectMany(d => Both(ZeroFactor, d, 0, "LRG011", "The factor 0 leaves no rate to train with")),
        .. s_decayRates.SelectMany(d => Both(OddFactor, d, -0.5, "LRG011", "The factor -0.5 leaves no rate to train with")),
        // A rate may grow where somebody says so, with a warning that knows what was meant.
        .. s_factors.Select(f => new Refused(OddFactor, f.Template.Replace("#", "2"), "LRG030", "The factor 2 does not let the rate decay; did you mean 0.5?")),
        new Accepted(OddFactor, "StepDecay(0.1, 10)", (0, 0.1), (10, 0.2), (20, 0.4)) { RunTime = [("factor", 2)] },
        new Accepted(OddFactor, "ExponentialDecay(0.1, 2)", (0, 0.1), (3, 0.8)),

        new Refused(ZeroConstant, "Constant(0, Steps = 5), Constant(0.1)", "LRG010", "'rate' is 0, " + RateText),
        new RefusedAtRunTime(ZeroConstant, "Constant(Steps = 5), Constant(0.1)", "rate", 0),
        // The way to a start at 0 is a ramp, which leaves it.
        new Refused(ZeroConstant, "Warmup(5, FromRatio = 0, Shape = WarmupShape.Constant), Constant(0.1)", "LRG010", "'FromRatio' is 0, " + RateText),
        new RefusedAtRunTime(ZeroConstant, "Warmup(5, Shape = WarmupShape.Constant), Constant(0.1)", "fromRatio", 0),
        new Accepted(ZeroConstant, "LinearDecay(0, 0.1, 10)", (0, 0), (5, 0.05), (10, 0.1), (11, 0.1)),
        new Accepted(ZeroConstant, "Warmup(5, FromRatio = 0), Constant(0.1)", (0, 0), (1, 0.02), (5, 0.1)),

        new Refused(ShortRise, "OneCycle(0.1, 10, RiseShare = 0.1)", "LRG005", "the rise, 'RiseShare' of the steps, has to be longer than one step"),
        new RefusedAtRunTime(ShortRise, "OneCycle(0.1, RiseShare = 0.1)", "steps", 10),
        new Refused(ShortRise, "OneCycle(0.1, 10, RiseShare = 0)", "LRG005", "'RiseShare' is 0; it has to be above 0 and below 1"),
        new Refused(ShortRise, "OneCycle(0.1, 10, RiseShare = 1)", "LRG005", "'RiseShare' is 1; it has to be above 0 and below 1"),
        new Refused(ShortRise, "SlantedTriangular(0.1, 9)", "LRG005", "the rise, 'CutShare' of the steps, has to be at least one step"),
        new RefusedAtRunTime(ShortRise, "SlantedTriangular(0.1)", "steps", 9),
        new Accepted(ShortRise, "OneCycle(0.1, 20, RiseShare = 0.1)", (0, 0.004), (1, 0.1)),

        new Refused(Milestones, "MilestoneDecay(1, 0.5, 4, 2)", "LRG033", "'milestones' goes from 4 to 2; steps have to increase"),
        new Refused(Milestones, "PiecewiseConstant(new[] { 1, 0.5, 0.1 }, new[] { 4.0, 2 })", "LRG033", "'boundaries' goes from 4 to 2"),
        new Refused(Milestones, "PiecewiseConstant(new[] { 1, 0.5, 0.1 }, new[] { 2.0, 2 })", "LRG033", "'boundaries' goes from 2 to 2"),
        new Refused(Milestones, "PiecewiseInterpolated(new[] { 1, 0.5, 0.1 }, new[] { 2.0, 2 })", "LRG033", "'boundaries' goes from 2 to 2"),
        new Refused(Milestones, "MilestoneDecay(1, 0.5, 0, 2)", "LRG034", "'milestones' is 0; a length has to be a finite number above 0"),
        new Refused(Milestones, "MilestoneDecay(1, 0.5, -1, 2)", "LRG034", "'milestones' is -1; a length has to be a finite number above 0"),
        new Accepted(Milestones, "MilestoneDecay(1, 0.5, 2, 2, 4)", (1, 1), (2, 0.25), (3, 0.25), (4, 0.125)),

        // A warm-up comes before and takes nothing off the schedule, unless the training is to hold both.
        new Accepted(LongWarmup, "Warmup(100), CosineDecay(0.1, 50)", (50, 0.05), (100, 0.1), (125, 0.05), (150, 0)),
        new Accepted(LongWarmup, "Warmup, CosineDecay(0.1)", (50, 0.05), (100, 0.1), (125, 0.05), (150, 0)) { RunTime = [("warmupSteps", 100), ("cosineDecaySteps", 50)] },
        new Refused(LongWarmup, "Training(Steps = 100), Warmup(100), CosineDecay(0.1)", "LRG005", "the other phases take the whole training of 100 steps, and nothing is left for [CosineDecay]"),
        new Refused(LongWarmup, "Training(Steps = 100), Warmup(150), CosineDecay(0.1)", "LRG005", "the other phases take the whole training of 100 steps, and nothing is left for [CosineDecay]"),
        new RefusedAtRunTime(LongWarmup, "Training(Steps = 100), Warmup, CosineDecay(0.1)", "warmupSteps", 101),
        new RefusedAtRunTime(LongWarmup, "Warmup(100), CosineDecay(0.1)", "trainingSteps", 99),
        new Refused(LongWarmup, "Warmup(50, Join = Join.Overlap), CosineDecay(0.1, 50)", "LRG005", "the schedule is at 0 when the warm-up of 50 steps is over; shorten the warm-up, or let it come before with Join.After"),
        new RefusedAtRunTime(LongWarmup, "Warmup(50, Join = Join.Overlap), CosineDecay(0.1)", "cosineDecaySteps", 50),
        new RefusedAtRunTime(LongWarmup, "Warmup(Join = Join.Overlap), CosineDecay(0.1, 50)", "warmupSteps", 50),

        .. s_floored.SelectMany(f => Both(HighFloor, (f, "Floor", "floor"), 0.2, "LRG031", "The floor 0.2 is above the rate 0.1 that it is a floor of")),
        .. s_floored.Select(f => new Accepted(HighFloor, f.Replace("#", "0.1"), (f[0] == 'W' ? 10 : 0, 0.1), (f[0] == 'W' ? 13 : 3, 0.1), (1_000, 0.1))),
        .. s_floored.Select(f => new Refused(HighFloor, f.Replace("Floor = #", "FloorRatio = 2"), "LRG031", "The floor 0.2 is above the rate 0.1")),
        new Refused(HighFloor, "Cyclic(0.1, 0.1, 10)", "LRG005", "a cycle goes up first; 'high' has to be above 'low'"),
        new RefusedAtRunTime(HighFloor, "Cyclic(0.1, stepsUp: 10)", "high", 0.1),
        new Refused(HighFloor, "RangeTest(0.1, 0.1, 10)", "LRG005", "a range test goes up; 'to' has to be above 'from'"),
        new RefusedAtRunTime(HighFloor, "RangeTest(0.1, steps: 10)", "to", 0.1),
        // Lines and warm-ups say where they go, down or up.
        new Accepted(HighFloor, "LinearDecay(0.1, 0.1, 10)", (0, 0.1), (5, 0.1), (10, 0.1)),
        new Accepted(HighFloor, "LinearDecay(0.1, 0.2, 10)", (0, 0.1), (5, 0.15), (10, 0.2)),
        new Accepted(HighFloor, "Warmup(10, From = 0.3), Constant(0.1)", (0, 0.3), (5, 0.2), (10, 0.1)),

        .. from rate in s_rates
           from value in new[] { 0, -0.1, double.NaN, double.PositiveInfinity }
           from input in Both(OddRate, rate, value, "LRG010", "'" + rate.Argument + "' is " + Name(value) + ", " + RateText)
           select input,
        .. s_rates.Select(r => new Refused(OddRate, r.Template.Replace("#", "1e-310"), "LRG010", "'" + r.Argument + "' is 1E-310")),
        // Adadelta and Prodigy train with 1 and above.
        new Accepted(OddRate, "Constant(5)", (0, 5)),
        new Accepted(OddRate, "CosineDecay(steps: 10)", (0, 5), (5, 2.5), (10, 0)) { RunTime = [("rate", 5)] },
    ];

    /// <summary>Whether a phase is skipped where its length is 0 at run time; others are measured by what is left of the lengths.</summary>
    private static bool IsSkipped((string Template, string Argument, string Parameter) length) =>
        length.Parameter.EndsWith("teps", StringComparison.Ordinal) && !length.Template.StartsWith("Noam", StringComparison.Ordinal)
            && !length.Template.StartsWith("CosineRestarts", StringComparison.Ordinal) && !length.Template.Contains("Cycling");

    /// <summary>A value in the attribute, and from a parameter.</summary>
    private static IEnumerable<Degenerate> Both(string row, (string Template, string Argument, string Parameter) input, double value, string id, string message)
    {
        yield return new Refused(row, input.Template.Replace("#", Literal(value)), id, message);
        string left = input.Template.Replace(input.Argument + ": #, ", "").Replace(", " + input.Argument + ": #", "").Replace(input.Argument + ": #", "")
            .Replace(", " + input.Argument + " = #", "");
        yield return new RefusedAtRunTime(row, left, input.Parameter, value);
    }

    private static string Literal(double value) => double.IsNaN(value) ? "double.NaN" : double.IsInfinity(value) ? "double.PositiveInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Name(double value) => double.IsInfinity(value) ? "Infinity" : value.ToString("R", CultureInfo.InvariantCulture);
}
