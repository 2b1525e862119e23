using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// A power of the covered share, from + (to − from) · x^p, or of the share that is left, to + (from − to) · (1 − x)^p.
/// </summary>
internal sealed record PowerShape(Scalar From, Scalar To, Progress Progress, Scalar Power, bool OfRest) : EaseShape(From, To, Progress)
{
    public override IEnumerable<Scalar> Scalars => [.. base.Scalars, Power];

    public override IEnumerable<ShapePart> Split(Rational? end) => Power.Constant == Rational.One
        ? new LineShape(From, To, Progress).Split(end)
        : base.Split(end);

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value, power = Power.Constant!.Value;
        var steps = Progress.Exactly(time);
        var count = formula.Let(OfRest ? "left" : "done", OfRest ? steps.Left : steps.Done);
        // The power is 0 at the anchor and 1 at the other end.
        Rational anchor = OfRest ? to : from, range = (OfRest ? from : to) - anchor;
        double start = anchor.ToDouble();

        if (power.IsInteger && power <= 4 && BigInteger.Pow(steps.Total, (int)power.Numerator) is var whole && Rational.BitLength(whole) <= 53)
        {
            var product = count;
            for (int i = 1; i < (int)power.Numerator; i++)
                product *= count;
            product = formula.Let("power", product);
            formula.Note("The power is a whole number, exact; its coefficient stands in two parts.");
            return TwoPart.For(range / whole, Rational.BitLength(whole)).TimesPlus(product, start);
        }

        var raised = Real.Pow(steps.Total, power, Real.Precise);
        if (raised > Rational.PowerOfTwo(900))
            return new Call(MathFunction.Pow, count / (double)steps.Total, power.ToDouble()) * range.ToDouble() + start;
        // Where the whole power is exact, a product with one root is within the bound, and a fraction of the time of Math.Pow.
        bool isRoot = (power * 2).IsInteger && power < 4 && Rational.BitLength(BigInteger.Pow(steps.Total, (int)power.Floor())) <= 53;
        var root = formula.Let("power", isRoot ? ByRoots(formula, count, power)! : new Call(MathFunction.Pow, count, power.ToDouble()));
        return TwoPart.For(range / raised, 0).TimesPlus(root, start);
    }

    /// <summary>x to a power that is a multiple of a quarter, by products and roots; null for other powers.</summary>
    public static Arithmetic? ByRoots(FormulaBuilder formula, Arithmetic x, Rational power)
    {
        if (!(power * 4).IsInteger)
            return null;
        int quarters = (int)(power * 4).Numerator;
        x = quarters == 2 ? x : formula.Let("x", x);
        Arithmetic? product = null;
        for (int i = 0; i < quarters / 4; i++)
            Multiply(x);
        if (quarters % 4 == 0)
            return product;
        var root = quarters % 4 == 2 ? new Call(MathFunction.Sqrt, x) : formula.Let("root", new Call(MathFunction.Sqrt, x));
        if (quarters % 4 >= 2)
            Multiply(root);
        if (quarters % 2 == 1)
            Multiply(new Call(MathFunction.Sqrt, root));
        return product;

        void Multiply(Arithmetic factor) => product = product is null ? factor : product * factor;
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u)
    {
        var length = formula.Let("length", formula.Scalar(Progress.Length));
        var done = Progress.Done(formula, u);
        var share = (OfRest ? length - formula.Let("done", done) : done) / length;
        var raised = formula.Let("power", Power.Constant == Rational.One ? share : new Call(MathFunction.Pow, share, formula.Scalar(Power)));
        Scalar anchor = OfRest ? To : From, other = OfRest ? From : To;
        return anchor.IsZero
            ? formula.Scalar(other) * raised
            : formula.Scalar(anchor) + (formula.Scalar(other) - formula.Scalar(anchor)) * raised;
    }

    public override string Describe(string u)
    {
        if (Power.Constant == Rational.One)
            return new LineShape(From, To, Progress).Describe(u);
        string x = Progress.Describe(u), share = OfRest ? "(1 − " + x + ")" : "(" + x + ")";
        Scalar anchor = OfRest ? To : From, other = OfRest ? From : To;
        string raised = share + "^" + Text.Of(Power);
        return anchor.IsZero ? Text.Of(other) + " · " + raised : Text.Of(anchor) + " + " + Text.Of(other - anchor) + " · " + raised;
    }

    /// <summary>A value from 0 to 1 to a power: products for small whole ones, a root, or else a call of Math.Pow.</summary>
    public static Arithmetic Raise(FormulaBuilder formula, Arithmetic value, Scalar power)
    {
        if (power.Constant == Rational.One)
            return value;
        if (power.Constant == Rational.Half)
            return new Call(MathFunction.Sqrt, value);
        if (power.Constant is not { IsInteger: true } whole || whole > 4)
            return new Call(MathFunction.Pow, value, formula.Scalar(power));
        var factor = formula.Let("share", value);
        var square = factor * factor;
        if (whole == 4)
            square = formula.Let("square", square);
        return whole == 2 ? square : whole == 3 ? square * factor : square * square;
    }

    protected override Rational Ease(Rational x, int bits)
    {
        var power = Power.Constant!.Value;
        return OfRest ? Rational.One - Real.Pow(Rational.One - x, power, bits) : Real.Pow(x, power, bits);
    }

    protected override string DescribeEase(string x) => x + "^" + Text.Of(Power);
}
