using System.Globalization;
using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <content>The values of expressions.</content>
internal sealed partial class CodeRun
{
    /// <summary>Whole parts of fractions with larger denominators could be missed by rounding.</summary>
    private static readonly Rational s_largestDenominator = 1 << 20;

    /// <summary>Whether constants are taken as the compiler rounds them: always where they decide something.</summary>
    private bool _isDeciding;

    /// <summary>The value of an operand that decides something.</summary>
    private Known Rounded(IOperation operation)
    {
        bool before = _isDeciding;
        _isDeciding = true;
        var value = Evaluate(operation);
        _isDeciding = before;
        return value;
    }

    private Known Evaluate(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } constant } && KnownConstant(operation, constant) is { } known)
            return known;
        return operation switch
        {
            ILocalReferenceOperation local => Variable(local.Local),
            IParameterReferenceOperation parameter => Variable(parameter.Parameter),
            IFieldReferenceOperation { Field: var field } => Field(field),
            IConversionOperation conversion => Convert(conversion),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } plus => Evaluate(plus.Operand),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } minus => Negate(minus),
            IBinaryOperation { OperatorMethod: null } binary => Combine(binary.OperatorKind, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), binary.Type),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            IConditionalOperation { WhenFalse: { } otherwise } choice => Decide(choice.Condition) switch
            {
                true => Evaluate(choice.WhenTrue),
                false => Evaluate(otherwise),
                null => Known.Nothing,
            },
            ISwitchExpressionOperation choice => Choose(choice),
            IInvocationOperation call => Call(call),
            _ => Known.Nothing,
        };
    }

    /// <summary>The value of a constant expression; null where it is to be computed from its parts, exactly.</summary>
    private Known? KnownConstant(IOperation operation, object constant)
    {
        bool isComputed = operation is IBinaryOperation or IUnaryOperation or IConversionOperation or IParenthesizedOperation or ILocalReferenceOperation;
        if (Numbers.IsFloating(operation.Type) && isComputed && (!_folds && !_isDeciding || HasPi(operation)))
            return null;
        if (operation is IFieldReferenceOperation { Field: { Name: "PI" } pi } && IsMath(pi.ContainingType))
            return new Known(Expression.Pi, 2);
        switch (constant)
        {
            case double number when number.Equals(Math.PI):
                return new Known(Expression.Pi, 2);
            case double or float:
                double value = System.Convert.ToDouble(constant, CultureInfo.InvariantCulture);
                return double.IsNaN(value) || double.IsInfinity(value) ? Known.Nothing : new Known(Rational.FromDouble(value), 0);
            case sbyte or byte or short or ushort or int or uint or long:
                return new Known((Rational)System.Convert.ToInt64(constant, CultureInfo.InvariantCulture), 0);
            case ulong large:
                return new Known((Rational)(BigInteger)large, 0);
            default:
                return Known.Nothing;
        }
    }

    /// <summary>Whether π is part of a constant, which is then no fraction, whatever the compiler makes of it.</summary>
    private static bool HasPi(IOperation operation) => operation.DescendantsAndSelf().Any(o =>
        o is IFieldReferenceOperation { Field: { Name: "PI" } pi } && IsMath(pi.ContainingType)
        || o is ILiteralOperation { ConstantValue: { HasValue: true, Value: double number } } && number.Equals(Math.PI));

    private Known Variable(ISymbol variable) => _variables.TryGetValue(variable, out var value) ? value : Known.Nothing;

    /// <summary>The value of a field that is set once, where it is declared.</summary>
    private Known Field(IFieldSymbol field)
    {
        if (field is not { IsReadOnly: true, IsStatic: true } || !Numbers.IsNumber(field.Type)
            || field.ContainingType.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)
            || field.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != _model.SyntaxTree
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value }
            || _model.GetConstantValue(value) is not { HasValue: true, Value: IConvertible number and not (string or bool or char or decimal) })
        {
            return Known.Nothing;
        }

        double known = number.ToDouble(CultureInfo.InvariantCulture);
        return double.IsNaN(known) || double.IsInfinity(known) ? Known.Nothing : new Known(Rational.FromDouble(known), 0);
    }

    private Known Convert(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is not null)
            return Known.Nothing;
        ITypeSymbol? to = conversion.Type, from = conversion.Operand.Type;
        if (Numbers.Holds(to, from))
            return Evaluate(conversion.Operand);
        if (Numbers.IsFloating(to) && Numbers.IsFloating(from))
            return Round(Evaluate(conversion.Operand));
        // Towards 0, which is down for what is not below it.
        return Numbers.IsInteger(to) && Numbers.IsFloating(from) && Rounded(conversion.Operand) is { IsNothing: false } value && IsNotNegative(value) ? Floor(value) : Known.Nothing;
    }

    private Known Negate(IUnaryOperation minus)
    {
        var operand = Evaluate(minus.Operand);
        return operand.IsNothing || Numbers.IsUnsigned(minus.Type) ? Known.Nothing : operand with { Expression = -operand.Expression };
    }

    private Known Combine(BinaryOperatorKind kind, Known left, Known right, ITypeSymbol? type)
    {
        if (left.IsNothing || right.IsNothing || !Numbers.IsNumber(type))
            return Known.Nothing;
        int roundings = Math.Min(left.Roundings + right.Roundings + (Numbers.IsFloating(type) ? 1 : 0), 2);
        var value = kind switch
        {
            BinaryOperatorKind.Add => left.Expression + right.Expression,
            BinaryOperatorKind.Subtract => left.Expression - right.Expression,
            BinaryOperatorKind.Multiply when !Overflows(left, right, type!) => left.Expression * right.Expression,
            BinaryOperatorKind.Divide when Numbers.IsInteger(type) => WholeQuotient(left, right),
            BinaryOperatorKind.Divide when IsNeverZero(right) => left.Expression / right.Expression,
            _ => Expression.Unknown,
        };
        // Sums of whole numbers do not round, as long as they are far from the largest.
        if (kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply && left.Roundings == 0 && right.Roundings == 0 && value.Terms.All(t => t.IsWhole && t.Coefficient.IsInteger))
            roundings = 0;
        var result = new Known(value, roundings);
        // Below 0 an unsigned number is a large one.
        return Numbers.IsUnsigned(type) && kind == BinaryOperatorKind.Subtract && !IsNotNegative(result) ? Known.Nothing : result;
    }

    /// <summary>Whether the square of a step is too large for its type, which happens long before the steps themselves are.</summary>
    private bool Overflows(Known left, Known right, ITypeSymbol type) => Numbers.Largest(type) is { } largest
        && left.Expression.Constant is null && right.Expression.Constant is null && _last * _last > largest;

    /// <summary>A quotient of integers, which C# rounds towards 0.</summary>
    private Expression WholeQuotient(Known left, Known right)
    {
        if (right.Expression.Constant is not { IsZero: false } divisor || SideOf(left.Expression) is not { } side)
            return Expression.Unknown;
        var quotient = left.Expression * (Expression)(Rational.One / divisor);
        return side * divisor.Sign > 0 ? Expression.Floor(quotient) : -Expression.Floor(-quotient);
    }

    private Known Choose(ISwitchExpressionOperation choice)
    {
        var value = Rounded(choice.Value);
        if (value.IsNothing)
            return value;
        foreach (var arm in choice.Arms)
        {
            switch (And(Matches(arm.Pattern, value), arm.Guard))
            {
                case true:
                    return Evaluate(arm.Value);
                case null:
                    return Known.Nothing;
            }
        }

        return Known.Nothing;
    }

    private Known Call(IInvocationOperation call)
    {
        if (!IsMath(call.TargetMethod.ContainingType) || call.Arguments.Any(a => !Numbers.IsNumber(a.Value.Type)))
            return Known.Nothing;
        // Written by name, arguments can stand in any order.
        var arguments = call.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(a => a.Value).ToList();
        if (call.TargetMethod.Name == "Floor")
            return Rounded(arguments[0]) is { IsNothing: false } value ? Floor(value) : Known.Nothing;
        var values = arguments.ConvertAll(Evaluate);
        if (values.Exists(v => v.IsNothing))
            return Known.Nothing;
        return call.TargetMethod.Name switch
        {
            "Min" => Extremum(FactorKind.Min, values[0], values[1]),
            "Max" => Extremum(FactorKind.Max, values[0], values[1]),
            "Clamp" => Extremum(FactorKind.Min, Extremum(FactorKind.Max, values[0], values[1]), values[2]),
            "Pow" => Raise(values[0], values[1]),
            "Exp" => new Known(Expression.Exponential(Rational.Zero, values[0].Expression), 2),
            "Sqrt" => new Known(values[0].Expression.Raise(Rational.Half), 2),
            "Cos" => new Known(Expression.Cosine(values[0].Expression), 2),
            "Sin" => new Known(Expression.Sine(values[0].Expression), 2),
            _ => Known.Nothing,
        };
    }

    private Known Raise(Known number, Known exponent)
    {
        if (number.IsNothing || exponent.IsNothing)
            return Known.Nothing;
        if (exponent.Expression.Constant is { } power)
            return power.Sign >= 0 || IsNeverZero(number) ? new Known(number.Expression.Raise(power), 2) : Known.Nothing;
        return number.Expression.Constant is { Sign: > 0 } constant ? new Known(Expression.Exponential(constant, exponent.Expression), 2) : Known.Nothing;
    }

    /// <summary>The larger or the smaller; where it changes over the interval from one to the other, the interval is split.</summary>
    private Known Extremum(FactorKind kind, Known a, Known b)
    {
        if (a.IsNothing || b.IsNothing)
            return Known.Nothing;
        // Near the place where the two meet it makes no difference which of them is taken.
        var difference = a.Expression - b.Expression;
        if (Monotone.Of(difference) is null)
            return new Known(Expression.Extremum(kind, a.Expression, b.Expression), 2);
        return SideOf(difference) is { } side ? side > 0 == (kind == FactorKind.Max) ? a : b : Known.Nothing;
    }

    /// <summary>The whole part; where rounding could take the argument to the next whole number, it is not known.</summary>
    private static Known Floor(Known value)
    {
        bool isSure = value.Roundings == 0 || value.Roundings == 1 && value.Expression.Line is { } line
            && line.Slope.Denominator * line.Offset.Denominator <= s_largestDenominator.Numerator;
        return isSure ? new Known(Expression.Floor(value.Expression), 0) : Known.Nothing;
    }

    private bool IsNotNegative(Known value) => SideOf(value.Expression) > 0;

    /// <summary>Whether a divisor is proved not to be 0 over the interval.</summary>
    private bool IsNeverZero(Known value)
    {
        if (value.Expression.Constant is { } constant)
            return !constant.IsZero;
        // A divisor that is 0 at one step only has a sign on either side of it, and at that step none.
        if (Monotone.Of(value.Expression) is not null)
            return SignOf(value.Expression, 0) is { } sign && sign != 0;
        return value.Expression.Terms is [var single] && single.Powers.All(p => p.Factor.Kind is FactorKind.Exponential or FactorKind.Number or FactorKind.Pi
            || p.Factor.Kind == FactorKind.Step && _start > 0
            || p.Factor.Kind == FactorKind.Sum && Monotone.Of(p.Factor.Argument) is { } inner && inner.FirstChange(_start, _last) is null && !inner.At(_start).IsZero);
    }

    private static Known Round(Known value) => value.IsNothing ? value : value with { Roundings = 2 };

    private static bool IsMath(INamedTypeSymbol type) =>
        type is { Name: "Math" or "MathF", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
