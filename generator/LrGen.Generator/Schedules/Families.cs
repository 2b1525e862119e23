using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Metrics;
using LrGen.Generator.UpdateRules;

namespace LrGen.Generator.Schedules;

/// <summary>
/// The one table of attributes. It fills itself from the classes of this folder, of Metrics and of UpdateRules, so that a new family is one attribute in the
/// library and one file here.
/// </summary>
internal static class Families
{
    private static readonly Dictionary<string, ScheduleFamily> s_schedules = Instances<ScheduleFamily>().ToDictionary(f => f.Name);
    private static readonly Dictionary<string, ScheduleModifier> s_modifiers = Instances<ScheduleModifier>().ToDictionary(m => m.Name);
    private static readonly Dictionary<string, MetricFamily> s_metrics = Instances<MetricFamily>().ToDictionary(m => m.Name);
    private static readonly Dictionary<string, UpdateRule> s_rules = Instances<UpdateRule>().ToDictionary(r => r.Name);

    /// <summary>The names of all attributes, without "Attribute", in a fixed order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. s_schedules.Keys.Concat(s_modifiers.Keys).Concat(s_metrics.Keys).Concat(s_rules.Keys).OrderBy(n => n, StringComparer.Ordinal)];

    public static bool Knows(string name) =>
        s_schedules.ContainsKey(name) || s_modifiers.ContainsKey(name) || s_metrics.ContainsKey(name) || s_rules.ContainsKey(name);

    public static ScheduleFamily? Schedule(string name) => s_schedules.TryGetValue(name, out var family) ? family : null;

    public static ScheduleModifier? Modifier(string name) => s_modifiers.TryGetValue(name, out var modifier) ? modifier : null;

    public static MetricFamily? Metric(string name) => s_metrics.TryGetValue(name, out var family) ? family : null;

    public static UpdateRule? Rule(string name) => s_rules.TryGetValue(name, out var rule) ? rule : null;

    private static IEnumerable<T> Instances<T>() => typeof(Families).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && typeof(T).IsAssignableFrom(t))
        .Select(t => (T)Activator.CreateInstance(t));
}

/// <summary>One schedule family: its arguments, its checks, its formula.</summary>
internal abstract class ScheduleFamily
{
    /// <summary>The attribute's name without "Attribute"; by convention that of the class.</summary>
    public string Name => GetType().Name;

    /// <summary>Reads the arguments, reports what is wrong with them, and gives the phase that they describe.</summary>
    public abstract Phase Lower(ArgumentReader arguments);
}

/// <summary>One modifier: what it does to the schedule on the same target.</summary>
internal abstract class ScheduleModifier
{
    /// <inheritdoc cref="ScheduleFamily.Name"/>
    public string Name => GetType().Name;

    /// <summary>Its place among the modifiers, which act in one order wherever they stand.</summary>
    public abstract int Order { get; }

    /// <summary>By how many steps it makes the schedule longer.</summary>
    public virtual Scalar AddedLength(ArgumentReader arguments) => Scalar.Zero;

    /// <summary>Reads the arguments, reports what is wrong with them, and changes the timeline.</summary>
    public abstract Timeline Apply(ArgumentReader arguments, Timeline timeline);
}
