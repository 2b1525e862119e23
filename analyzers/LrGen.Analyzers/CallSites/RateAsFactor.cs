using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rate where TorchSharp multiplies the optimizer's rate by what it gets.</summary>
internal sealed class RateAsFactor : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateAsFactor, "Rate is given where a factor is wanted",
        "{0} multiplies the optimizer's rate {1} by what this returns, and {2} is a rate; give the optimizer a rate of 1, or assign the rate in the loop without a scheduler",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateAsFactor));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var scheduler in body.Schedulers)
        {
            if (scheduler.Kind is not ("LambdaLR" or "MultiplicativeLR") || scheduler.Call.Argument("lr_lambda") is not { } lambda)
                continue;
            // With a rate of 1 the factor is the rate; with one that is not known it can be 1.
            if (body.CreationOf(scheduler.Optimizer, body.Optimizers) is not { } optimizer || OptimizerCalls.Rate(optimizer, body) is not { } rate
                || rate is 1)
                continue;
            if (Given(lambda, optimizer, body) is var (place, name))
                report(Beside(place, Literal(scheduler, optimizer, body), scheduler.Kind, Text(rate), name));
        }
    }

    /// <summary>The optimizer's rate as a literal, where 1 in its place makes the factor the rate and changes nothing else.</summary>
    private static IEnumerable<IOperation> Literal(Creation scheduler, Creation optimizer, Body body)
    {
        // A MultiplicativeLR multiplies what it has multiplied before.
        if (scheduler.Kind == "LambdaLR" && !OptimizerCalls.HasGroups(optimizer) && OptimizerCalls.RateArgument(optimizer)?.Unwrap() is ILiteralOperation literal
            && body.SchedulersOf(optimizer.Variable).Count() == 1 && !body.RateWritesOf(optimizer.Variable).Any())
        {
            yield return literal;
        }
    }

    /// <summary>The rate that a delegate returns; null where it returns anything else.</summary>
    private static (IOperation Place, string Name)? Given(IOperation lambda, Creation optimizer, Body body)
    {
        var target = lambda.Unwrap() is IDelegateCreationOperation { Target: var created } ? created : lambda.Unwrap();
        if (target is IMethodReferenceOperation { Method: var method })
            return body.Known.TargetOf(method, body.Cancellation) is { } declared && IsRate(declared) ? (target, "'" + declared.Symbol.Name + "'") : null;
        if (target is not IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] })
            return null;
        value = value.Unwrap();
        if (body.Uses.FirstOrDefault(u => ReferenceEquals(u.Operation, value)) is { } use)
            return IsRate(use.Target) ? (value, "'" + use.Target.Symbol.Name + "'") : null;
        // lr: rate, and then _ => rate: the rate's square.
        return value.Variable() is { } variable
            && TorchTypes.Same(variable, OptimizerCalls.RateArgument(optimizer)?.Variable()) ? (value, "'" + variable.Name + "'") : null;
    }

    /// <summary>Whether a declaration gives rates: one that begins or peaks at 1 gives factors.</summary>
    private static bool IsRate(ScheduleTarget target) => target is { IsRate: true, Peak: { } peak } && peak is not 1
        && target.Review!.At(0).ToDouble() is not 1;
}
