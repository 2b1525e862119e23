using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rate for the optimizer that its schedule replaces with another before the first update.</summary>
internal sealed class OptimizerRateReplaced : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.OptimizerRateReplaced, "Optimizer's rate is replaced by the schedule's", "{0}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.OptimizerRateReplaced));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var optimizer in body.Optimizers)
        {
            // 0 and 1 are no rates that anybody would train with, but what stands where one has to be given.
            if (OptimizerCalls.RateArgument(optimizer) is not { } written || body.Origin(written).Number() is not { } rate || rate is 0 or 1
                || OptimizerCalls.HasGroups(optimizer))
                continue;
            var writes = body.RateWrites.Where(w => Same(w.Optimizer, optimizer.Variable)).ToList();
            if (writes is not [{ Group.Length: > 0 } write] || write.Operation.Branch(null) is not null
                && write.Operation.Branch(write.Operation.Loops().LastOrDefault()) is not null
                || body.UseIn(write.Value) is not { Target: { Review: { Curve: not null } review } target } use
                || body.Schedulers.Any(s => Same(s.Optimizer, optimizer.Variable)))
            {
                continue;
            }

            // An update before the first assignment would use the rate.
            var first = body.OptimizerSteps.Where(s => Same(s.Variable, optimizer.Variable)).OrderBy(s => s.Call.Start()).FirstOrDefault();
            double start = review.At(Rational.Zero).ToDouble();
            if (first?.Call.Start() < write.Operation.Start() || rate.Equals(review.Peak) || rate.Equals(start))
                continue;
            report(Mended(written.Unwrap(), FirstRate(written, use), Message(rate, "'" + target.Symbol.Name + "'", start, review.Peak)));
        }
    }

    /// <summary>TorchSharp's cycles, which begin at a rate of their own.</summary>
    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (scheduler is not { IsMade: true, Type: "OneCycleLR" or "CyclicLR", Optimizer: { IsMade: true } optimizer, Whole: null }
                || OptimizerCalls.RateArgument(optimizer.Creation!) is not { } written || !reading.Owns(optimizer.Call)
                    || OptimizerCalls.HasGroups(optimizer.Creation!)
                || (optimizer.Number("lr") ?? optimizer.Number("learningRate")) is not (not (null or 0 or 1) and { } rate)
                    || scheduler.Number("max_lr") is not { } peak
                || !reading.Of(scheduler, EventKind.Step).Any())
                continue;
            double? first = scheduler.Type == "CyclicLR" ? scheduler.Number("base_lr") : peak / scheduler.Number("div_factor");
            if (first is { } start && !IsNear(rate, peak) && !IsNear(rate, start))
                findings.Add(At(written.Unwrap(), Message(rate, "the " + scheduler.Type, start, peak)));
        }
    }

    private static bool IsNear(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Abs(b);

    private static string Message(double rate, string schedule, double first, double peak) => "The rate " + Text(rate) + " is never used: " + schedule
        + " sets "
        + Text(first) + " at step 0, and at most " + Text(peak) + "; give the schedule's rate, so that there is one";

    /// <summary>The call that asks a schedule for its first rate; null where the rate is no literal, or more than the step is asked for.</summary>
    private static string? FirstRate(IOperation written, ScheduleUse use) => written.Unwrap() is ILiteralOperation
        && use.Operation is IInvocationOperation
        {
            TargetMethod: { IsStatic: true, IsGenericMethod: false, Parameters: [{ RefKind: RefKind.None, Type: var step }] },
            Type.SpecialType: SpecialType.System_Double or SpecialType.System_Single,
            Syntax: InvocationExpressionSyntax { Expression: var method },
        }
        && (step.IsInteger() || step.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal)
            ? method + "(0)"
            : null;
}
