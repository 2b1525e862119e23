namespace LrGen.Reference;

/// <summary>Another schedule as a phase, whole or cut at a length.</summary>
internal sealed class UsedPhase(Stage used, Rational? cut) : Phase(
    cut ?? (used.GoesOn ? null : used.End), cut ?? (used.GoesOn ? null : used.End), used.Throws && cut is null ? AfterEnd.Throw : AfterEnd.Hold)
{
    /// <inheritdoc/>
    public override BigReal Beginning => used.First;

    /// <inheritdoc/>
    public override BigReal Continued(Rational u) => cut is null ? used.Value(u) : Held(u);

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() => MarksWith([.. used.Marks.Where(mark => cut is null || mark <= cut)]);

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u) => used.Value(u);
}

/// <summary>Reads what names other declarations.</summary>
internal static class Compositions
{
    /// <summary>Returns the phase of an attribute that names others; null for one that does not.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="resolve">Gives the schedule that a name stands for.</param>
    public static Phase? Read(ScheduleAttribute attribute, Arguments arguments, Func<string, Stage> resolve) => attribute switch
    {
        UseAttribute a => new UsedPhase(resolve(a.Schedule), arguments.LengthOrNone("steps", a.Steps)),
        ProductAttribute a => Combined(a.Schedules, resolve, arguments.LengthOrNone("steps", a.Steps), values => values.Aggregate((x, y) => x * y)),
        SumAttribute a => Combined(a.Schedules, resolve, arguments.LengthOrNone("steps", a.Steps), values => values.Aggregate((x, y) => x + y)),
        AverageAttribute a => Combined(a.Schedules, resolve, arguments.LengthOrNone("steps", a.Steps), values => values.Aggregate((x, y) => x + y) / a.Schedules.Length),
        MaxAttribute a => Combined(a.Schedules, resolve, arguments.LengthOrNone("steps", a.Steps), values => values.Aggregate(BigReal.Max)),
        MinAttribute a => Combined(a.Schedules, resolve, arguments.LengthOrNone("steps", a.Steps), values => values.Aggregate((x, y) => x < y ? x : y)),
        _ => null,
    };

    private static UsedPhase Combined(string[] names, Func<string, Stage> resolve, Rational? cut, Func<IEnumerable<BigReal>, BigReal> combine)
    {
        List<Stage> parts = [.. names.Select(resolve)];
        bool goesOn = parts.Any(part => part.GoesOn);
        Rational? end = parts.Any(part => part.End is null) ? null : parts.Select(part => part.End!.Value).Max();
        // What goes on behind its own end is not over where the longest is.
        return new(new(t => combine(parts.Select(part => part.Value(t))), combine(parts.Select(part => part.First)), end, false, goesOn && end is null, [.. parts.SelectMany(part => part.Marks)]), cut);
    }
}
