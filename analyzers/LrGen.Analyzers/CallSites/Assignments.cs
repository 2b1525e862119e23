using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>One place that gives a variable a value.</summary>
/// <param name="Operation">The declarator, the assignment, the increment.</param>
/// <param name="Value">The value; null where it is not written there: an increment, an <c>out</c> argument, an element of a loop.</param>
internal sealed record Assigned(IOperation Operation, IOperation? Value)
{
    /// <summary>Whether the variable is declared there.</summary>
    public bool IsDeclaration => Operation is IVariableDeclaratorOperation;

    /// <summary>Whether the variable becomes larger there: <c>i++</c>, <c>i += n</c>.</summary>
    public bool IsAdvance => Operation is IIncrementOrDecrementOperation { Kind: OperationKind.Increment }
        or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add };
}

/// <summary>Where the variables of a method get their values.</summary>
internal sealed class Assignments
{
    private readonly Dictionary<ISymbol, List<Assigned>> _all = new(SymbolEqualityComparer.Default);

    /// <summary>The places that give a variable a value, in the order of their text.</summary>
    public IReadOnlyList<Assigned> To(ISymbol variable) => _all.TryGetValue(variable, out var found) ? found : [];

    public static Assignments In(IEnumerable<IOperation> roots)
    {
        var assignments = new Assignments();
        foreach (var root in roots)
        {
            foreach (var operation in root.DescendantsAndSelf())
                assignments.Read(operation);
        }

        return assignments;
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                // An element of a foreach has no value of its own.
                if (declarator.GetVariableInitializer() is { } initializer)
                    Add(declarator.Symbol, declarator, initializer.Value);
                else if (declarator.Parent is IForEachLoopOperation)
                    Add(declarator.Symbol, declarator, null);
                break;
            case ISimpleAssignmentOperation simple:
                Add(simple.Target.Variable(), simple, simple.Value);
                break;
            case IAssignmentOperation { Target: ITupleOperation tuple } deconstruction:
                foreach (var element in tuple.Elements)
                    Add(element.Variable(), deconstruction, null);
                break;
            case IAssignmentOperation other:
                Add(other.Target.Variable(), other, null);
                break;
            case IIncrementOrDecrementOperation increment:
                Add(increment.Target.Variable(), increment, null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Add(argument.Value.Variable(), argument, null);
                break;
        }
    }

    private void Add(ISymbol? variable, IOperation operation, IOperation? value)
    {
        if (variable is null)
            return;
        if (!_all.TryGetValue(variable, out var list))
            _all.Add(variable, list = []);
        list.Add(new Assigned(operation, value));
    }
}
