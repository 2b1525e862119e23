using LrGen.Analyzers.Review;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A schedule that is asked, and whose answer goes nowhere: a training at one rate.</summary>
internal sealed partial class ResultUnused : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.ResultUnused, "Schedule result is never used", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ResultUnused));

    /// <summary>What has not changed by then does not change.</summary>
    private static readonly Rational s_late = 1_000_000;

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        // Tests and plots ask for rates, too; only what trains has to use them.
        if (body.Backwards.Count + body.OptimizerSteps.Count == 0)
            return;
        CheckNeverAdvanced(body, report);
        foreach (var use in body.Uses)
        {
            if (use.Operation.IsInLambda() || !use.Target.IsRate)
                continue;
            if (use.Operation.Parent is IExpressionStatementOperation)
                report(Suggested(use.Operation, RateInLoop.Instead(use, body),
                    "'" + Code(use.Operation) + "' only computes a rate, and nothing takes it; assign it to the optimizer's ParamGroups"));
            else if (use.Operation.Loop() is null && use.Step?.Number() is not null && IsOnlyRateOf(use, body) is { } optimizer)
                report(Suggested(use.Operation, RateInLoop.After(use, optimizer, body),
                    "'" + use.Target.Symbol.Name + "' is asked for one rate before the loop, which '"
                    + optimizer.Name + "' then keeps; set the rate in the loop"));
        }
    }

    /// <summary>A cursor that a training looks at and never moves on.</summary>
    private void CheckNeverAdvanced(Body body, Action<Diagnostic> report)
    {
        foreach (var use in body.Uses)
        {
            if (use.Operation is IPropertyReferenceOperation { Instance: { } instance } && body.Known.IsCursor(instance.Type)
                && instance.Variable() is ILocalSymbol cursor
                && body.RateWrites.Any(w => w.Operation.Loop() is not null && body.UsesBehind(w.Value).Contains(use))
                && body.Assignments.To(cursor) is [{ IsDeclaration: true } made]
                && made.Operation.Loop() is null
                && !body.CursorMoves.Any(m => Same(m.Variable, cursor)) && !body.SetsStepOf(cursor) && !body.Escapes(cursor))
            {
                var moved = body.RateWrites.First(w => body.UsesBehind(w.Value).Contains(use)) is { Optimizer: { } optimizer }
                    ? RateInLoop.Advance(cursor.Name + ".Advance()", optimizer, body) : null;
                report(Suggested(use.Operation, moved,
                    "'" + cursor.Name + "' is never moved on, and the rate stays; call '" + cursor.Name + ".Advance()' in the loop"));
            }
        }
    }

    /// <summary>The optimizer that is trained in a loop at this rate and no other; null where its rate can change.</summary>
    private static ISymbol? IsOnlyRateOf(ScheduleUse use, Body body)
    {
        if (use.Target.Review is not { Curve: not null } review || body.Uses.Count(u => ReferenceEquals(u.Target, use.Target)) > 1 || Stays(review))
            return null;

        var optimizer = body.Optimizers.FirstOrDefault(o => o.Variable is ILocalSymbol && OptimizerCalls.RateArgument(o) is { } rate
            && body.UsesBehind(rate).Contains(use))?.Variable
            ?? body.RateWrites.FirstOrDefault(w => w.Optimizer is ILocalSymbol && body.UsesBehind(w.Value).Contains(use))?.Optimizer;
        if (optimizer is null || !body.OptimizerSteps.Any(s => Same(s.Variable, optimizer) && s.Call.Loop() is not null
            && s.Call.Start() > use.Operation.Start()))
            return null;
        return body.RateWrites.Any(w => w.Optimizer is null || Same(w.Optimizer, optimizer) && !body.UsesBehind(w.Value).Contains(use))
            || body.SchedulersOf(optimizer).Any() || body.Escapes(optimizer)
            ? null
            : optimizer;
    }

    private static bool Stays(ScheduleReview review) => review.At(Rational.Zero) == review.ExactPeak && review.At(review.End ?? s_late) == review.ExactPeak;
}
