using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Metrics;
using LrGen.Generator.Schedules;

namespace LrGen.Tool.Schedules;

// The generator's, not the library's, which has the same names.
using Quantity = LrGen.Generator.Schedules.Quantity;

/// <summary>A declaration and the curves that it comes to, or why it comes to none.</summary>
internal sealed record Schedule
{
    /// <summary>The method or type with its namespace and types: <c>Training.Rates.Cnn</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is declared: a file, and a line from 1; 0 in an assembly.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>The attributes as they are written.</summary>
    public required string Words { get; init; }

    /// <summary>A method, a struct, or an optimizer.</summary>
    public required string Kind { get; init; }

    /// <summary>What the step counts, as the declaration calls it.</summary>
    public string StepName { get; init; } = "step";

    /// <summary>What keeps it from being drawn, errors of LrGen's and of the compiler's.</summary>
    public IReadOnlyList<Problem> Errors { get; init; } = [];

    /// <summary>The values that only run time knows and that were not given.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What is drawn, the learning rate first; none where there are errors or needs, and where metrics alone drive the rate.</summary>
    public IReadOnlyList<QuantityCurve> Curves { get; init; } = [];

    /// <summary>What metrics do; null where they do nothing.</summary>
    public MetricMachine? Machine { get; init; }

    public ScheduleDeclaration? Declaration { get; init; }

    /// <summary>The schedule as the generator lowers it, with given run-time values in place.</summary>
    public LoweringResult? Lowered { get; init; }

    public bool IsDrawable => Curves.Count > 0;

    /// <summary>Why there is no curve, in words; null where there is one.</summary>
    public string? Hindrance => IsDrawable ? null
        : Errors.Count > 0 ? string.Join("; ", Errors.Select(e => e.Text))
        : Needs.Count > 0 ? "needs " + string.Join(" ", Needs.Select(n => "--set " + n + "=…"))
        : Machine is not null ? "driven by a metric"
        : "calls a method of yours, which only your program can run";
}

/// <summary>An error of LrGen's or of the compiler's.</summary>
/// <param name="Id">LRG005, CS0103.</param>
/// <param name="Message">What it says.</param>
internal sealed record Problem(string Id, string Message)
{
    /// <summary>Both, on one line.</summary>
    public string Text => (Id + " " + Message).TrimStart();
}

/// <summary>The curve of one quantity.</summary>
internal sealed record QuantityCurve(Quantity Quantity, Curve Curve)
{
    /// <summary>The last step worth drawing.</summary>
    public long Horizon { get; } = (long)BigInteger.Min(Sparkline.Horizon(Curve), long.MaxValue - 1);

    public long PeakStep => (long)BigInteger.Min(Curve.PeakStep, long.MaxValue);

    /// <summary>The step that has the end value; null for a schedule that never ends.</summary>
    public long? LastStep => Curve.Length?.Constant is { } length ? (long)BigInteger.Min(length.Floor(), long.MaxValue) : null;

    /// <summary>The rate at a step; NaN where the schedule throws.</summary>
    public double At(long step) => Curve.At(step) ?? double.NaN;
}
