using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;

namespace LrGen.Generator.Schedules;

/// <summary>The schedules of the declarations that a target uses, each computed once.</summary>
internal sealed class UsedTimelines(EquatableArray<UsedDeclaration> declarations)
{
    private readonly Dictionary<int, Lowered> _known = [];

    /// <summary>None.</summary>
    public static UsedTimelines None => new(EquatableArray<UsedDeclaration>.Empty);

    /// <summary>The schedule of a declaration; null where it has errors, which are reported where it stands.</summary>
    /// <param name="index">Its index in the table.</param>
    /// <param name="checks">Takes what the generated code has to check.</param>
    public Timeline? Of(int index, List<RuntimeCheck> checks)
    {
        if (!_known.TryGetValue(index, out var lowered))
            _known[index] = lowered = Lower(declarations[index]);
        // Several that share a part have its checks once.
        checks.AddRange(lowered.Checks.Where(c => !checks.Contains(c)).ToList());
        return lowered.Timeline;
    }

    private Lowered Lower(UsedDeclaration declaration)
    {
        var errors = new List<ScheduleError>();
        var checks = new List<RuntimeCheck>();
        var scope = new LoweringScope(new TrainingContext(declaration.Training, checks), errors, checks) { Used = this };
        var timeline = ScheduleLowering.Lower(declaration.Attributes, scope);
        return new Lowered(scope.IsBroken || errors.Any(e => !e.IsWarning) ? null : timeline, checks);
    }

    private sealed record Lowered(Timeline? Timeline, IReadOnlyList<RuntimeCheck> Checks);
}
