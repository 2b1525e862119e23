using LrGen.Analyzers.Rules;
using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A step counter that begins again with each epoch, or where a training goes on from a checkpoint.</summary>
internal sealed partial class CounterRestarts : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.CounterRestarts, "Step counter restarts", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.CounterRestarts));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var use in body.Uses)
        {
            if (!use.Target.IsRate || use.Operation.IsInLambda() || use.Operation.Loop() is null)
                continue;
            if (use.Step is { } step)
                CheckCounter(use, step, body, report);
            else if (use.Operation is IPropertyReferenceOperation { Instance: { } instance } && body.Known.IsCursor(instance.Type)
                && instance.Variable() is ILocalSymbol cursor)
                CheckCursor(use, cursor, body, report);
        }

        foreach (var driven in body.Reports)
            CheckPlateau(driven, body, report);
    }

    private void CheckPlateau(Use driven, Body body, Action<Diagnostic> report)
    {
        if (driven.Variable is ILocalSymbol plateau && LoopCounts.OverEpochs(driven.Call) is { } epochs && ReferenceEquals(driven.Call.Loop(), epochs)
            && body.Assignments.To(plateau) is [{ IsDeclaration: true, Value: { } value } declaration] && declaration.Operation.IsIn(epochs.Body)
            && value.Unwrap() is IDefaultValueOperation or IObjectCreationOperation { Initializer: null })
        {
            report(Beside(value, [epochs], "'" + plateau.Name + "' is new in every epoch, and never sees two metrics; make it before the loop over epochs"));
        }
    }

    private void CheckCounter(ScheduleUse use, IOperation step, Body body, Action<Diagnostic> report)
    {
        var argument = step.Unwrap() is IIncrementOrDecrementOperation increment ? increment.Target : step;
        string name = use.Target.Symbol.Name;
        if (use.Target.Counts is not Unit.Epochs && argument.Variable() is ILocalSymbol local && LoopCounts.OverEpochs(use.Operation) is { } epochs
            && !Words.IsEpoch(local.Name) && !ComesAgain(use.Target) && DeclaredIn(local, epochs, use, body))
        {
            var declaration = body.Assignments.To(local).Select(a => a.Operation).Where(o => o is IVariableDeclaratorOperation);
            report(Diagnostic.Create(
                s_rule, step.Unwrap().Syntax.GetLocation(), declaration.Append(epochs).Select(o => o.Syntax.GetLocation()),
                ScheduleDiagnostic.Replacing(StepInLoops.Of(use, step, isEpoch: false)),
                "'" + local.Name + "' starts at 0 again in every epoch, and with it '" + name
                + "'; count the updates of the whole training, for example epoch * stepsPerEpoch + i"));
            return;
        }

        if (Load(use, body) is { } load && LoopCounts.StartsAtZero(step, body))
        {
            report(At(step.Unwrap(), "'" + Code(step) + "' starts at 0, although '" + Code(load) + "' goes on with a training, so that '" + name
                + "' begins from its start; save the step with the checkpoint and go on from it"));
        }
    }

    /// <summary>Whether a schedule begins again by itself: then it may do so with each epoch.</summary>
    private static bool ComesAgain(ScheduleTarget target) => target.Review is { Curve.AfterEnd.Kind: AfterEnd.Repeat } or { IsSearch: true };

    /// <summary>Whether a counter from 0 belongs to each single epoch.</summary>
    private static bool DeclaredIn(ILocalSymbol local, ILoopOperation epochs, ScheduleUse use, Body body)
    {
        foreach (var loop in use.Operation.Loops().TakeWhile(l => !ReferenceEquals(l, epochs)))
        {
            if (LoopCounts.Counter(loop) is var (variable, from) && SymbolEqualityComparer.Default.Equals(variable, local))
                return from is 0;
        }

        var assigned = body.Assignments.To(local);
        return assigned is [{ IsDeclaration: true, Value: { } first } declaration, ..] && first.Number() is 0 && declaration.Operation.IsIn(epochs.Body)
            && assigned.Skip(1).Any() && assigned.Skip(1).All(a => a.IsAdvance && a.Operation.IsIn(epochs.Body))
            && use.Operation.Loop() is { } inner && !ReferenceEquals(inner, epochs);
    }

    private void CheckCursor(ScheduleUse use, ILocalSymbol cursor, Body body, Action<Diagnostic> report)
    {
        if (body.Assignments.To(cursor) is not [{ IsDeclaration: true, Value: { } value } declaration] || !IsFresh(value) || MovesElsewhere(cursor, body))
            return;
        string name = use.Target.Symbol.Name;
        if (LoopCounts.OverEpochs(use.Operation) is { } epochs && declaration.Operation.IsIn(epochs.Body) && use.Target.Counts is not Unit.Epochs
            && !ReferenceEquals(use.Operation.Loop(), epochs))
            report(Beside(value, [epochs],
                "'" + cursor.Name + "' starts at step 0 again in every epoch, and with it '" + name + "'; make it before the loop over epochs"));
        else if (Load(use, body) is { } load)
            report(At(value, "'" + cursor.Name + "' starts at step 0, although '" + Code(load) + "' goes on with a training, so that '" + name
                + "' begins from its start; save its Step with the checkpoint and construct it there"));
    }

    private static bool IsFresh(IOperation value) => value.Unwrap() switch
    {
        IDefaultValueOperation => true,
        IObjectCreationOperation { Initializer: null } creation => creation.Arguments.All(a => a.Parameter?.Name != "step" || a.Value.Number() is 0),
        _ => false,
    };

    /// <summary>Whether the cursor's step is set.</summary>
    private static bool MovesElsewhere(ILocalSymbol cursor, Body body) => body.SetsStepOf(cursor);

    /// <summary>The load of an optimizer's state before a use: weights alone are loaded for a new training, too.</summary>
    private static IOperation? Load(ScheduleUse use, Body body) =>
        body.OptimizerLoads.FirstOrDefault(l => l.Call.Start() < use.Operation.Start() && l.Call.Loop() is null)?.Call;
}
