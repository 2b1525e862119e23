using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>What loops count, and how often they run.</summary>
internal static class LoopCounts
{
    /// <summary>The loop over epochs around an operation, by the name of its variable; null where there is none.</summary>
    public static ILoopOperation? OverEpochs(IOperation operation) => operation.Loops().FirstOrDefault(l => l.Locals.Any(v => Words.IsEpoch(v.Name)));

    /// <summary>The variable of a <c>for</c> loop that goes up by one from a number; null for any other loop.</summary>
    public static (ILocalSymbol Variable, double From)? Counter(ILoopOperation loop)
    {
        if (loop is not IForLoopOperation { Before: [var before, ..] } counted)
            return null;
        foreach (var operation in before.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && declarator.GetVariableInitializer()?.Value.Number() is { } from
                && counted.AtLoopBottom.Any(b => b.Descendants().Any(o => o is IIncrementOrDecrementOperation { Kind: OperationKind.Increment } i
                && SymbolEqualityComparer.Default.Equals(i.Target.Variable(), declarator.Symbol))))
            {
                return (declarator.Symbol, from);
            }
        }

        return null;
    }

    /// <summary>How often a loop runs, where its bounds are known at compile time; whether it can end early.</summary>
    public static (double Count, bool MayBreak)? Rounds(ILoopOperation loop)
    {
        if (Counter(loop) is not var (variable, from) || loop is not IForLoopOperation { Condition: IBinaryOperation condition })
            return null;
        if (!SymbolEqualityComparer.Default.Equals(condition.LeftOperand.Variable(), variable) || condition.RightOperand.Number() is not { } bound)
            return null;
        double? count = condition.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => bound - from,
            BinaryOperatorKind.LessThanOrEqual => bound - from + 1,
            _ => null,
        };
        // What leaves the loop early makes its count the longest one, not the usual one.
        return count is >= 1 and var rounds ? (rounds, loop.Body.Descendants().Any(o => o is IBranchOperation { BranchKind: BranchKind.Break } b
            && ReferenceEquals(b.Loop(), loop) || o is IReturnOperation)) : null;
    }

    /// <summary>
    /// How often an operation runs inside another: the product of the rounds of the loops between. The result is null where one is not known.
    /// </summary>
    public static (double Count, bool MayBreak)? Rounds(IOperation operation, IOperation? outer)
    {
        double count = 1;
        bool mayBreak = false;
        foreach (var loop in operation.Loops())
        {
            if (outer is not null && outer.IsIn(loop))
                break;
            if (Rounds(loop) is not var (rounds, breaks))
                return null;
            count *= rounds;
            mayBreak |= breaks;
        }

        return (count, mayBreak);
    }

    /// <summary>Whether a value is 0 in the first round of all loops around it.</summary>
    public static bool StartsAtZero(IOperation value, Body body)
    {
        switch (value.Unwrap())
        {
            case { ConstantValue: { HasValue: true } } constant:
                return constant.Number() is 0;
            case IIncrementOrDecrementOperation { IsPostfix: true } increment:
                return StartsAtZero(increment.Target, body);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return StartsAtZero(sum.LeftOperand, body) && StartsAtZero(sum.RightOperand, body);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return StartsAtZero(product.LeftOperand, body) || StartsAtZero(product.RightOperand, body);
            case ILocalReferenceOperation { Local: var local }:
                var assigned = body.Assignments.To(local);
                return assigned.Count > 0 && assigned[0] is { IsDeclaration: true, Value: { } first } && first.Number() is 0
                    && assigned.Skip(1).All(a => a.IsAdvance);
            default:
                return false;
        }
    }
}
