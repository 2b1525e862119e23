using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>One family of rates that metrics drive: its arguments, its checks, its state, its statements.</summary>
internal abstract class MetricFamily
{
    /// <inheritdoc cref="ScheduleFamily.Name"/>
    public string Name => GetType().Name;

    /// <summary>The state, but for the rate or scale; all 0 or false at the start.</summary>
    public abstract IReadOnlyList<StateProperty> State { get; }

    /// <summary>Reads the arguments, reports what is wrong with them, and gives what they describe.</summary>
    public abstract MetricMachine Lower(ArgumentReader arguments, MetricStart start);
}

/// <summary>What the families have in common.</summary>
/// <param name="Initial">The rate at the start; 1 where a scale is driven.</param>
/// <param name="Floor">The lowest value that a reduction leads to.</param>
/// <param name="IsAlone">Whether it is a rate and no scale.</param>
internal sealed record MetricStart(Scalar Initial, Scalar Floor, bool IsAlone);

/// <summary>A generated property: a part of the state that is saved.</summary>
internal sealed record StateProperty(string Type, string Name, string Summary);

/// <summary>A family with its arguments.</summary>
/// <param name="Start">What it starts from.</param>
/// <param name="Factor">The factor of a reduction.</param>
internal abstract record MetricMachine(MetricStart Start, Scalar Factor)
{
    public Scalar Initial => Start.Initial;

    public Scalar Floor => Start.Floor;

    /// <summary>What the generated code has to check at run time.</summary>
    public IReadOnlyList<RuntimeCheck> Checks { get; init; } = [];

    /// <summary>The largest change that is not made.</summary>
    public virtual Scalar Epsilon => Scalar.Zero;

    /// <summary>Writes what a report does to the state.</summary>
    public abstract void WriteReport(MetricBody body);

    /// <summary>The same in words: a name and what it is, one line each.</summary>
    public abstract IEnumerable<(string Name, string Text)> Describe();
}
