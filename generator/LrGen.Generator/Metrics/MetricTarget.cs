using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>What a metric attribute makes of its struct.</summary>
/// <param name="Family">The family.</param>
/// <param name="IsAlone">Whether it drives a rate of its own; beside schedules it drives a scale that multiplies theirs.</param>
/// <param name="Size">What the family's <see cref="MetricFamily.SizeOption"/> is; 1 where it is no size.</param>
internal sealed record MetricTarget(MetricFamily Family, bool IsAlone, int Size)
{
    /// <summary>The property that reports change.</summary>
    public string Value => IsAlone ? "Rate" : "Scale";

    /// <summary>The part of the state that keeps it.</summary>
    public string Kept => "Changed" + Value;

    public string Interface => IsAlone ? "global::LrGen.IMetricSchedule" : "global::LrGen.IMetricDriven";

    /// <summary>All that has to be saved.</summary>
    public IReadOnlyList<StateProperty> State =>
    [
        new("int", "Changes", "Gets or sets how often the " + Value.ToLowerInvariant() + " has changed; 0 where it is the initial one."),
        new("double", Kept, "Gets or sets the " + Value.ToLowerInvariant() + " since the last change; without meaning before."),
        .. Family.State,
        .. Size == 1 ? [] : Family.StateOf(Size),
    ];

    /// <summary>The names of the generated members.</summary>
    public IEnumerable<string> Members => State.Select(s => s.Name).Concat([Value, "Report"]);

    /// <summary>The first metric attribute among those of a target; null where there is none.</summary>
    /// <param name="attributes">The names of the attributes.</param>
    /// <param name="option">An option of the attribute of an index, where it is given there as a number.</param>
    public static MetricTarget? Of(IReadOnlyList<string> attributes, Func<int, string, double?> option)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            if (Families.Metric(attributes[i]) is { } family)
            {
                double size = family.SizeOption.Length > 0 ? option(i, family.SizeOption) ?? 1 : 1;
                return new MetricTarget(family, attributes.All(n => Families.Metric(n) is not null), family.IsSize(size) ? (int)size : 1);
            }
        }

        return null;
    }

    public static MetricTarget? Of(ScheduleDeclaration declaration) => Of(
        [.. declaration.Attributes.Select(a => a.Name)],
        (index, name) => declaration.Attributes[index].Arguments.FirstOrDefault(a => a.Name == name) is { Source: ArgumentSource.Given } given ? given.Value : null);
}
