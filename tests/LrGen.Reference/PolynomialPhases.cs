namespace LrGen.Reference;

/// <summary>floor + (rate − floor)·(1 − x^timePower)^power.</summary>
internal sealed class PolynomialPhase : SharePhase
{
    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly Rational _power;
    private readonly Rational _timePower;

    /// <summary>Reads a polynomial decay with an end.</summary>
    public PolynomialPhase(PolynomialDecayAttribute attribute, Arguments arguments)
        : base(arguments.RequiredLength("steps", attribute.Steps), attribute.End, attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _power = arguments.OptionalExact("power", attribute.Power);
        _timePower = arguments.OptionalExact("timePower", attribute.TimePower);
    }

    /// <inheritdoc/>
    protected override BigReal CurveOfShare(Rational x) =>
        _floor + (_rate - _floor) * Exact.Pow(_timePower == 1 ? 1 - x : 1 - Exact.Pow(x, _timePower), _power);
}

/// <summary>floor + (rate − floor)·(1 − u/N)^power, N the first multiple of the length that is not before u, and not 0.</summary>
internal sealed class CyclingPhase : Phase
{
    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly Rational _power;
    private readonly Rational _steps;

    /// <summary>Reads a polynomial decay that starts again.</summary>
    public CyclingPhase(PolynomialDecayAttribute attribute, Arguments arguments)
        : base(null, AfterEnd.Hold)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _power = arguments.OptionalExact("power", attribute.Power);
        _steps = arguments.RequiredLength("steps", attribute.Steps);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() => MarksWith([.. ((long[])[1, 2, 3, 4, 10, 1000, 1_000_000]).Select(i => i * _steps)]);

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        Rational end = _steps;
        if (u > end)
            end = new Rational(-(-u / _steps).Floor(), 1) * _steps;
        return _floor + (_rate - _floor) * Exact.Pow(1 - u / end, _power);
    }
}
