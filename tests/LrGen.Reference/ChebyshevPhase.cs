namespace LrGen.Reference;

/// <summary>1/(c − r·cos(π(i + ½)/T)), c and r the mean and half the distance of 1/low and 1/high, i in fractal order.</summary>
internal sealed class ChebyshevPhase : Phase
{
    private readonly Rational _high;
    private readonly Rational _low;
    private readonly int _count;

    /// <summary>Reads Chebyshev's rates.</summary>
    public ChebyshevPhase(ChebyshevDecayAttribute attribute, Arguments arguments)
        : base(arguments.RequiredLength("steps", attribute.Steps), attribute.AfterEnd)
    {
        _high = arguments.RequiredExact("high", attribute.High);
        _low = arguments.RequiredExact("low", attribute.Low);
        _count = (int)attribute.Steps;
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() => MarksWith([.. Enumerable.Range(0, Math.Min(_count, 16)).Select(i => new Rational(i, 1))]);

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        int place = (int)Rational.Min(u, _count - 1).Floor();
        BigReal mean = (1 / _low + 1 / _high) / 2;
        BigReal half = (1 / _low - 1 / _high) / 2;
        BigReal angle = Exact.Pi * new Rational(2 * Fractal(place, _count) + 1, 2 * _count);

        // cos a = sin(π/2 − a).
        return 1 / (mean - half * Exact.Sin(Exact.Pi / 2 - angle));
    }

    /// <summary>
    /// The number at a place of the order of T: at an even place that at half of it in the order of T/2, and after it what is left to T − 1.
    /// </summary>
    private static int Fractal(int place, int count)
    {
        if (count == 1)
            return 0;
        int before = Fractal(place / 2, count / 2);
        return place % 2 == 0 ? before : count - 1 - before;
    }
}
