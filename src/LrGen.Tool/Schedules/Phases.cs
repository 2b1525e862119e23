using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Tool.Schedules;

/// <summary>A stretch of a schedule that one attribute is for.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Start">The first step.</param>
/// <param name="End">The step at which the next begins; null for one that never ends.</param>
internal sealed record PhaseSpan(string Name, double Start, double? End);

/// <summary>Where the phases of a schedule begin and end.</summary>
internal static class Phases
{
    /// <summary>
    /// The phases, a warm-up first. Each ends where the schedule of the attributes up to it would: lengths in other units, shares and ends on
    /// the last step need no second account of them here. Empty where modifiers stretch or repeat the whole.
    /// </summary>
    public static IReadOnlyList<PhaseSpan> Of(Schedule schedule, QuantityCurve drawn)
    {
        if (schedule.Declaration is not { } declaration || declaration.Attributes.Any(a => a.Name is "Repeat" or "Delay"))
            return [];
        var own = declaration.Attributes.Where(a => declaration.Method is not null || ArgumentReader.QuantityOf(a) == drawn.Quantity).ToList();
        var phases = own.Where(a => Families.Schedule(a.Name) is not null).ToList();
        var spans = new List<PhaseSpan>();
        double start = 0;
        if (own.FirstOrDefault(a => a.Name == "Warmup") is { } warmup && WarmupLength(declaration, warmup) is { } length and > 0)
        {
            spans.Add(new PhaseSpan("Warmup", 0, length));
            start = length;
        }

        var leading = own.Where(a => a.Name == "Warmup").ToList();
        for (int i = 0; i < phases.Count; i++)
        {
            double? end = i == phases.Count - 1
                ? drawn.Curve.Length?.Constant?.ToDouble()
                : Length(declaration, [.. leading, .. phases.Take(i + 1)]);
            if (end is null && i < phases.Count - 1)
                return spans;
            if (end is null || end > start)
                spans.Add(new PhaseSpan(phases[i].Name, start, end));
            start = end ?? start;
        }

        return spans;
    }

    private static double? WarmupLength(ScheduleDeclaration declaration, AttributeModel warmup)
    {
        var scope = LoweringScope.Of(declaration);
        var length = new ArgumentReader(warmup, scope).Length("steps").Constant;
        return scope.Errors.Count == 0 ? length?.ToDouble() : null;
    }

    private static double? Length(ScheduleDeclaration declaration, IEnumerable<AttributeModel> attributes)
    {
        var scope = LoweringScope.Of(declaration);
        var timeline = ScheduleLowering.Lower(attributes.ToEquatableArray(), scope);
        return scope.Errors.Any(e => !e.IsWarning) || scope.IsBroken ? null : timeline?.Length?.Constant?.ToDouble();
    }
}
