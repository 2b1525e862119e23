using LrGen.Analyzers.Reading;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rate that code multiplies: that of a group, or one that it keeps in a variable and gives to an optimizer.</summary>
/// <param name="Event">The assignment.</param>
/// <param name="By">What it is multiplied by; null where it is divided.</param>
/// <param name="Factor">The number that it is multiplied by; null where it is not known.</param>
/// <param name="HasFloor">Whether something keeps it from falling on.</param>
internal sealed record RateFactors(TrainingEvent Event, IOperation? By, double? Factor, bool HasFloor)
{
    public static IEnumerable<RateFactors> In(TrainingReading reading)
    {
        foreach (var happened in reading.Events)
        {
            if (happened.IsHanded || happened.Kind is not (EventKind.RateWrite or EventKind.Assign)
                || happened.Kind == EventKind.Assign && !(happened.Variable is { } variable && IsRate(variable, reading)))
                continue;
            if (Product(happened) is var (by, isDivided))
            {
                double? number = by.Number() ?? reading.BodyOf(by)?.Origin(by).Number();
                yield return new RateFactors(happened, isDivided ? null : by, isDivided ? 1 / number : number, IsBounded(happened));
            }
        }
    }

    /// <summary>Whether a variable is a rate: an optimizer is made with it, or it is assigned to a group.</summary>
    private static bool IsRate(ISymbol variable, TrainingReading reading) =>
        variable is ILocalSymbol { Type: var local } && local.IsNumber() && !local.IsInteger() || variable is IFieldSymbol { Type: var field }
            && field.IsNumber() && !field.IsInteger()
            ? reading.All(EventKind.RateWrite).Any(w => w.Assigned is { } value && value.DescendantsAndSelf().Any(o => TorchTypes.Same(o.Variable(),
                variable)))
                || reading.Optimizers.Any(o => o.IsMade && OptimizerCalls.RateArgument(o.Creation!) is { } rate && TorchTypes.Same(rate.Variable(), variable))
            : false;

    /// <summary>What an assignment multiplies or divides its own target by.</summary>
    private static (IOperation By, bool IsDivided)? Product(TrainingEvent happened)
    {
        switch (happened.Operation)
        {
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply, Value: var by }:
                return (by, false);
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide, Value: var by }:
                return (by, true);
            case ISimpleAssignmentOperation { Target: var target, Value: var value } when value.Unwrap() is IBinaryOperation
                { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } product:
                bool isDivided = product.OperatorKind == BinaryOperatorKind.Divide;
                return IsTarget(product.LeftOperand, target) ? (product.RightOperand, isDivided)
                    : !isDivided && IsTarget(product.RightOperand, target) ? (product.LeftOperand, false) : null;
            default:
                return null;
        }
    }

    private static bool IsTarget(IOperation operand, IOperation target) => TorchTypes.Same(operand.Variable(), target.Variable())
        || operand.Unwrap() is IPropertyReferenceOperation { Property.Name: "LearningRate" }
            && target is IPropertyReferenceOperation { Property.Name: "LearningRate" };

    /// <summary>Whether the code around looks at how small the rate is.</summary>
    private static bool IsBounded(TrainingEvent happened)
    {
        string name = happened.Variable?.Name ?? "LearningRate";
        return happened.Operation.Root().Descendants().Any(o =>
            o is IInvocationOperation { TargetMethod: { Name: "Max" or "Clamp", ContainingType.Name: "Math" or "MathF" } } call
                && call.Descendants().Any(d => d.Name() == name)
            || o is IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual
                or BinaryOperatorKind.LessThanOrEqual } compared && (compared.LeftOperand.Name() == name || compared.RightOperand.Name() == name));
    }
}
