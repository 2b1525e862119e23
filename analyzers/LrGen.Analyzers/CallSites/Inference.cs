using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>What a method tells of the training that a schedule is used in: its optimizer, and how many steps are asked for.</summary>
internal static class Inference
{
    /// <summary>The optimizer whose rate a use sets as it is; null where that is not known, and where groups of parameters have rates of their own.</summary>
    public static Creation? OptimizerOf(ScheduleUse use, Body body)
    {
        foreach (var optimizer in body.Optimizers)
        {
            if (OptimizerCalls.HasGroups(optimizer))
                continue;
            if (OptimizerCalls.RateArgument(optimizer) is { } rate && ReferenceEquals(body.UseIn(rate), use))
                return optimizer;
        }

        foreach (var write in body.RateWrites)
        {
            if (write.Group is "*" or "0" && ReferenceEquals(body.UseIn(write.Value), use)
                && body.CreationOf(write.Optimizer, body.Optimizers) is { } optimizer && !OptimizerCalls.HasGroups(optimizer))
                return optimizer;
        }

        return null;
    }

    /// <summary>How many steps a use asks for; null where that is not known at compile time.</summary>
    public static (double Count, bool MayBreak)? StepsOf(ScheduleUse use, Body body)
    {
        if (use.Operation.IsInLambda())
            return null;
        if (use.Step is null)
            return use.Operation is IPropertyReferenceOperation { Instance: { } instance } && instance.Variable() is ILocalSymbol cursor
                && body.Known.IsCursor(cursor.Type) ? OfCursor(cursor, body) : null;
        var step = use.Step.Unwrap();
        switch (step)
        {
            case IIncrementOrDecrementOperation { Kind: OperationKind.Increment, IsPostfix: true } increment:
                return OfCounter(increment.Target, body);
            case ILocalReferenceOperation { Local: var local }:
                foreach (var loop in use.Operation.Loops())
                {
                    if (LoopCounts.Counter(loop) is var (variable, from) && SymbolEqualityComparer.Default.Equals(variable, local))
                        return from is 0 ? LoopCounts.Rounds(loop) : null;
                }

                return OfCounter(step, body);
            // epoch · stepsPerEpoch + i
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left, RightOperand: var right }
                when left.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                var outer = LoopOf(product.LeftOperand, use);
                var inner = LoopOf(right, use);
                return outer is not null && inner is not null && product.RightOperand.Number() is { } perEpoch
                    && LoopCounts.Rounds(outer) is var (epochs, breaks) && LoopCounts.Rounds(inner) is var (batches, breaksInside)
                    && batches.Equals(perEpoch)
                    ? (epochs * perEpoch, breaks || breaksInside)
                    : null;
            default:
                return null;
        }
    }

    private static ILoopOperation? LoopOf(IOperation counter, ScheduleUse use) => counter.Variable() is { } variable
        ? use.Operation.Loops().FirstOrDefault(l => LoopCounts.Counter(l) is var (v, from) && from is 0 && SymbolEqualityComparer.Default.Equals(v, variable))
        : null;

    /// <summary>A counter that begins at 0 and goes up in one place.</summary>
    private static (double Count, bool MayBreak)? OfCounter(IOperation counter, Body body) =>
        counter.Variable() is ILocalSymbol local
            && body.Assignments.To(local) is [{ IsDeclaration: true, Value: { } first } declaration,
            { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } } advance]
            && first.Number() is 0
            ? Repeated(advance.Operation, declaration.Operation)
            : null;

    private static (double Count, bool MayBreak)? OfCursor(ILocalSymbol cursor, Body body) =>
        body.Assignments.To(cursor) is [{ IsDeclaration: true } declaration] && !body.SetsStepOf(cursor)
            && body.CursorMoves.Where(m => SymbolEqualityComparer.Default.Equals(m.Variable, cursor)).ToList() is [var move]
            ? Repeated(move.Call, declaration.Operation)
            : null;

    /// <summary>How often an operation runs after another, where it does so in every round.</summary>
    private static (double Count, bool MayBreak)? Repeated(IOperation operation, IOperation since)
    {
        var loops = operation.Loops().TakeWhile(l => !since.IsIn(l)).ToList();
        return loops.Count > 0 && operation.Branch(loops[loops.Count - 1].Body) is null ? LoopCounts.Rounds(operation, since) : null;
    }
}
