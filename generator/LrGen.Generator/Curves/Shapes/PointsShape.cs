using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>
/// Many points and what lies between them: values[i] at times[i], then a line or a half wave to the next one. A stretch of code for each would
/// be more than a compiler takes quickly; here the points are tables, and a search by halves finds the two that a step lies between.
/// </summary>
/// <param name="Times">Local times in increasing order, of which the first is 0.</param>
/// <param name="Values">The exact values, one for each time.</param>
/// <param name="Factor">What run time multiplies them by; factors that are known are multiplied in.</param>
/// <param name="HasWaves">Whether half waves lie between the points; otherwise lines.</param>
internal sealed record PointsShape(IReadOnlyList<Rational> Times, IReadOnlyList<Rational> Values, Scalar Factor, bool HasWaves) : Shape
{
    /// <summary>A time that no step has, in few digits.</summary>
    private const double Never = 1e300;

    /// <summary>Integers below this bound are exact as doubles.</summary>
    private static readonly BigInteger s_exact = BigInteger.One << 53;

    public override Scalar Start => (Scalar)Values[0] * Factor;

    public override bool IsMonotone => IsOrdered(Values, 1) || IsOrdered(Values, -1);

    public override IEnumerable<Scalar> Scalars => [Factor];

    public override IEnumerable<Rational> TopTimes
    {
        get
        {
            var highest = Values.Aggregate(Rational.Max);
            return Enumerable.Range(0, Values.Count).Where(i => Values[i] == highest).Select(i => Times[i]);
        }
    }

    public override Rational Evaluate(Rational u, int bits) => Factor.Constant!.Value * Between(u, bits);

    public override Bounds Range(Rational from, Rational to, int bits)
    {
        var bounds = Bounds.Between(Between(from, bits), Between(to, bits));
        int end = Number(to);
        for (int i = Number(from) + 1; i <= end; i++)
            bounds = bounds.With(Bounds.Of(Values[i]));
        return bounds * Bounds.Of(Factor.Constant!.Value);
    }

    public override Shape Scale(Scalar factor) => factor.Constant is { } known
        ? this with { Values = [.. Values.Select(v => v * known)] }
        : this with { Factor = Factor * factor };

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time)
    {
        // Times are integers where the fractions of a step have a common denominator.
        BigInteger perStep = Times.Append(time.Offset).Aggregate(BigInteger.One, (all, t) => all / BigInteger.GreatestCommonDivisor(all, t.Denominator) * t.Denominator);
        if (Times[Times.Count - 1] * perStep >= s_exact)
            perStep = BigInteger.One;
        return Write(formula, time.K * (double)perStep, [.. Times.Select(t => ((t - time.Offset) * perStep).ToDouble())]);
    }

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) => Write(formula, u, [.. Times.Select(t => t.ToDouble())]) * formula.Scalar(Factor);

    public override string Describe(string u) =>
        NumberText.Integer(Values.Count) + " points from " + NumberText.Friendly(Values[0]) + " to " + NumberText.Friendly(Values[Values.Count - 1]) + ", between which it is "
            + (HasWaves ? "a half wave" : "a line") + ", at " + u;

    private Arithmetic Write(FormulaBuilder formula, Arithmetic time, IReadOnlyList<double> times)
    {
        int width = 1;
        while (width < times.Count)
            width *= 2;
        string starts = formula.Table("times", [.. times, .. Enumerable.Repeat(Never, width - times.Count)]);
        string values = formula.Table("values", [.. Values.Select(v => v.ToDouble())]);
        var now = formula.Let("now", time);
        Arithmetic found = 0.0;
        for (int half = width / 2; half > 0; half /= 2)
        {
            var middle = formula.Let("middle", found + (double)half);
            found = formula.Let("point", new Choice(new Lookup(starts, middle), now, found, middle));
        }

        var point = formula.Let("point", FormulaBuilder.Within(found, times.Count - 2));
        var next = formula.Let("next", point + 1.0);
        // Both weights are above 0, so that nothing cancels.
        var done = formula.Let("done", new Call(MathFunction.Max, now - new Lookup(starts, point), 0.0));
        var left = formula.Let("left", new Call(MathFunction.Max, new Lookup(starts, next) - now, 0.0));
        var length = formula.Let("length", new Lookup(starts, next) - new Lookup(starts, point));
        Arithmetic from = new Lookup(values, point), to = new Lookup(values, next);
        if (!HasWaves)
            return MultiplyAdd.Of(to, done, from * left) / length;
        var wave = HalfWaveShape.Beginning(formula, formula.Let("y", new Call(MathFunction.Min, done, left) / length), 1.0);
        var rest = formula.Let("rest", 1.0 - wave);
        return MultiplyAdd.Of(to, formula.Let("share", new Choice(done, left, rest, wave)), from * new Choice(done, left, wave, rest));
    }

    private Rational Between(Rational u, int bits)
    {
        int i = Number(u);
        if (i == Times.Count - 1)
            return Values[i];
        var share = Rational.Max((u - Times[i]) / (Times[i + 1] - Times[i]), Rational.Zero);
        return Values[i] + (Values[i + 1] - Values[i]) * (HasWaves ? Real.HalfWave(share, bits) : share);
    }

    /// <summary>The last point that is not after a time.</summary>
    private int Number(Rational u)
    {
        int low = 0, high = Times.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Times[middle] <= u ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static bool IsOrdered(IReadOnlyList<Rational> values, int sign)
    {
        for (int i = 1; i < values.Count; i++)
        {
            if (values[i].CompareTo(values[i - 1]) * sign < 0)
                return false;
        }

        return true;
    }
}
