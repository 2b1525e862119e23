using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <content>Arrays, loops over them, and calls into code of the same project.</content>
internal sealed partial class CodeRun
{
    /// <summary>Loops that go round more often compute something else.</summary>
    private const int MostRounds = 64;

    private const int MostCalls = 4;

    private int _calls;

    /// <summary>The values of an array or list that is written out; null where they are not known.</summary>
    private IReadOnlyList<Known>? Elements(IOperation list)
    {
        switch (list)
        {
            case IConversionOperation conversion:
                return Elements(conversion.Operand);
            case ILocalReferenceOperation { Local: var local }:
                return _arrays.TryGetValue(local, out var known) ? known : _reading.InitializerOf(local) is { } once ? Elements(once) : null;
            case IFieldReferenceOperation { Field: var field }:
                return _reading.InitializerOf(field) is { } value ? Elements(value) : null;
            case IArrayInitializerOperation initializer:
                return All(initializer.ElementValues);
            case IArrayCreationOperation { DimensionSizes.Length: 1, Initializer: { } written }:
                return All(written.ElementValues);
            case IObjectCreationOperation { Initializer: { } initializer, Arguments.IsEmpty: true }:
                return initializer.Initializers.All(i => i is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [_] })
                    ? All(initializer.Initializers.Select(i => ((IInvocationOperation)i).Arguments[0].Value))
                    : null;
            default:
                // A collection expression has no operation of its own in the oldest compiler that is supported.
                return list.Kind.ToString() == "CollectionExpression" ? All(list.ChildOperations) : null;
        }

        IReadOnlyList<Known>? All(IEnumerable<IOperation> values)
        {
            var elements = values.Select(Evaluate).ToList();
            return elements.Exists(e => e.IsNothing) ? null : elements;
        }
    }

    private Known Element(IOperation list, IOperation index)
    {
        if (Elements(list) is not { } elements || Whole(Rounded(index)) is not { } position)
            return Known.Nothing;
        return position >= 0 && position < elements.Count ? elements[position] : Known.Nothing;
    }

    /// <summary>A whole number that is the same over the interval, which else is to be split where it changes.</summary>
    private int? Whole(Known value)
    {
        if (value.IsNothing || Monotone.Of(value.Expression) is not { } monotone)
            return null;
        var first = monotone.At(_start);
        if (!first.IsInteger || Rational.Abs(first) > int.MaxValue)
            return null;
        if (Monotone.Of(value.Expression - first)!.FirstChange(_start, _last) is not { } change)
            return (int)first.Numerator;
        SplitAt = change;
        return null;
    }

    private bool Count(IIncrementOrDecrementOperation count)
    {
        ISymbol? variable = count.Target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Field: var field } when SymbolEqualityComparer.Default.Equals(field, _reading.Step) => field,
            _ => null,
        };
        if (variable is null || !_variables.TryGetValue(variable, out var value) || value.IsNothing || !Numbers.IsInteger(count.Type))
            return false;
        Expression one = count.Kind == OperationKind.Increment ? Rational.One : -Rational.One;
        _variables[variable] = value with { Expression = value.Expression + one };
        return true;
    }

    private Flow Execute(IForLoopOperation loop)
    {
        if (ExecuteAll(loop.Before) is var begun and not Flow.Next)
            return begun;
        for (int round = 0; round < MostRounds; round++)
        {
            switch (loop.Condition is null ? true : Decide(loop.Condition))
            {
                case null:
                    return Flow.Stop;
                case false:
                    return Flow.Next;
            }

            var flow = Execute(loop.Body);
            if (flow is Flow.Return or Flow.Stop)
                return flow;
            if (flow == Flow.Break)
                return Flow.Next;
            if (ExecuteAll(loop.AtLoopBottom) is var next and not Flow.Next)
                return next;
        }

        return Flow.Stop;
    }

    private Flow Execute(IForEachLoopOperation loop)
    {
        if (Elements(loop.Collection) is not { Count: < MostRounds } elements || loop.Locals is not [var variable])
            return Flow.Stop;
        foreach (var element in elements)
        {
            _variables[variable] = element;
            var flow = Execute(loop.Body);
            if (flow is Flow.Return or Flow.Stop)
                return flow;
            if (flow == Flow.Break)
                break;
        }

        return Flow.Next;
    }

    /// <summary>How many elements of a list a condition holds for.</summary>
    private Known CountOf(IReadOnlyList<IOperation> arguments)
    {
        if (arguments is not [var list, var condition] || Elements(list) is not { } elements
            || (condition is IDelegateCreationOperation creation ? creation.Target
                : condition) is not IAnonymousFunctionOperation { Symbol.Parameters: [var parameter] } function
            || function.Body.Operations is not [IReturnOperation { ReturnedValue: { } holds }])
        {
            return Known.Nothing;
        }

        int count = 0;
        foreach (var element in elements)
        {
            _variables[parameter] = element;
            if (Decide(holds) is not { } isTrue)
                return Known.Nothing;
            count += isTrue ? 1 : 0;
        }

        return new Known((Rational)count, 0);
    }

    /// <summary>What a method or local function of the project gives for its arguments.</summary>
    private Known Inline(IInvocationOperation call, List<IOperation> arguments)
    {
        if (!Numbers.IsNumber(call.Type) || _calls >= MostCalls || _reading.BodyOf(call.TargetMethod) is not { } body
            || call.Instance is not (null or IInstanceReferenceOperation))
            return Known.Nothing;
        var parameters = call.TargetMethod.Parameters;
        if (parameters.Any(p => p.RefKind != RefKind.None) || parameters.Length != arguments.Count)
            return Known.Nothing;
        for (int i = 0; i < parameters.Length; i++)
        {
            var value = Evaluate(arguments[i]);
            if (value.IsNothing)
                return value;
            _variables[parameters[i]] = value;
        }

        _calls++;
        var before = _result;
        var flow = Execute(body);
        var result = flow == Flow.Return ? _result : Known.Nothing;
        _result = before;
        _calls--;
        return result;
    }
}
