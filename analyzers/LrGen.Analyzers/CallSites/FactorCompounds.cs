using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A share of the first rate, computed from the step, that code multiplies the last rate by: 0.9 to the step, each time once more.</summary>
internal sealed class FactorCompounds : CallSiteRule
{
    private const int Steps = 6;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.FactorCompounds, "Factor of the step compounds",
        "'{0}' is a share of the first rate, which goes down from 1 with the step, and here it multiplies what it has multiplied before; {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.FactorCompounds));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var write in RateFactors.In(reading))
        {
            if (write is not { By: { } by, Factor: null } || findings.PlaceOf(write.Event) is not { } place || write.Event.Place.InnerLoop is not { } inner
                || write.Event.Place.BranchIn(inner) is not null)
                continue;
            foreach (var loop in write.Event.Place.Loops())
            {
                if (loop.Loop?.Counter is { } counter && IsShare(by, counter, reading))
                {
                    findings.Add(At(place, Code(by), "assign the first rate times it"));
                    break;
                }
            }
        }

        foreach (var scheduler in reading.Schedulers)
        {
            if (scheduler is { IsMade: true, Type: "MultiplicativeLR" } && reading.Owns(scheduler.Call)
                && scheduler.Call.Argument("lr_lambda")?.Unwrap() is { } lambda
                && (lambda is IDelegateCreationOperation { Target: var target } ? target : lambda) is IAnonymousFunctionOperation
                    { Body.Operations: [IReturnOperation { ReturnedValue: { } returned }], Symbol.Parameters: [var step] }
                        && IsShare(returned, step, reading))
            {
                findings.Add(At(returned, Code(returned), "use LambdaLR, which multiplies the first rate"));
            }
        }
    }

    /// <summary>Whether an expression is 1 at step 0 and falls with each step, faster than a constant factor would be worth writing so.</summary>
    private static bool IsShare(IOperation factor, ISymbol counter, TrainingReading reading)
    {
        if (!factor.DescendantsAndSelf().Any(o => TorchTypes.Same(o.Variable(), counter)))
            return false;
        var body = reading.BodyOf(factor);
        var evaluation = new Evaluation(v => v is ILocalSymbol local && body?.Assignments.To(local) is [{ IsDeclaration: true, Value: { } value }]
            ? body.Origin(value).Number() : null);
        var (code, step) = factor.Unwrap() is IInvocationOperation { TargetMethod: { Parameters.Length: 1 } method, Arguments: [var argument] }
            && TorchTypes.Same(argument.Value.Variable(), counter)
            && reading.Known.Bodies.Of(method, reading.Cancellation) is { } called
            ? ((called as IMethodBodyOperation)?.BlockBody ?? (called as IMethodBodyOperation)?.ExpressionBody ?? (called as ILocalFunctionOperation)?.Body,
                (ISymbol)method.OriginalDefinition.Parameters[0])
            : (factor, counter);
        if (code is null || evaluation.At(code, step, 0) is not { } last || Math.Abs(last - 1) > 1e-9)
            return false;
        for (int at = 1; at < Steps; at++)
        {
            if (evaluation.At(code, step, at) is not { } next || next >= last)
                return false;
            last = next;
        }

        return true;
    }
}
