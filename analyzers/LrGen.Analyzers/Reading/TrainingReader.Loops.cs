using LrGen.Analyzers.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>Loops: what they count, how often they run, and what they go over.</summary>
internal sealed partial class TrainingReader
{
    private void VisitLoop(ILoopOperation loop)
    {
        var outside = _place;
        switch (loop)
        {
            case IForLoopOperation counted:
                foreach (var before in counted.Before)
                    Visit(before);
                Repeat(loop, FactsOf(counted), () =>
                {
                    Visit(counted.Condition);
                    Visit(counted.Body);
                    foreach (var bottom in counted.AtLoopBottom)
                        Visit(bottom);
                });
                break;
            case IForEachLoopOperation each:
                var collection = Visit(each.Collection);
                Repeat(loop, FactsOf(each, collection), () =>
                {
                    if (each.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var element })
                        _store = _store.SetItem((null, element), ElementOf(collection, null) is var value && IsEach(collection) ? AllOf(collection,
                            value) : value);
                    Visit(each.Body);
                });
                break;
            case IWhileLoopOperation tested:
                Repeat(loop, FactsOf(tested), () =>
                {
                    if (tested.ConditionIsTop)
                        Visit(tested.Condition);
                    Visit(tested.Body);
                    if (!tested.ConditionIsTop)
                        Visit(tested.Condition);
                });
                break;
            default:
                foreach (var child in loop.ChildOperations)
                    Visit(child);
                break;
        }

        _place = outside;
    }

    private void Repeat(IOperation loop, LoopFacts facts, Action round)
    {
        var outside = _place;
        var before = _store;
        ForgetAssigned(loop);
        _place = new Place(_place, PlaceKind.Loop, loop, facts);
        round();
        _place = outside;
        _store = Join(before, _store);
    }

    /// <summary>What a loop changes has another number in each round.</summary>
    private void ForgetAssigned(IOperation loop)
    {
        foreach (var operation in loop.Descendants())
        {
            var target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation increment => increment.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            };
            if (target is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation && Key(target) is { } key
                && _store.TryGetValue(key, out var value) && value.Scale is not null)
                _store = _store.SetItem(key, Value.Unknown);
        }
    }

    private static bool IsEach(Value collection) => collection.All<Groups>().Any();

    private static Value AllOf(Value collection, Value element) => collection.All<Groups>().FirstOrDefault() is { } groups
        ? Value.Of(groups with { IsList = false, Which = groups.IsList ? "*" : groups.Which })
        : element;

    private LoopFacts FactsOf(IForLoopOperation loop)
    {
        foreach (var bottom in loop.AtLoopBottom.SelectMany(b => b.DescendantsAndSelf()))
        {
            if (IsAdvance(bottom) is { } counter)
                return Counted(loop, counter, loop.Condition, NumberOf(counter), postponed: 0);
        }

        // for (int epoch = 0; epoch < epochs;) { …; epoch++; }
        return WithBodyCounter(loop, loop.Condition);
    }

    private LoopFacts FactsOf(IWhileLoopOperation loop)
    {
        if (loop.Condition is null)
            return new LoopFacts(LoopOver.Rounds);
        // while (epoch++ < epochs), do { … } while (++epoch < epochs)
        foreach (var advance in loop.Condition.DescendantsAndSelf().OfType<IIncrementOrDecrementOperation>())
        {
            if (IsAdvance(advance) is { } counter)
                return Counted(loop, counter, loop.Condition, NumberOf(counter), postponed: loop.ConditionIsTop == advance.IsPostfix
                    ? 0 : loop.ConditionIsTop ? -1 : 1);
        }

        return WithBodyCounter(loop, loop.Condition);
    }

    private LoopFacts WithBodyCounter(ILoopOperation loop, IOperation? condition)
    {
        var compared = condition is null ? [] : Comparisons(condition).SelectMany(c => new[] { c.LeftOperand.Variable(),
            c.RightOperand.Variable() }).ToList();
        foreach (var statement in loop.Body is IBlockOperation block ? block.Operations.AsEnumerable() : [loop.Body])
        {
            if (statement is IExpressionStatementOperation { Operation: var operation } && IsAdvance(operation) is { } counter
                && (compared.Contains(counter, SymbolEqualityComparer.Default) || condition is null or { ConstantValue.HasValue: true }
                    && Words.IsEpoch(counter.Name)))
                return Counted(loop, counter, condition, NumberOf(counter), postponed: 0);
        }

        return new LoopFacts(condition is not null && Comparisons(condition).Any(c => IsEpochs(c.LeftOperand) || IsEpochs(c.RightOperand))
            ? LoopOver.Epochs : LoopOver.Rounds) { MayBreak = true };
    }

    private double? NumberOf(ISymbol variable) => FindNumber(variable)?.Number;

    private Value? FindNumber(ISymbol variable) => variable is ILocalSymbol or IParameterSymbol { } ? Load(null, variable, null)
        : Load(variable.IsStatic ? null : _this, variable, null);

    private LoopFacts Counted(ILoopOperation loop, ISymbol counter, IOperation? condition, double? from, double postponed)
    {
        Value? count = null;
        bool isEpochs = Words.IsEpoch(counter.Name), isWhole = false;
        foreach (var comparison in condition is null ? [] : Comparisons(condition))
        {
            var (own, bound, kind) = IsOf(comparison.LeftOperand, counter) ? (comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind)
                : IsOf(comparison.RightOperand, counter) ? (comparison.RightOperand, comparison.LeftOperand, Turned(comparison.OperatorKind)) : (null, null,
                    default);
            if (own is null || bound is null)
                continue;
            bool isInclusive = kind == BinaryOperatorKind.LessThanOrEqual;
            if (!isInclusive && kind is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals))
                continue;
            isEpochs |= IsEpochs(bound);
            isWhole = ReferenceEquals(comparison, condition!.Unwrap());
            var limit = Visit(bound);
            if (from is not { } start)
                break;
            double more = (isInclusive ? 1 : 0) - start + postponed;
            count = limit.Number is { } number ? Value.Of(Math.Max(0, number + more)) : more is 0 && limit.Scale is not null ? limit : null;
            break;
        }

        return new LoopFacts(isEpochs ? LoopOver.Epochs : LoopOver.Rounds)
        {
            Counter = counter, From = from, Count = count, MayBreak = !isWhole || MayBreak(loop),
        };
    }

    private static bool IsOf(IOperation operand, ISymbol counter)
    {
        var own = operand.Unwrap();
        return SymbolEqualityComparer.Default.Equals((own is IIncrementOrDecrementOperation increment ? increment.Target : own).Variable(), counter);
    }

    private static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.NotEquals => kind,
        _ => BinaryOperatorKind.None,
    };

    private LoopFacts FactsOf(IForEachLoopOperation loop, Value collection)
    {
        if (collection.All<Groups>().Any() || collection is { IsList: true, Holds.Count: > 0 })
            return new LoopFacts(LoopOver.Parts);
        bool isEpochs = loop.Locals.Any(l => Words.IsEpoch(l.Name));
        var variable = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol;
        if (loop.Collection.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" }, Arguments: [var start,
            var length] })
        {
            return new LoopFacts(isEpochs || IsEpochs(length.Value) ? LoopOver.Epochs : LoopOver.Rounds)
            {
                Counter = variable, From = Visit(start.Value).Number, Count = Visit(length.Value) is { Scale: not null } count ? count : null,
                    MayBreak = MayBreak(loop),
            };
        }

        return new LoopFacts(isEpochs ? LoopOver.Epochs : LoopOver.Rounds) { MayBreak = MayBreak(loop) };
    }

    /// <summary>The comparisons that all have to hold.</summary>
    private static IEnumerable<IBinaryOperation> Comparisons(IOperation condition) => condition.Unwrap() switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both =>
            Comparisons(both.LeftOperand).Concat(Comparisons(both.RightOperand)),
        IBinaryOperation binary => [binary],
        _ => [],
    };

    private static bool IsEpochs(IOperation bound) => bound.Name() is { } name && Words.IsEpoch(name);

    /// <summary>The variable that an operation makes larger by one.</summary>
    private static ISymbol? IsAdvance(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Target: var target } => target.Variable(),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: var target } sum when sum.Value.Number() is 1 => target.Variable(),
        ISimpleAssignmentOperation { Target: var target,
            Value: var value } when value.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && sum.RightOperand.Number() is 1 && target.Variable() is { } variable && SymbolEqualityComparer.Default.Equals(sum.LeftOperand.Variable(),
                variable) => variable,
        _ => null,
    };

    /// <summary>What leaves a loop early makes its count the longest one, not the usual one.</summary>
    private static bool MayBreak(ILoopOperation loop) => loop.Body.Descendants().Any(o => o is IBranchOperation { BranchKind: BranchKind.Break } b
        && ReferenceEquals(b.Loop(), loop) && !IsOfSwitch(b, loop) || o is IReturnOperation { Kind: OperationKind.Return } r && !r.IsInLambdaWithin(loop));

    private static bool IsOfSwitch(IOperation branch, IOperation loop)
    {
        for (var parent = branch.Parent; parent is not null && !ReferenceEquals(parent, loop); parent = parent.Parent)
        {
            if (parent is ISwitchOperation)
                return true;
        }

        return false;
    }
}
