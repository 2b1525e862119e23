using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>
/// Goes through code in the order in which it runs and notes what happens to optimizers, schedulers and rates. Both ways of a branch are gone,
/// and the body of a loop once; calls are followed into source, with what their arguments hold.
/// </summary>
internal sealed partial class TrainingReader(KnownSymbols known, TorchTypes torch, CancellationToken cancellation)
{
    private const int MostDepth = 8, MostCalls = 400, MostNesting = 400;

    private readonly List<IMethodSymbol> _stack = [];
    private readonly Stack<Instance> _implicit = new();
    private readonly Stack<List<Value>> _returns = new();
    private readonly Dictionary<(object? Owner, ISymbol Variable), Value> _fromOutside = new(Keys.Instance);
    private ImmutableDictionary<(object? Owner, ISymbol Variable), Value> _store =
        ImmutableDictionary.Create<(object? Owner, ISymbol Variable), Value>(Keys.Instance);

    private Place _place = null!;
    private Instance? _this;
    private int _calls, _nesting;

    public List<Thing> Things { get; } = [];

    public List<TrainingEvent> Events { get; } = [];

    /// <summary>What the fields hold at a point, to go on from.</summary>
    public ImmutableDictionary<(object? Owner, ISymbol Variable), Value> Store
    {
        get => _store;
        set => _store = value;
    }

    /// <summary>Makes the object whose methods are read: by its constructors, of which each can have made it.</summary>
    public Instance? Construct(INamedTypeSymbol type)
    {
        RunInitializers(type, null, isStatic: true);
        if (type.IsStatic)
            return null;
        var own = new Instance(type, isExact: type.IsSealed || type.TypeKind == TypeKind.Struct);
        // Who is called by another constructor makes nothing on its own.
        var constructors = type.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared && !IsCopy(c)).ToList();
        var start = _store;
        ImmutableDictionary<(object? Owner, ISymbol Variable), Value>? joined = null;
        foreach (var constructor in constructors.Count > 0 ? constructors : [.. type.InstanceConstructors.Where(c => c.Parameters.IsEmpty)])
        {
            _store = start;
            _place = new Place(null, PlaceKind.Entry, null);
            RunConstructor(own, constructor, null, null);
            joined = joined is null ? _store : Join(joined, _store);
        }

        _store = joined ?? start;
        return own;
    }

    /// <summary>What fields hold now or have held before, without the variables of methods.</summary>
    public ImmutableDictionary<(object? Owner, ISymbol Variable), Value> Fields(ImmutableDictionary<(object? Owner, ISymbol Variable), Value> before)
    {
        foreach (var entry in _store)
        {
            if (entry.Key.Variable is IFieldSymbol or IPropertySymbol)
                before = before.TryGetValue(entry.Key, out var old) && old.Holds.Count > 0 ? before.SetItem(entry.Key, Value.Join(old,
                    entry.Value)) : before.SetItem(entry.Key, entry.Value);
        }

        return before;
    }

    /// <summary>Reads a method that is called from outside.</summary>
    public void Enter(IMethodSymbol method, Instance? own)
    {
        if (known.Bodies.Of(method, cancellation) is not { } body)
            return;
        _place = new Place(null, PlaceKind.Entry, body);
        _this = method.IsStatic ? null : own;
        _stack.Add(method);
        _returns.Push([]);
        VisitBody(body);
        foreach (var returned in _returns.Pop())
            Escape(returned, body);
        _stack.Clear();
    }

    private static bool IsCopy(IMethodSymbol constructor) => constructor.ContainingType.IsRecord && constructor.Parameters is [var only]
        && TorchTypes.Same(only.Type, constructor.ContainingType);

    private void VisitBody(IOperation body)
    {
        switch (body)
        {
            case IMethodBodyOperation method:
                Visit(method.BlockBody ?? method.ExpressionBody);
                break;
            case IConstructorBodyOperation constructor:
                Visit(constructor.Initializer);
                Visit(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case ILocalFunctionOperation function:
                Visit(function.Body);
                break;
            default:
                Visit(body);
                break;
        }
    }

    private Value Visit(IOperation? operation)
    {
        // Who nests so deep writes no training, and the stack has an end.
        if (operation is null || _nesting > MostNesting)
            return Value.Unknown;
        cancellation.ThrowIfCancellationRequested();
        _nesting++;
        var value = VisitAny(operation);
        _nesting--;
        return value;
    }

    private Value VisitAny(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return constant is null ? Value.Null : operation.Number() is { } number ? Value.Of(number) : Value.Unknown;
        switch (operation)
        {
            case IBlockOperation block:
                VisitBlock(block.Operations);
                return Value.Unknown;
            case IConditionalOperation conditional:
                return VisitConditional(conditional);
            case ILoopOperation loop:
                VisitLoop(loop);
                return Value.Unknown;
            case ISwitchOperation choice:
                VisitSwitch(choice);
                return Value.Unknown;
            case ISwitchExpressionOperation choice:
                return VisitSwitch(choice);
            case ITryOperation attempt:
                VisitTry(attempt);
                return Value.Unknown;
            case IReturnOperation { Kind: OperationKind.Return } returned:
                if (returned.ReturnedValue is { } result && Visit(result) is var value && _returns.Count > 0)
                    _returns.Peek().Add(value);
                return Value.Unknown;
            case IVariableDeclaratorOperation declarator:
                VisitDeclarator(declarator);
                return Value.Unknown;
            case IAssignmentOperation assignment:
                return VisitAssignment(assignment);
            case IIncrementOrDecrementOperation increment:
                Visit(increment.Target is ILocalReferenceOperation or IParameterReferenceOperation ? null : increment.Target);
                Assign(increment.Target, Value.Unknown, increment, null);
                return Value.Unknown;
            case IInvocationOperation call:
                return VisitCall(call);
            case IObjectCreationOperation creation:
                return VisitCreation(creation);
            case IPropertyReferenceOperation property:
                return VisitProperty(property);
            case ILocalFunctionOperation or IAnonymousFunctionOperation { Parent: not IDelegateCreationOperation } when operation is ILocalFunctionOperation:
                return Value.Unknown;
            default:
                return VisitExpression(operation);
        }
    }

    private Value VisitExpression(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Load(null, local.Local, local.Type);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Load(IsPrimary(parameter) ? _this : null, parameter, parameter.Type);
            case IFieldReferenceOperation field:
                return Load(field.Instance is null ? null : OwnerOf(Visit(field.Instance)), field.Field, field.Type);
            case IInstanceReferenceOperation instance:
                var self = instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver && _implicit.Count > 0 ? _implicit.Peek() : _this;
                return self is null ? Value.Unknown : Value.Of(self);
            case IConversionOperation conversion:
                return Convert(Visit(conversion.Operand), conversion);
            case IDelegateCreationOperation { Target: var target }:
                return Visit(target);
            case IAnonymousFunctionOperation lambda:
                return Value.Of(new Function(lambda, lambda.Symbol, _this is null ? null : Value.Of(_this)));
            case IMethodReferenceOperation method:
                return Value.Of(new Function(null, method.Method, method.Instance is null ? null : Visit(method.Instance)));
            case IBinaryOperation binary:
                return Compute(binary, Visit(binary.LeftOperand), Visit(binary.RightOperand));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, Operand: var operand }:
                return Visit(operand) is { Scale: { } scale } negated ? negated with { Scale = -scale } : Value.Unknown;
            case ICoalesceOperation coalesce:
                return Value.Join(Visit(coalesce.Value), Visit(coalesce.WhenNull));
            case IConditionalAccessOperation access:
                return VisitAccess(access);
            case IConditionalAccessInstanceOperation:
                return _accessed.Count > 0 ? _accessed.Peek() : Value.Unknown;
            case ITupleOperation tuple:
                return new Value { Elements = [.. tuple.Elements.Select(Visit)], MayBeOther = true };
            case IArrayElementReferenceOperation element:
                return ElementOf(Visit(element.ArrayReference), element.Indices is [var index] ? Visit(index).Number : null);
            case IAwaitOperation awaited:
                return Visit(awaited.Operation);
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } named } pattern } test:
                _store = _store.SetItem((null, named), Narrow(Visit(test.Value), pattern.MatchedType, isMatch: true));
                return Value.Unknown;
            default:
                if (operation.Elements() is { } elements)
                    return ListOf([.. elements.Select(Visit)]);
                foreach (var child in operation.ChildOperations)
                    Visit(child);
                return Value.Unknown;
        }
    }

    private readonly Stack<Value> _accessed = new();

    private Value VisitAccess(IConditionalAccessOperation access)
    {
        _accessed.Push(Visit(access.Operation));
        var value = Visit(access.WhenNotNull);
        _accessed.Pop();
        return value;
    }

    private static Value Convert(Value value, IConversionOperation conversion) => value.Number is { } number && conversion.Type.IsInteger()
        && !conversion.Operand.Type.IsInteger() ? Value.Of(Math.Truncate(number))
        : conversion.OperatorMethod is null ? value : value with { Scale = null };

    private static Value Compute(IBinaryOperation binary, Value left, Value right)
    {
        if (left.Scale is null || right.Scale is null)
            return Value.Unknown;
        if (binary.OperatorKind == BinaryOperatorKind.Multiply)
            return Value.Product(left, right);
        if (left.Number is not { } a || right.Number is not { } b)
            return Value.Unknown;
        double? result = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Divide when b != 0 => binary.Type.IsInteger() ? Math.Truncate(a / b) : a / b,
            BinaryOperatorKind.Remainder when b != 0 => a % b,
            _ => null,
        };
        return result is { } number ? Value.Of(number) : Value.Unknown;
    }

    private static Value ListOf(IReadOnlyList<Value> values) => new()
    {
        Holds = [.. values.SelectMany(v => v.Holds)],
        MayBeOther = values.Any(v => v.MayBeOther),
        IsList = true,
        Elements = values,
        Numbers = values.All(v => v.Number is not null) ? [.. values.Select(v => v.Number!.Value)] : null,
    };

    private static Value ElementOf(Value list, double? index)
    {
        if (list.One<Groups>() is null && list.All<Groups>().FirstOrDefault() is { IsList: true } groups)
            return Value.Of(groups with { IsList = false, Which = index is { } which ? LrGen.Generator.Numerics.NumberText.Shortest(which) : string.Empty });
        return list is { IsList: true, Elements: { } elements } && index is { } i && i >= 0 && i < elements.Count ? elements[(int)i]
            : new Value { Holds = list.Holds, MayBeOther = list.MayBeOther || list.Holds.Count == 0 };
    }

    private void VisitBlock(ImmutableArray<IOperation> statements)
    {
        var outside = _place;
        foreach (var statement in statements)
        {
            Visit(statement);
            // What follows if (…) continue; runs on the other rounds.
            if (statement is IConditionalOperation { WhenFalse: null, WhenTrue: var skipped } && Continues(skipped))
                _place = new Place(_place, PlaceKind.Branch, statement);
        }

        _place = outside;
    }

    private static bool Continues(IOperation branch) => branch is IBranchOperation { BranchKind: BranchKind.Continue }
        || branch is IBlockOperation { Operations: [.., IBranchOperation { BranchKind: BranchKind.Continue }] };

    private Value InBranch(IOperation? branch, IOperation? value = null)
    {
        if (branch is null)
            return Value.Unknown;
        var outside = _place;
        _place = new Place(_place, PlaceKind.Branch, branch);
        var result = Visit(value ?? branch);
        _place = outside;
        return result;
    }

    private Value VisitConditional(IConditionalOperation conditional)
    {
        Visit(conditional.Condition);
        // What a constant decides is always taken.
        if (conditional.Condition.ConstantValue is { HasValue: true, Value: bool always })
            return Visit(always ? conditional.WhenTrue : conditional.WhenFalse);
        var start = _store;
        NarrowBy(conditional.Condition, isTrue: true);
        var yes = InBranch(conditional.WhenTrue);
        var afterYes = _store;
        _store = start;
        NarrowBy(conditional.Condition, isTrue: false);
        var no = InBranch(conditional.WhenFalse);
        _store = Join(afterYes, _store);
        return conditional.Type is null || conditional.WhenFalse is null ? Value.Unknown : Value.Join(yes, no);
    }

    private void VisitSwitch(ISwitchOperation choice)
    {
        var value = Visit(choice.Value);
        var start = _store;
        var joined = start;
        var rest = value;
        foreach (var section in choice.Cases)
        {
            _store = start;
            foreach (var clause in section.Clauses)
            {
                if (clause is IPatternCaseClauseOperation { Pattern: IDeclarationPatternOperation pattern })
                    rest = Match(pattern, choice.Value, value, rest);
                else if (clause is IDefaultCaseClauseOperation && Key(choice.Value) is { } key)
                    _store = _store.SetItem(key, rest);
            }

            var outside = _place;
            _place = new Place(_place, PlaceKind.Branch, section);
            VisitBlock(section.Body);
            _place = outside;
            joined = Join(joined, _store);
        }

        _store = joined;
    }

    /// <summary>Gives a pattern's variable, and the value that is looked at, what is left of it where the pattern fits; returns the rest.</summary>
    private Value Match(IDeclarationPatternOperation pattern, IOperation looked, Value value, Value rest)
    {
        var matching = Narrow(value, pattern.MatchedType, isMatch: true);
        if (pattern.DeclaredSymbol is { } named)
            _store = _store.SetItem((null, named), matching);
        if (Key(looked) is { } key)
            _store = _store.SetItem(key, matching);
        return Narrow(rest, pattern.MatchedType, isMatch: false);
    }

    private Value VisitSwitch(ISwitchExpressionOperation choice)
    {
        var value = Visit(choice.Value);
        var start = _store;
        var joined = start;
        Value? result = null;
        var rest = value;
        foreach (var arm in choice.Arms)
        {
            _store = start;
            if (arm.Pattern is IDeclarationPatternOperation pattern)
                rest = Match(pattern, choice.Value, value, rest);
            // throw is no value.
            if (arm.Value.Unwrap() is IThrowOperation)
                continue;
            var given = InBranch(arm, arm.Value);
            result = result is null ? given : Value.Join(result, given);
            joined = Join(joined, _store);
        }

        _store = joined;
        return result ?? Value.Unknown;
    }

    private void VisitTry(ITryOperation attempt)
    {
        Visit(attempt.Body);
        var after = _store;
        foreach (var handler in attempt.Catches)
        {
            InBranch(handler, handler.Handler);
            after = Join(after, _store);
        }

        _store = after;
        Visit(attempt.Finally);
    }

    /// <summary>What <c>x is T</c> tells of x on a way.</summary>
    private void NarrowBy(IOperation condition, bool isTrue)
    {
        switch (condition.Unwrap())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var negated }:
                NarrowBy(negated, !isTrue);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when isTrue:
                NarrowBy(both.LeftOperand, true);
                NarrowBy(both.RightOperand, true);
                break;
            case IIsTypeOperation { ValueOperand: var operand, TypeOperand: var type } test when Key(operand) is { } key:
                _store = _store.SetItem(key, Narrow(Visit(operand), type, isTrue != test.IsNegated));
                break;
            case IIsPatternOperation { Value: var operand, Pattern: var pattern } when Key(operand) is { } key:
                bool isMatch = isTrue;
                if (pattern is INegatedPatternOperation negation)
                    (pattern, isMatch) = (negation.Pattern, !isMatch);
                var matched = pattern switch
                {
                    IDeclarationPatternOperation declaration => declaration.MatchedType,
                    ITypePatternOperation plain => plain.MatchedType,
                    _ => null,
                };
                if (matched is not null)
                    _store = _store.SetItem(key, Narrow(Visit(operand), matched, isMatch));
                break;
        }
    }

    private static Value Narrow(Value value, ITypeSymbol? type, bool isMatch) => type is null ? value : value with
    {
        Holds = [.. value.Holds.Where(h => h is not Thing { IsMade: true } thing || thing.Type == type.Name == isMatch || IsBase(type))],
    };

    private static bool IsBase(ITypeSymbol type) => type.Name is "LRScheduler" or "Optimizer" or "OptimizerHelper";

    private (object? Owner, ISymbol Variable)? Key(IOperation reference) => reference.Unwrap() switch
    {
        ILocalReferenceOperation local => (null, local.Local),
        IParameterReferenceOperation { Parameter: var parameter } => (IsPrimary(parameter) ? _this : null, parameter),
        IFieldReferenceOperation { Instance: null, Field: var field } => (null, field.OriginalDefinition),
        IFieldReferenceOperation { Field: var field, Instance: { } instance } when OwnerOf(Visit(instance)) is { } owner => (owner, field.OriginalDefinition),
        IPropertyReferenceOperation { Instance: null, Property: var property } when Bodies.IsAuto(property) => (null, property.OriginalDefinition),
        IPropertyReferenceOperation { Property: var property, Instance: { } instance } when Bodies.IsAuto(property)
            && OwnerOf(Visit(instance)) is { } owner =>
            (owner, property.OriginalDefinition),
        _ => null,
    };

    private static Instance? OwnerOf(Value value) => value.Holds is [Instance only] ? only : null;

    private static bool IsPrimary(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;

    private static ImmutableDictionary<(object? Owner, ISymbol Variable), Value> Join(
        ImmutableDictionary<(object? Owner, ISymbol Variable), Value> a, ImmutableDictionary<(object? Owner, ISymbol Variable), Value> b)
    {
        if (ReferenceEquals(a, b))
            return a;
        var joined = a;
        foreach (var entry in b)
        {
            if (!a.TryGetValue(entry.Key, out var other))
                joined = joined.SetItem(entry.Key, entry.Value);
            else if (!ReferenceEquals(other, entry.Value))
                joined = joined.SetItem(entry.Key, Value.Join(other, entry.Value));
        }

        return joined;
    }

    private void Note(EventKind kind, IOperation operation, Value? on, Func<TrainingEvent, TrainingEvent>? with = null)
    {
        var things = on?.All<Thing>().ToList() ?? [];
        bool isCertain = things.Count == 1 && on is { MayBeOther: false } or { IsList: true };
        if (things.Count == 0)
            things.Add(null!);
        foreach (var thing in things)
        {
            var noted = new TrainingEvent(kind, operation, _place, thing) { Order = Events.Count, IsCertain = isCertain,
                MayBeOther = on?.MayBeOther == true };
            Events.Add(with is null ? noted : with(noted));
        }
    }

    /// <summary>Compares variables as symbols, and the objects that own them by reference.</summary>
    private sealed class Keys : IEqualityComparer<(object? Owner, ISymbol Variable)>
    {
        public static Keys Instance { get; } = new();

        public bool Equals((object? Owner, ISymbol Variable) x, (object? Owner, ISymbol Variable) y) =>
            ReferenceEquals(x.Owner, y.Owner) && SymbolEqualityComparer.Default.Equals(x.Variable, y.Variable);

        public int GetHashCode((object? Owner, ISymbol Variable) key) =>
            SymbolEqualityComparer.Default.GetHashCode(key.Variable) ^ (key.Owner is null
                ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Owner));
    }
}
