using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>One family of rates that metrics drive: its arguments, its checks, its state, its statements.</summary>
internal abstract class MetricFamily
{
    /// <inheritdoc cref="ScheduleFamily.Name"/>
    public string Name => GetType().Name;

    /// <summary>The state, but for the rate or scale; all 0 or false at the start.</summary>
    public abstract IReadOnlyList<StateProperty> State { get; }

    /// <summary>
    /// The option, 1 by default, that decides how much more state there is: which properties a struct has is known before its arguments are
    /// read, so that a member of the user's with such a name is an error. Empty where there is no such option.
    /// </summary>
    public virtual string SizeOption => string.Empty;

    /// <summary>The largest value of that option.</summary>
    public virtual int MostSize => 1;

    /// <summary>The state that a size other than 1 adds; all 0 or false at the start.</summary>
    public virtual IEnumerable<StateProperty> StateOf(int size) => [];

    /// <summary>Reads the size, which no run-time value can give.</summary>
    protected int Size(ArgumentReader arguments) => (int)arguments.FixedRatio(
        SizeOption, v => IsSize(v), "a whole number from 1 to " + NumberText.Friendly((double)MostSize), Rational.One).Floor();

    /// <summary>Whether the size is possible; where it is not, there is no more state, and an error.</summary>
    public bool IsSize(double value) => value >= 1 && value <= MostSize && Math.Floor(value).Equals(value);

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
