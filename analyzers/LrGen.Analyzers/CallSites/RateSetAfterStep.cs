using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rate that comes an update too late, or a scheduler that moves on an update too early.</summary>
internal sealed class RateSetAfterStep : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateSetAfterStep, "Rate is set after the optimizer's step", "{0}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateSetAfterStep));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var write in body.RateWrites)
        {
            if (write.Optimizer is null || body.UsesBehind(write.Value).FirstOrDefault() is not { Step: { } argument } use
                || argument.Variable() is not { } step)
                continue;
            var (block, statement) = ReplacedRate.PlaceOf(write.Operation);
            if (block is null || StepBefore(block, statement, write.Optimizer, body) is not { } before)
                continue;
            // Where the counter moves on between the two, or begins above 0, the rate is that of the next update.
            if (body.Assignments.To(step).Any(a => a.IsAdvance && a.Operation.Start() > before.Call.Start()
                && a.Operation.Start() < write.Operation.Start() || a.IsDeclaration && a.Value?.Number() is not (null or 0))
                || body.RateWrites.Any(w => !ReferenceEquals(w, write) && Same(w.Optimizer, write.Optimizer)))
            {
                continue;
            }

            report(Beside(before.Call, write.Operation,
                "'" + Code(use.Operation) + "' is set after the update that it is for; set it before '" + Code(before.Call) + "'"));
        }
    }

    /// <summary>Schedulers that move on before the updates of a round, in whatever methods the two stand.</summary>
    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (scheduler is not { IsMade: true, Optimizer: { } optimizer, Type: not "ReduceLROnPlateau", Whole: null } || findings.IsExplained(scheduler))
                continue;
            var moves = reading.Of(scheduler, EventKind.Step).ToList();
            foreach (var move in moves)
            {
                if (move is not { IsHanded: false, IsCertain: true } || move.Place.InnerLoop is not { } round || move.Place.BranchIn(round) is not null
                    || scheduler.Place.IsIn(round) || moves.Exists(m => !ReferenceEquals(m, move) && m.Place.IsIn(round)))
                    continue;
                // An update before it in the round, or none in it at all, makes it the last of a round.
                var updates = reading.Of(optimizer, EventKind.Step).Where(u => u.Place.IsIn(round)).ToList();
                if (updates.Count > 0 && updates.TrueForAll(u => u.Order > move.Order) && findings.PlaceOf(move) is { } place)
                {
                    findings.Add(Beside(updates[0].Operation, place, "The " + scheduler.Type + " moves on before '" + Code(updates[0].Operation)
                        + "', so that its first rate is never used; call it after the update"));
                }
            }
        }
    }

    private static Diagnostic Beside(IOperation step, IOperation place, string message) =>
        Diagnostic.Create(s_rule, place.Syntax.GetLocation(), additionalLocations: [step.Syntax.GetLocation()], message);

    private static Use? StepBefore(IBlockOperation block, IOperation statement, ISymbol optimizer, Body body) =>
        block.Loops().Any() || block.Parent is ILoopOperation
            ? body.OptimizerSteps.FirstOrDefault(s => Same(s.Variable, optimizer) && ReferenceEquals(s.Call.Place().Block, block)
            && s.Call.Start() < statement.Start())
            : null;
}
