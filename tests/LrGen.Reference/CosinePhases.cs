namespace LrGen.Reference;

/// <summary>floor + (rate − floor)·((1 + cos(π·halfWaves·x^timePower))/2)^exponent.</summary>
internal sealed class CosinePhase : SharePhase
{
    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly Rational _exponent;
    private readonly Rational _halfWaves;
    private readonly Rational _timePower;

    /// <summary>Reads a cosine decay.</summary>
    public CosinePhase(CosineDecayAttribute attribute, Arguments arguments)
        : base(arguments.RequiredLength("steps", attribute.Steps), attribute.End, attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _exponent = arguments.OptionalExact("exponent", attribute.Exponent);
        _halfWaves = arguments.OptionalLength("halfWaves", attribute.HalfWaves);
        _timePower = arguments.OptionalExact("timePower", attribute.TimePower);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() =>
        MarksWith([.. Enumerable.Range(1, (int)_halfWaves.Floor()).Select(i => i * EndPosition!.Value / _halfWaves)]);

    /// <inheritdoc/>
    protected override BigReal CurveOfShare(Rational x)
    {
        // (1 + cos πy)/2 = sin²(π(1 − y)/2), which does not cancel near y = 1; y repeats after 2.
        BigReal rest = _timePower == 1 ? 1 - (_halfWaves * x).Mod(2) : 1 - Exact.Pow(x, _timePower);
        BigReal sine = Exact.Sin(Exact.Pi * rest / 2);
        return _floor + (_rate - _floor) * Exact.Pow(sine * sine, _exponent);
    }
}

/// <summary>floor + (rate − floor)·((alpha + 1 − x)·(1 + cos(2π·periods·x))/2 + beta).</summary>
internal sealed class LinearCosinePhase : SharePhase
{
    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly Rational _periods;
    private readonly Rational _alpha;
    private readonly Rational _beta;

    /// <summary>Reads a linear cosine decay.</summary>
    public LinearCosinePhase(LinearCosineDecayAttribute attribute, Arguments arguments)
        : base(arguments.RequiredLength("steps", attribute.Steps), attribute.End, attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _periods = arguments.OptionalLength("periods", attribute.Periods);
        _alpha = arguments.OptionalExact("alpha", attribute.Alpha);
        _beta = arguments.OptionalExact("beta", attribute.Beta);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() =>
        MarksWith([.. Enumerable.Range(1, (int)(2 * _periods).Floor()).Select(i => i * EndPosition!.Value / (2 * _periods))]);

    /// <inheritdoc/>
    protected override BigReal CurveOfShare(Rational x)
    {
        BigReal sine = Exact.Sin(Exact.Pi * (1 - (2 * _periods * x).Mod(2)) / 2);
        return _floor + (_rate - _floor) * ((_alpha + 1 - x) * (sine * sine) + _beta);
    }
}

/// <summary>From one rate to the one of weight averaging.</summary>
internal sealed class SwaPhase(SwaAnnealAttribute attribute, Arguments arguments)
    : SharePhase(arguments.OptionalLength("steps", attribute.Steps), End.AtLength, AfterEnd.Hold)
{
    private readonly Rational _rate = arguments.RequiredExact("rate", attribute.Rate);
    private readonly Rational _swaRate = arguments.RequiredExact("swaRate", attribute.SwaRate);

    /// <inheritdoc/>
    protected override BigReal CurveOfShare(Rational x) => Way.Between(_rate, _swaRate, x, attribute.Interpolation);
}
