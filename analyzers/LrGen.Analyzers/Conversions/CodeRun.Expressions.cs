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
            ILocalReferenceOperation local => Variable(local.Local, operation),
            IParameterReferenceOperation parameter => Variable(parameter.Parameter, operation),
            IFieldReferenceOperation { Field: var field } => Variable(field, operation),
            IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } list } when Elements(list) is { } elements =>
                new Known((Rational)elements.Count, 0),
            IPropertyReferenceOperation => _reading.Input(operation),
            IArrayElementReferenceOperation { Indices: [var index] } element => Element(element.ArrayReference, index),
            IConversionOperation conversion => Convert(conversion),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } plus => Evaluate(plus.Operand),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } minus => Negate(minus),
            IBinaryOperation { OperatorMethod: null } binary => Combine(binary.OperatorKind, Evaluate(binary.LeftOperand),
                Evaluate(binary.RightOperand), binary.Type),
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
            case float pi32 when pi32.Equals((float)Math.PI):
                return new Known(Expression.Pi, 2);
            case double or float:
                // A literal of single precision means the number that is written.
                if (_reading.IsWritten && !_isDeciding)
                    return SimplestFor(constant);
                double value = constant is float single ? double.Parse(single.ToString("R", CultureInfo.InvariantCulture),
                    CultureInfo.InvariantCulture) : (double)constant;
                return double.IsNaN(value) || double.IsInfinity(value) ? Known.Nothing : new Known(Rational.FromDouble(value), 0);
            case sbyte or byte or short or ushort or int or uint or long:
                return new Known((Rational)System.Convert.ToInt64(constant, CultureInfo.InvariantCulture), 0);
            case ulong large:
                return new Known((Rational)(BigInteger)large, 0);
            default:
                return Known.Nothing;
        }
    }

    /// <summary>The simplest fraction that a number can stand for: a tenth for 0.1.</summary>
    private static Known SimplestFor(object constant)
    {
        double value = constant is float single ? double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : (double)constant;
        return double.IsNaN(value) || double.IsInfinity(value) ? Known.Nothing
            : new Known(value < 0 ? -Rational.SimplestFor(-value) : Rational.SimplestFor(value), 0);
    }

    /// <summary>Whether π is part of a constant, which is then no fraction, whatever the compiler makes of it.</summary>
    private static bool HasPi(IOperation operation) => operation.DescendantsAndSelf().Any(o =>
        o is IFieldReferenceOperation { Field: { Name: "PI" } pi } && IsMath(pi.ContainingType)
        || o is ILiteralOperation { ConstantValue: { HasValue: true, Value: double number } } && number.Equals(Math.PI));

    private Known Variable(ISymbol variable, IOperation reference) =>
        _variables.TryGetValue(variable, out var value) ? value : Constant(variable) is { IsNothing: false } known ? known : _reading.Input(reference);

    /// <summary>The value of a field or variable that is set once, where it is declared, to a number that the compiler knows.</summary>
    private Known Constant(ISymbol variable)
    {
        var initializer = variable switch
        {
            IFieldSymbol field when Numbers.IsNumber(field.Type) => _reading.InitializerOf(field),
            ILocalSymbol local when Numbers.IsNumber(local.Type) => _reading.InitializerOf(local),
            _ => null,
        };
        if (initializer is not { } value
            || value.SemanticModel?.GetConstantValue(value.Syntax) is not { HasValue: true,
                Value: IConvertible number and not (string or bool or char or decimal) })
        {
            return Known.Nothing;
        }

        return KnownConstant(value, number) ?? Evaluate(value);
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
        return Numbers.IsInteger(to) && Numbers.IsFloating(from) && Rounded(conversion.Operand) is { IsNothing: false } value && IsNotNegative(value)
            ? Floor(value)
            : Known.Nothing;
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
            BinaryOperatorKind.Remainder when Numbers.IsInteger(type) && SideOf(left.Expression) > 0 && WholeQuotient(left, right) is var quotient =>
                left.Expression - quotient * right.Expression,
            BinaryOperatorKind.Divide when IsNeverZero(right) => left.Expression / right.Expression,
            _ => Expression.Unknown,
        };
        // Sums of whole numbers do not round, as long as they are far from the largest.
        if (kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply && left.Roundings == 0
            && right.Roundings == 0 && value.Terms.All(t => t.IsWhole && t.Coefficient.IsInteger))
            roundings = 0;
        var result = new Known(value, roundings);
        // Below 0 an unsigned number is a large one.
        return Numbers.IsUnsigned(type) && kind == BinaryOperatorKind.Subtract && !IsNotNegative(result) ? Known.Nothing : result;
    }

    /// <summary>Whether the square of a step is too large for its type, which happens long before the steps themselves are.</summary>
    private bool Overflows(Known left, Known right, ITypeSymbol type) => !left.Expression.HasSymbols && !right.Expression.HasSymbols
        && Numbers.Largest(type) is { } largest
        && left.Expression.Constant is null && right.Expression.Constant is null && _last * _last > largest;

    /// <summary>A quotient of integers, which C# rounds towards 0.</summary>
    private Expression WholeQuotient(Known left, Known right)
    {
        if (right.Expression.Constant is not { IsZero: false } divisor)
        {
            return right.Expression.HasSymbols && IsNeverZero(right) && Facts.ImplyPositive(right.Expression) && SideOf(left.Expression) > 0
                ? Floor(left.Expression / right.Expression)
                : Expression.Unknown;
        }

        if (SideOf(left.Expression) is not { } side)
            return Expression.Unknown;
        var quotient = left.Expression * (Expression)(Rational.One / divisor);
        return side * divisor.Sign > 0 ? Floor(quotient) : -Floor(-quotient);
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
        // Written by name, arguments can stand in any order.
        var arguments = call.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(a => a.Value).ToList();
        if (!IsMath(call.TargetMethod.ContainingType))
            return call.TargetMethod is { Name: "Count", ContainingType.Name: "Enumerable" } ? CountOf(arguments) : Inline(call, arguments);
        if (arguments.Exists(a => !Numbers.IsNumber(a.Type)))
            return Known.Nothing;
        if (call.TargetMethod.Name == "Floor")
            return Rounded(arguments[0]) is { IsNothing: false } value ? Floor(value) : Known.Nothing;
        var values = arguments.ConvertAll(Evaluate);
        if (values.Exists(v => v.IsNothing && !(v.IsInfinite && call.TargetMethod.Name == "Min")))
            return Known.Nothing;
        return call.TargetMethod.Name switch
        {
            "Min" => Extremum(FactorKind.Min, values[0], values[1]),
            "Max" => Extremum(FactorKind.Max, values[0], values[1]),
            "Clamp" => Extremum(FactorKind.Min, Extremum(FactorKind.Max, values[0], values[1]), values[2]),
            "Abs" => SideOf(values[0].Expression) is { } side ? values[0] with { Expression = side > 0 ? values[0].Expression
                : -values[0].Expression } : Known.Nothing,
            "Pow" => Raise(values[0], values[1]),
            "Exp" => new Known(Expression.Exponential(Rational.Zero, values[0].Expression), 2),
            "Sqrt" => Raise(values[0], new Known(Rational.Half, 0)),
            "Cos" => new Known(Expression.Cosine(values[0].Expression), 2),
            "Sin" => new Known(Expression.Sine(values[0].Expression), 2),
            "Lerp" => new Known(values[0].Expression + (values[1].Expression - values[0].Expression) * values[2].Expression, 2),
            _ => Known.Nothing,
        };
    }

    private Known Raise(Known number, Known exponent)
    {
        if (number.IsNothing || exponent.IsNothing)
            return Known.Nothing;
        if (exponent.Expression.Constant is not { } power)
            return new Known(Expression.Power(number.Expression, exponent.Expression), 2);
        // 0 to a negative power is larger than anything, which a minimum takes away again.
        if (power.Sign < 0 && number.Expression.Constant is { IsZero: true })
            return Known.Infinite;
        return power.Sign >= 0 || IsNeverZero(number) ? new Known(number.Expression.Raise(power), 2) : Known.Nothing;
    }

    /// <summary>The larger or the smaller; where it changes over the interval from one to the other, the interval is split.</summary>
    private Known Extremum(FactorKind kind, Known a, Known b)
    {
        if (kind == FactorKind.Min && (a.IsInfinite || b.IsInfinite))
            return a.IsInfinite ? b : a;
        if (a.IsNothing || b.IsNothing)
            return Known.Nothing;
        // Near the place where the two meet it makes no difference which of them is taken.
        var difference = a.Expression - b.Expression;
        if (Monotone.Of(difference) is null && !IsLate(difference) && MeetingOf(a.Expression, b.Expression) is { } meeting)
            difference = meeting;
        if (Monotone.Of(difference) is null && !IsLate(difference))
            return new Known(Expression.Extremum(kind, a.Expression, b.Expression), 2);
        return SideOf(difference) is { } side ? side > 0 == (kind == FactorKind.Max) ? a : b : Known.Nothing;

        // Where the step has no part in it, only run time can tell.
        bool IsLate(Expression e) => e.HasSymbols && e.Factors.Any(f => f.Kind == FactorKind.Step)
            && Cleared(e).Terms.All(t => t.Powers.All(p => p.Factor.Kind is FactorKind.Step or FactorKind.Symbol or FactorKind.Floor
                && p.Exponent.IsInteger))
            || e.HasSymbols && e.IsWhole;
    }

    /// <summary>What has the sign of the difference of two powers of the step, and is a line; null where there is none.</summary>
    private static Expression? MeetingOf(Expression a, Expression b)
    {
        if (a.Terms.Count != 1 || b.Terms.Count != 1 || a.Terms[0].Coefficient.Sign <= 0 || b.Terms[0].Coefficient.Sign <= 0)
            return null;
        var ratio = a / b;
        if (ratio.Terms is not [{ } term] || term.Powers.Any(p => !p.Factor.IsNotNegative)
            || term.Powers.Where(p => p.Factor.Kind == FactorKind.Step).Select(p => p.Exponent).FirstOrDefault() is not { IsZero: false } exponent)
        {
            return null;
        }

        // t^x is so much where the two meet; a root that is a whole number is found by its power.
        var scale = (ratio * Expression.Of(Factor.Step, -exponent)).Raise(exponent.Denominator);
        if (scale.Constant is { Sign: > 0 } power)
        {
            int degree = (int)BigInteger.Abs(exponent.Numerator);
            var meets = exponent.Sign > 0 ? Rational.One / power : power;
            if (Roots.Of(meets.Numerator, degree) is { } above && Roots.Of(meets.Denominator, degree) is { } below)
            {
                var from = Expression.Step - (Expression)new Rational(above, below);
                return exponent.Sign > 0 ? from : -from;
            }
        }

        var line = ratio.Raise(Rational.One / exponent) - Expression.One;
        return line.IsUnknown ? null : exponent.Sign > 0 ? line : -line;
    }

    /// <summary>The whole part; where rounding could take the argument to the next whole number, it is not known.</summary>
    private Known Floor(Known value)
    {
        // A few roundings of small numbers take none over a distance of 2^−12.
        bool isSmall = value.Roundings > 1 && !_reading.IsSingle && _last <= uint.MaxValue
            && value.Expression.Terms.All(t => t.Coefficient.Denominator <= 1 << 12
            && t.Powers.All(p => p.Factor.IsWhole && p.Exponent == Rational.One));
        bool isSure = isSmall || value.Roundings == 0 || value.Roundings == 1 && IsQuotientOfWholes(value.Expression) || value.Roundings == 1
            && value.Expression.Line is { } line
            && line.Slope.Denominator * line.Offset.Denominator <= s_largestDenominator.Numerator;
        return isSure ? new Known(Floor(value.Expression), 0) : Known.Nothing;
    }

    /// <summary>The whole part, which may be the same over the whole interval.</summary>
    private Expression Floor(Expression argument)
    {
        var floor = Expression.Floor(argument);
        foreach (var term in floor.Terms)
        {
            if (term.Powers is not [{ Factor: { Kind: FactorKind.Floor, Argument: var share } factor } only] || only.Exponent != Rational.One)
                continue;
            var part = Expression.Of(factor, Rational.One);
            if (Monotone.Of(part) is { } monotone && monotone.At(_start) is var first && monotone.At(_last) == first)
                floor += (Expression)term.Coefficient * (first - part);
            else if (share.HasSymbols && Facts.Imply(Cleared(share)) && Facts.ImplyPositive(Cleared(Expression.One - share)))
                floor -= (Expression)term.Coefficient * part;
        }

        return floor;
    }

    /// <summary>Whether an expression of run time is one whole number by another, whose quotient no rounding takes to the next whole number.</summary>
    private static bool IsQuotientOfWholes(Expression expression) => expression.HasSymbols && expression.Terms.All(t => t.Coefficient.IsInteger
        && t.Powers.All(p => p.Factor.IsWhole && p.Exponent.IsInteger)) || expression.HasSymbols && expression.Terms.Count == 1;

    private bool IsNotNegative(Known value) => SideOf(value.Expression) > 0;

    /// <summary>Whether a divisor is proved not to be 0 over the interval.</summary>
    private bool IsNeverZero(Known value)
    {
        if (value.Expression.Constant is { } constant)
            return !constant.IsZero;
        if (value.Expression.HasSymbols)
        {
            if (value.Expression.Terms is [var product] && product.Powers.All(p => p.Factor.IsPositive || p.Factor.Kind == FactorKind.Step
                && _start > 0))
                return true;
            var cleared = Cleared(value.Expression);
            if (Facts.ImplyPositive(cleared) || Facts.ImplyPositive(-cleared))
                return true;
            if (value.Expression.Factors.Any(f => f.Kind == FactorKind.Step))
                return Holds(value.Expression, isStrict: true) == true;
            // Numbers with which the code divides by 0 are none that anybody gives it.
            Facts = Facts.WithPositive(cleared);
            return Facts.MayHold();
        }

        // A divisor that is 0 at one step only has a sign on either side of it, and at that step none.
        if (Monotone.Of(value.Expression) is not null)
            return SignOf(value.Expression, 0) is { } sign && sign != 0;
        return value.Expression.Terms is [var single] && single.Powers.All(p =>
            p.Factor.Kind is FactorKind.Exponential or FactorKind.Number or FactorKind.Pi
            || p.Factor.Kind == FactorKind.Step && _start > 0
            || p.Factor.Kind == FactorKind.Sum && Monotone.Of(p.Factor.Argument) is { } inner && inner.FirstChange(_start, _last) is null
                && !inner.At(_start).IsZero);
    }

    private static Known Round(Known value) => value.IsNothing ? value : value with { Roundings = 2 };

    private static bool IsMath(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Int32
        || type is { Name: "Math" or "MathF", ContainingType: null, ContainingNamespace: { Name: "System",
            ContainingNamespace.IsGlobalNamespace: true } };
}
