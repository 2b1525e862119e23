using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>What a metric attribute makes of its struct.</summary>
/// <param name="Family">The family.</param>
/// <param name="IsAlone">Whether it drives a rate of its own; beside schedules it drives a scale that multiplies theirs.</param>
internal sealed record MetricTarget(MetricFamily Family, bool IsAlone)
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
    ];

    /// <summary>The names of the generated members.</summary>
    public IEnumerable<string> Members => State.Select(s => s.Name).Concat([Value, "Report"]);

    /// <summary>The first metric attribute among those of a target; null where there is none.</summary>
    public static MetricTarget? Of(IEnumerable<string> attributes)
    {
        var names = attributes.ToList();
        var first = names.Select(Families.Metric).FirstOrDefault(f => f is not null);
        return first is null ? null : new MetricTarget(first, names.All(n => Families.Metric(n) is not null));
    }

    public static MetricTarget? Of(ScheduleDeclaration declaration) => Of(declaration.Attributes.Select(a => a.Name));
}
