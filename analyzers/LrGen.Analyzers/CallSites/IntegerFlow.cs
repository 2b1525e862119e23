using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>
/// Follows a rate back to the divisions that it is computed with: through locals and what is assigned to them, conditions and the functions of
/// <c>Math</c>. An exponent is a count, which staircases divide on purpose.
/// </summary>
/// <param name="assignments">Where variables get their values.</param>
/// <param name="needsEvidence">Whether a division of two variables is taken for a staircase, as long as nothing says that it is none.</param>
/// <param name="report">Takes the division and what is said of it.</param>
internal sealed class IntegerFlow(Assignments assignments, bool needsEvidence, Action<IOperation, string> report)
{
    private static readonly HashSet<string> s_wholes = new(StringComparer.OrdinalIgnoreCase)
    {
        "warmup", "warm", "total", "max", "num", "epochs", "steps", "iterations", "length", "horizon",
    };

    private static readonly HashSet<string> s_parts = new(StringComparer.OrdinalIgnoreCase) { "per", "every", "decay", "drop", "size", "interval", "period" };

    private readonly HashSet<IOperation> _seen = [];

    private bool _needsEvidence = needsEvidence;

    public void Check(IOperation value) => Visit(value, isExponent: false);

    private void Visit(IOperation value, bool isExponent)
    {
        if (!_seen.Add(value))
            return;
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                Visit(operand, isExponent);
                break;
            case IUnaryOperation { Operand: var operand }:
                Visit(operand, isExponent);
                break;
            case IConditionalOperation { WhenFalse: { } no } choice:
                Visit(choice.WhenTrue, isExponent);
                Visit(no, isExponent);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    Visit(arm.Value, isExponent);
                break;
            case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                foreach (var element in elements)
                    Visit(element, isExponent);
                break;
            case IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Math" or "MathF" }, Arguments: var arguments }:
                for (int i = 0; i < arguments.Length && name is not ("Floor" or "Ceiling" or "Truncate" or "Round"); i++)
                    Visit(arguments[i].Value, isExponent || name == "Pow" && i == 1);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } division when division.Type.IsInteger():
                if (Loses(division.LeftOperand, division.RightOperand) && IsMistake(division, division.LeftOperand, division.RightOperand, isExponent))
                    report(division, IntegerArithmetic.Message(division, division.Number()));
                break;
            case IBinaryOperation binary:
                Visit(binary.LeftOperand, isExponent);
                Visit(binary.RightOperand, isExponent);
                break;
            case ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation when value.Variable() is { } variable:
                VisitVariable(variable, isExponent);
                break;
        }
    }

    private void VisitVariable(ISymbol variable, bool isExponent)
    {
        // Who keeps a count in an integer has divided it on purpose.
        bool outside = _needsEvidence;
        _needsEvidence |= variable is ILocalSymbol { Type: var type } && type.IsInteger();
        VisitAssigned(variable, isExponent);
        _needsEvidence = outside;
    }

    private void VisitAssigned(ISymbol variable, bool isExponent)
    {
        foreach (var assigned in assignments.To(variable))
        {
            if (assigned.Value is { } value)
            {
                // lr = lr / 2 takes from a rate what it has, and no count.
                if (value.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } own && own.Type.IsInteger()
                    && IntegerArithmetic.IsRate(variable.Name)
                    && SymbolEqualityComparer.Default.Equals(own.LeftOperand.Variable(), variable) && Loses(own.LeftOperand, own.RightOperand)
                        && _seen.Add(own))
                    report(own, IntegerArithmetic.Message(own, null));
                else
                    Visit(value, isExponent);
            }
            else if (assigned.Operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide } compound
                && compound.Target.Type.IsInteger()
                && compound.Value.Type.IsInteger() && Loses(compound.Target, compound.Value) && (!_needsEvidence
                    || IntegerArithmetic.IsRate(variable.Name)) && _seen.Add(compound))
            {
                report(compound, IntegerArithmetic.Message(compound, null));
            }
            else if (assigned.Operation is ICompoundAssignmentOperation { Value: var by })
            {
                Visit(by, isExponent);
            }
        }
    }

    private static bool Loses(IOperation left, IOperation right) =>
        !(left.Number() is { } dividend && right.Number() is { } divisor && (divisor is 0 || dividend % divisor is 0)) && right.Number() is not (1 or -1);

    /// <summary>Whether a division is none of a staircase: of constants, of a count by the whole that it is a part of, or below 1 by what
    /// is asked before.</summary>
    private bool IsMistake(IOperation division, IOperation left, IOperation right, bool isExponent)
    {
        if (left.Number() is not null)
            return right.Number() is not null || left.Number() is 1;
        if (isExponent)
            return false;
        return !_needsEvidence || IsInCosine(division) || IsBelowOne(division, left, right) || right.Name() is { } name && IsWhole(name);
    }

    private static bool IsWhole(string name) => Words.Of(name).Any(s_wholes.Contains) && !Words.Of(name).Any(s_parts.Contains);

    private static bool IsInCosine(IOperation division)
    {
        for (var parent = division.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod: { Name: "Cos" or "Sin", ContainingType.Name: "Math" or "MathF" } })
                return true;
        }

        return false;
    }

    /// <summary>Whether a condition around says that the dividend is less than the divisor.</summary>
    private static bool IsBelowOne(IOperation division, IOperation left, IOperation right)
    {
        for (IOperation child = division, parent = division.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            if (parent is IConditionalOperation { Condition: var condition } choice && ReferenceEquals(choice.WhenTrue, child)
                && condition.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan } below && IsSame(below.LeftOperand, left)
                    && IsSame(below.RightOperand, right))
                return true;
        }

        return false;
    }

    private static bool IsSame(IOperation a, IOperation b) => a.Variable() is { } variable && SymbolEqualityComparer.Default.Equals(variable, b.Variable())
        || a.Number() is { } number && number.Equals(b.Number());
}
