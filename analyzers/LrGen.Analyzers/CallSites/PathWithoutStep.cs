using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A branch that moves the schedule on instead of the optimizer.</summary>
internal sealed class PathWithoutStep : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.PathWithoutStep, "Path never calls optimizer.step",
        "This branch sets the rate and the other one calls '{0}', so that with a schedule nothing is trained; call it on both ways",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.PathWithoutStep));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var step in body.OptimizerSteps)
        {
            if (step.Call.Loop() is not { } loop || step.Call.Branch(loop.Body) is not { Parent: IConditionalOperation { WhenFalse: { } no } choice } branch)
                continue;
            var other = ReferenceEquals(branch, no) ? choice.WhenTrue : no;
            bool Writes(IOperation way) => body.SchedulerSteps.Any(s => s.Call.IsIn(way) && IsFor(s, step, body))
                || body.RateWrites.Any(w => Same(w.Optimizer, step.Variable) && w.Operation.IsIn(way));
            // A step somewhere else in the loop is one on all ways.
            if (Writes(other) && !Writes(branch) && body.OptimizerSteps.All(s => !Same(s.Variable, step.Variable) || ReferenceEquals(s, step)
                || !s.Call.IsIn(loop))
                && body.Backwards.Any(b => b.IsIn(loop) && !b.IsIn(choice)))
            {
                report(At(other is IBlockOperation { Operations: [var first, ..] } ? first : other, Code(step.Call)));
            }
        }
    }

    private static bool IsFor(Use scheduler, Use step, Body body) => body.CreationOf(scheduler.Variable, body.Schedulers) is { Optimizer: { } optimizer } made
        ? Same(optimizer, step.Variable) && made.Kind != "ReduceLROnPlateau"
        : body.OptimizerSteps.Select(s => s.Variable).Distinct(SymbolEqualityComparer.Default).Count() == 1;
}
