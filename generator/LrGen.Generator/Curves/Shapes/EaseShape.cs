using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A shape that goes from one value to another as the progress x goes from 0 to 1: from + (to − from) · ease(x).</summary>
internal abstract record EaseShape(Scalar From, Scalar To, Progress Progress) : Shape
{
    // The start value is asked for at u = 0, where a shifted progress is already under way.
    public override Scalar Start => Progress.Shift.IsZero ? From : IsConstant ? Evaluate(Rational.Zero, Real.Precise) : new ValueScalar(this, Scalar.Zero);

    public override IEnumerable<Scalar> Scalars => [From, To, Progress.Shift, Progress.Length];

    public override Shape Scale(Scalar factor) => this with { From = From * factor, To = To * factor };

    /// <summary>The shape with a constant added to every value.</summary>
    public Shape Raise(Scalar by) => this with { From = From + by, To = To + by };

    public override Rational Evaluate(Rational u, int bits)
    {
        Rational from = From.Constant!.Value, to = To.Constant!.Value;
        return from + (to - from) * Ease(Progress.At(u), bits);
    }

    public override IEnumerable<ShapePart> Split(Rational? end) =>
        [new ShapePart(end, From.Constant is { } from && from == To.Constant ? new HoldShape(From) : this)];

    public override string Describe(string u)
    {
        if (From.Constant is { } low && To.Constant is { } high)
        {
            return low <= high
                ? Sum(low, high - low, DescribeEase(Progress.Describe(u)))
                : Sum(high, low - high, DescribeRest(Progress.Describe(u)));
        }

        return From.IsZero
            ? Text.Of(To) + " · " + DescribeEase(Progress.Describe(u))
            : Text.Of(From) + " + (" + Text.Of(To) + " − " + Text.Of(From) + ") · " + DescribeEase(Progress.Describe(u));

        static string Sum(Rational constant, Rational range, string ease) => constant.IsZero
            ? (range == Rational.One ? ease : NumberText.Friendly(range) + " · " + ease)
            : NumberText.Friendly(constant) + " + " + NumberText.Friendly(range) + " · " + ease;
    }

    /// <summary>The share of the way from one value to the other that is covered at x.</summary>
    protected abstract Rational Ease(Rational x, int bits);

    /// <summary>ease(x) in words.</summary>
    protected abstract string DescribeEase(string x);

    /// <summary>1 − ease(x) in words.</summary>
    protected virtual string DescribeRest(string x) => "(1 − " + DescribeEase(x) + ")";
}
