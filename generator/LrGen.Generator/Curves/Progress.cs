using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>The covered share of a shape: x = (u + shift) ÷ length.</summary>
internal sealed record Progress(Scalar Shift, Scalar Length)
{
    /// <summary>The opposite of a shift that is known to go back.</summary>
    private Scalar? Back => Shift switch
    {
        ConstantScalar { Value: { Sign: < 0 } shift } => -shift,
        BinaryScalar { Operation: '-', Left.IsZero: true } negative => negative.Right,
        _ => null,
    };

    /// <summary>The progress of a shape that began earlier.</summary>
    public Progress After(Scalar by) => this with { Shift = Shift + by };

    public Rational At(Rational u) => (u + Shift.Constant!.Value) / Length.Constant!.Value;

    public Arithmetic Write(FormulaBuilder formula, Arithmetic u) => Done(formula, u) / formula.Scalar(Length);

    public Arithmetic Done(FormulaBuilder formula, Arithmetic u) => Back is { } back ? u - formula.Scalar(back) : u + formula.Scalar(Shift);

    /// <summary>The share as a fraction of integers, x = count ÷ total, with count exact in a double.</summary>
    public IntegerProgress Exactly(IntegerTime time)
    {
        var shift = time.Offset + Shift.Constant!.Value;
        var length = Length.Constant!.Value;
        BigInteger perStep = shift.Denominator * length.Denominator;
        BigInteger first = shift.Numerator * length.Denominator;
        BigInteger total = shift.Denominator * length.Numerator;
        var divisor = BigInteger.GreatestCommonDivisor(BigInteger.GreatestCommonDivisor(perStep, first), total);
        return new IntegerProgress(time.K, perStep / divisor, first / divisor, total / divisor, time.Limit);
    }

    public string Describe(string u)
    {
        string done = Shift.IsZero ? u : Back is { } back
            ? "(" + u + " − " + Text.Of(back) + ")"
            : "(" + u + " + " + Text.Of(Shift) + ")";
        return Length.Constant == Rational.One ? done : done + " / " + Text.Of(Length);
    }
}

/// <summary>x = (perStep · k + first) ÷ total, in integers.</summary>
internal sealed record IntegerProgress(Arithmetic K, BigInteger PerStep, BigInteger First, BigInteger Total, BigInteger? Limit)
{
    /// <summary>The integers that are covered, from 0 to <see cref="Total"/>.</summary>
    public Arithmetic Done => K * (double)PerStep + (double)First;

    /// <summary>The integers that are left, from <see cref="Total"/> to 0.</summary>
    public Arithmetic Left => PerStep.IsOne
        ? (Arithmetic)(double)(Total - First) - K
        : (Arithmetic)(double)(Total - First) - K * (double)PerStep;

    /// <summary>
    /// ⌊x⌋ under a name of its own. A quotient of integers below 2^53 never rounds up to the next integer.
    /// </summary>
    public Arithmetic Level(FormulaBuilder formula, string name) =>
        formula.Let(name, new Call(MathFunction.Floor, Done / (double)Total));

    /// <summary>The bits that the covered integers need.</summary>
    public int Bits => Rational.BitLength(Total);
}

/// <summary>A coefficient as the sum of two doubles, the first short enough that its product with an integer is exact.</summary>
internal readonly record struct TwoPart(double High, double Low)
{
    /// <summary>Splits a coefficient for products with integers of at most <paramref name="integerBits"/> bits.</summary>
    public static TwoPart For(Rational coefficient, int integerBits)
    {
        double high = coefficient.RoundToBits(Math.Max(53 - integerBits, 5));
        if (double.IsInfinity(high) || high == 0)
            return new TwoPart(coefficient.ToDouble(), 0);
        return new TwoPart(high, (coefficient - Rational.FromDouble(high)).ToDouble());
    }

    /// <summary>count · coefficient + rest, with one rounding that matters.</summary>
    public Arithmetic TimesPlus(Arithmetic count, Arithmetic rest) => MultiplyAdd.Of(count, High, Low == 0 ? rest : MultiplyAdd.Of(count, Low, rest));
}

/// <summary>Numbers of a schedule as text for a person.</summary>
internal static class Text
{
    /// <summary>Without parentheses around all of it.</summary>
    public static string Bare(Scalar scalar) => scalar is BinaryScalar { Operation: not ('m' or 'M') } binary
        ? Of(binary.Left) + " " + Sign(binary.Operation) + " " + Of(binary.Right)
        : Of(scalar);

    public static string Of(Scalar scalar) => scalar switch
    {
        ConstantScalar constant => NumberText.Friendly(constant.Value),
        ArgumentScalar argument => argument.Name,
        BinaryScalar { Operation: 'm' } smaller => "min(" + Of(smaller.Left) + ", " + Of(smaller.Right) + ")",
        BinaryScalar { Operation: 'M' } larger => "max(" + Of(larger.Left) + ", " + Of(larger.Right) + ")",
        BinaryScalar binary => "(" + Bare(binary) + ")",
        FloorScalar floor => "⌊" + Bare(floor.Of) + "⌋",
        SqrtScalar root => "√" + Of(root.Of),
        // Where nothing is skipped, as in most trainings.
        ChoiceScalar choice => Of(choice.Then),
        ValueScalar value => value.Shape.Describe(Of(value.LocalTime)),
        _ => "…",
    };

    private static string Sign(char operation) => operation switch
    {
        '-' => "−",
        '*' => "·",
        _ => operation.ToString(),
    };
}
