using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A scheduler that goes on with an optimizer that nobody uses any more.</summary>
internal sealed class OptimizerReplaced : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.OptimizerReplaced, "Optimizer is replaced after its scheduler was made",
        "'{0}' is another optimizer from here on, and the {1} above still has the old one, so that the rate stays; make the scheduler after this",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.OptimizerReplaced));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var scheduler in body.Schedulers)
        {
            if (scheduler.Optimizer is not { } optimizer || scheduler.Call.IsInLambda())
                continue;
            foreach (var replaced in body.Assignments.To(optimizer))
            {
                if (replaced is { IsDeclaration: false, Operation: ISimpleAssignmentOperation }
                    && replaced.Operation.Start() > scheduler.Call.Start() && !replaced.Operation.IsInLambda()
                    && ReferenceEquals(replaced.Operation.Loop(), scheduler.Call.Loop())
                    && !body.Schedulers.Any(s => Same(s.Optimizer, optimizer) && s.Call.Start() > replaced.Operation.Start())
                    && body.SchedulerSteps.Any(s => s.Call.Start() > replaced.Operation.Start() && (scheduler.Variable is null
                    || Same(s.Variable, scheduler.Variable))))
                {
                    report(At(replaced.Operation, optimizer.Name, scheduler.Kind));
                    break;
                }
            }
        }
    }
}
