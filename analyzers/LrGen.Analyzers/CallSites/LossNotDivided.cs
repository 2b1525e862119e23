using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>Gradients of several micro-batches that are added up where the mean is meant.</summary>
internal sealed class LossNotDivided : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.LossNotDivided, "Accumulated loss is not divided",
        "The optimizer steps once for {0} calls of backward, whose gradients add up to {0} times the rate; divide the loss by {0}, unless a sum is meant",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.LossNotDivided));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        if (body.Known.Torch is not { } torch)
            return;
        foreach (var backward in body.Backwards)
        {
            if (backward.Instance is not { } loss || backward.Loop() is not { } loop || !IsMean(loss, body, torch))
                continue;
            // Where gradients are read, they can be divided there.
            if (loop.Body.Descendants().Any(o => o is IPropertyReferenceOperation { Property.Name: "grad" }))
                continue;
            foreach (var step in body.OptimizerSteps)
            {
                if (Count(backward, step, loop, body) is var (count, written))
                {
                    report(Mended(backward, Divided(backward, written), count));
                    break;
                }
            }
        }
    }

    /// <summary>Losses that another method than that of the step differentiates.</summary>
    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        if (reading.Known.Torch is not { } torch)
            return;
        foreach (var step in reading.All(EventKind.Step))
        {
            if (step is not { IsHanded: false, Thing.Kind: ThingKind.Optimizer } || step.Place.InnerLoop is not { } round
                || step.Place.BranchIn(round)?.Modulus() is not { } every
                || every.Number() <= 1)
                continue;
            foreach (var backward in reading.All(EventKind.Backward))
            {
                if (backward.IsHanded || !ReferenceEquals(backward.Place.InnerLoop, round) || backward.Place.BranchIn(round) is not null
                    || ReferenceEquals(backward.Operation.Root(), step.Operation.Root()) || backward.Call?.Instance is not { } loss
                        || reading.BodyOf(loss) is not { } body
                    || !IsMean(loss, body, torch) || findings.PlaceOf(backward) is not { } place
                    || reading.All(EventKind.ZeroGrad).Any(z => ReferenceEquals(z.Place.InnerLoop, round) && z.Place.BranchIn(round) is null))
                    continue;
                findings.Add(At(place, every.Number() is { } number ? Text(number) : every.Syntax.ToString()));
                return;
            }
        }
    }

    /// <summary>The call with its loss divided; null where the number is nothing that can be written there.</summary>
    private static string? Divided(IInvocationOperation backward, IOperation count)
    {
        if (backward.Arguments.Any(a => a.ArgumentKind == ArgumentKind.Explicit) || !count.CanStandAt(backward)
            || count.Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)
            || backward.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var loss } } call)
            return null;
        string text = call.ToString();
        int end = loss.Span.End - call.SpanStart;
        return "(" + text.Substring(0, end) + " / " + count.Syntax + ")" + text.Substring(end);
    }

    /// <summary>How many calls of backward a step has, as a message and as the code says it; null where it is one, or not known.</summary>
    private static (string Count, IOperation Written)? Count(IInvocationOperation backward, Use step, ILoopOperation loop, Body body)
    {
        if (step.Call.Loop() is not { } stepLoop)
            return null;
        // Gradients that are forgotten in each round are not added up.
        if (ReferenceEquals(stepLoop, loop))
        {
            return backward.Branch(loop.Body) is null && step.Call.Branch(loop.Body)?.Parent is IConditionalOperation { Condition: var condition }
                && !body.ZeroGrads.Any(z => Same(z.Variable, step.Variable) && ReferenceEquals(z.Call.Loop(), loop) && z.Call.Branch(loop.Body) is null)
                ? Modulus(condition)
                : null;
        }

        return ReferenceEquals(loop.Loops().FirstOrDefault(), stepLoop) && step.Call.Branch(stepLoop.Body) is null && step.Call.Start() > loop.Start()
            && !body.ZeroGrads.Any(z => z.Call.IsIn(loop)) && loop is IForLoopOperation { Condition: IBinaryOperation { RightOperand: var bound } }
            && bound.Name() is { } name && Words.IsAccumulation(name) && !(bound.Number() <= 1)
            ? (name, bound.Unwrap())
            : null;
    }

    /// <summary>The n of <c>i % n == 0</c>.</summary>
    private static (string Count, IOperation Written)? Modulus(IOperation condition)
    {
        foreach (var operation in condition.DescendantsAndSelf())
        {
            if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var left }
                && left.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, RightOperand: var divisor })
            {
                string? count = divisor.Number() is { } number ? number > 1 ? Text(number) : null : divisor.Name();
                return count is null ? null : (count, divisor.Unwrap());
            }
        }

        return null;
    }

    /// <summary>Whether a loss comes from TorchSharp's functions as it is, and is neither divided nor multiplied on the way.</summary>
    private static bool IsMean(IOperation loss, Body body, TorchTypes torch)
    {
        if (loss.Variable() is { } variable)
        {
            var values = body.Assignments.To(variable);
            return values.Count > 0 && values.All(v => v.Value is { } value && IsMean(value.Unwrap(), torch));
        }

        return IsMean(loss.Unwrap(), torch);
    }

    private static bool IsMean(IOperation value, TorchTypes torch) => value is IInvocationOperation call && torch.Owns(call.TargetMethod.OriginalDefinition)
        && call.TargetMethod.Name is not ("sum" or "div" or "div_" or "mul" or "mul_")
        && !call.Arguments.Any(a => a is { ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue.HasValue: true, Parameter.Type.Name: "Reduction" });
}
