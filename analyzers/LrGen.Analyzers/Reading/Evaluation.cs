using LrGen.Analyzers.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>Computes what a short function of a step returns: one expression, or branches that return.</summary>
/// <param name="numberOf">The numbers of variables other than its own.</param>
internal sealed class Evaluation(Func<ISymbol, double?> numberOf)
{
    private readonly Dictionary<ISymbol, double> _own = new(SymbolEqualityComparer.Default);

    /// <summary>The value at a step; null where it takes more than arithmetic to say.</summary>
    public double? At(IOperation body, ISymbol step, double at)
    {
        _own.Clear();
        _own[step] = at;
        return body is IBlockOperation block ? Run(block.Operations, out double? result) ? result : null : Number(body);
    }

    /// <summary>Runs statements up to the first return; false where one is not understood, or none returns.</summary>
    private bool Run(IEnumerable<IOperation> statements, out double? result)
    {
        result = null;
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    result = Number(value);
                    return result is not null;
                case IBlockOperation block:
                    if (Run(block.Operations, out result))
                        return true;
                    break;
                case IConditionalOperation choice:
                    if (Test(choice.Condition) is not { } isTrue)
                        return false;
                    if ((isTrue ? choice.WhenTrue : choice.WhenFalse) is { } taken && Run([taken], out result))
                        return true;
                    break;
                case IVariableDeclarationGroupOperation group:
                    foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators))
                    {
                        if (declarator.GetVariableInitializer()?.Value is not { } initial || Number(initial) is not { } number)
                            return false;
                        _own[declarator.Symbol] = number;
                    }

                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private double? Number(IOperation operation)
    {
        if (operation.Number() is { } constant)
            return constant;
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Number(conversion.Operand) is { } converted
                    ? conversion.Type.IsInteger() ? Math.Truncate(converted) : converted : null;
            case IParenthesizedOperation { Operand: var inner }:
                return Number(inner);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, Operand: var operand }:
                return -Number(operand);
            case IConditionalOperation { WhenFalse: { } no } choice:
                return Test(choice.Condition) is { } isTrue ? Number(isTrue ? choice.WhenTrue : no) : null;
            case IBinaryOperation binary when Number(binary.LeftOperand) is { } a && Number(binary.RightOperand) is { } b:
                return binary.OperatorKind switch
                {
                    BinaryOperatorKind.Add => a + b,
                    BinaryOperatorKind.Subtract => a - b,
                    BinaryOperatorKind.Multiply => a * b,
                    BinaryOperatorKind.Divide when b != 0 => binary.Type.IsInteger() ? Math.Truncate(a / b) : a / b,
                    BinaryOperatorKind.Remainder when b != 0 => a % b,
                    _ => null,
                };
            case IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Math" or "MathF" }, Arguments: var arguments }:
                var values = arguments.Select(a => Number(a.Value)).ToList();
                return values.TrueForAll(v => v is not null) ? Function(name, [.. values.Select(v => v!.Value)]) : null;
            default:
                return operation.Variable() is { } variable ? _own.TryGetValue(variable, out double own) ? own : numberOf(variable) : null;
        }
    }

#pragma warning disable RS0030 // Compared with a tolerance, and written nowhere.
    private static double? Function(string name, double[] x) => (name, x.Length) switch
    {
        ("Pow", 2) => Math.Pow(x[0], x[1]),
        ("Exp", 1) => Math.Exp(x[0]),
        ("Cos", 1) => Math.Cos(x[0]),
        ("Sqrt", 1) => Math.Sqrt(x[0]),
        ("Log", 1) => Math.Log(x[0]),
        ("Abs", 1) => Math.Abs(x[0]),
        ("Floor", 1) => Math.Floor(x[0]),
        ("Ceiling", 1) => Math.Ceiling(x[0]),
        ("Min", 2) => Math.Min(x[0], x[1]),
        ("Max", 2) => Math.Max(x[0], x[1]),
        _ => null,
    };
#pragma warning restore RS0030

    private bool? Test(IOperation condition) => condition.Unwrap() switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => !Test(operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Test(both.LeftOperand) is { } a && Test(both.RightOperand) is { } b
            ? a && b : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => Test(either.LeftOperand) is { } a
            && Test(either.RightOperand) is { } b ? a || b : null,
        IBinaryOperation compared when Number(compared.LeftOperand) is { } a && Number(compared.RightOperand) is { } b => compared.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => a < b,
            BinaryOperatorKind.LessThanOrEqual => a <= b,
            BinaryOperatorKind.GreaterThan => a > b,
            BinaryOperatorKind.GreaterThanOrEqual => a >= b,
            BinaryOperatorKind.Equals => a.Equals(b),
            BinaryOperatorKind.NotEquals => !a.Equals(b),
            _ => null,
        },
        _ => null,
    };
}
