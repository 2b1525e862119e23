namespace LrGen.Reference;

/// <summary>floor + (rate − floor)·(1 − tanh z)/2, z from lower to upper; from the end on the floor.</summary>
internal sealed class TanhPhase : SharePhase
{
    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly Rational _lower;
    private readonly Rational _upper;

    /// <summary>Reads a decay along the hyperbolic tangent.</summary>
    public TanhPhase(TanhDecayAttribute attribute, Arguments arguments)
        : base(arguments.RequiredLength("steps", attribute.Steps), attribute.End, attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _lower = arguments.OptionalExact("lower", attribute.Lower);
        _upper = arguments.OptionalExact("upper", attribute.Upper);
    }

    /// <inheritdoc/>
    protected override BigReal CurveOfShare(Rational x)
    {
        if (x == 1)
            return _floor;

        // (1 − tanh z)/2 = e^(−z)/(e^z + e^(−z)): no difference of nearly equal numbers.
        Rational z = _lower * (1 - x) + _upper * x;
        BigReal rise = Exact.Exp(z);
        BigReal fall = Exact.Exp(-z);
        return _floor + (_rate - _floor) * (fall / (rise + fall));
    }
}

/// <summary>floor + (rate − floor)/(1 + e^(steepness·(u − midpoint))).</summary>
internal sealed class SigmoidPhase : Phase
{
    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly Rational _midpoint;
    private readonly Rational _steepness;

    /// <summary>Reads a decay along the logistic function.</summary>
    public SigmoidPhase(SigmoidDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _midpoint = arguments.RequiredLength("midpoint", attribute.Midpoint);
        _steepness = arguments.RequiredExact("steepness", attribute.Steepness);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() =>
        MarksWith([.. ((int[])[-700, -60, -40, -10, -1, 0, 1, 10, 40, 60, 690, 700]).Select(e => Rational.Max(_midpoint + e / _steepness, Rational.Zero))]);

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u) => _floor + (_rate - _floor) / (1 + Exact.Exp(_steepness * (u - _midpoint)));
}

/// <summary>max(rate·e^(−decayRate·u/every), floor).</summary>
internal sealed class NaturalPhase : Phase
{
    private readonly Rational _rate;
    private readonly Rational _decayRate;
    private readonly Rational _every;
    private readonly Rational _floor;

    /// <summary>Reads a decay by powers of e.</summary>
    public NaturalPhase(NaturalExponentialDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _decayRate = arguments.RequiredExact("decayRate", attribute.DecayRate);
        _every = arguments.OptionalLength("every", attribute.Every);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks()
    {
        List<Rational> corners = [.. ((long[])[1, 2, 10, 1000]).Select(i => i * _every)];

        // Where the value reaches its floor or the smallest normal double.
        foreach (BigReal bound in (BigReal[])[_floor, SmallestNormal])
        {
            if (bound.Sign > 0 && _rate > bound)
                corners.Add(Rational.FromDouble(Exact.Ln(_rate / bound).RoundToDouble()) / _decayRate * _every);
        }

        return MarksWith(corners);
    }

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        BigReal value = _rate * Exact.Exp(-_decayRate * u / _every);
        return BigReal.Max(value < SmallestNormal ? BigReal.Zero : value, _floor);
    }
}

/// <summary>max(rate·((1 + u²/batches²)·(1 + e²/epochs²))^(−power), floor), e the whole epochs.</summary>
internal sealed class EdenPhase : Phase
{
    private readonly Rational _rate;
    private readonly Rational _power;
    private readonly Rational _batches;
    private readonly Rational? _epochs;
    private readonly Rational? _stepsPerEpoch;
    private readonly Rational _floor;

    /// <summary>Reads Eden.</summary>
    public EdenPhase(EdenDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _power = arguments.OptionalExact("power", attribute.Power);
        _batches = arguments.RequiredLength("batches", attribute.Batches);
        double epochs = arguments.Optional("epochs", attribute.Epochs);
        if (!double.IsNaN(epochs))
        {
            _epochs = Rational.Simplest(epochs);
            _stepsPerEpoch = Rational.Simplest(arguments.Optional("stepsPerEpoch", attribute.StepsPerEpoch));
        }

        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks()
    {
        List<Rational> corners = [_batches, 1000 * _batches];
        if (_stepsPerEpoch is { } epoch)
            corners.AddRange(((int[])[1, 2, 3, 100, 100_000]).Select(i => i * epoch));
        return MarksWith(corners);
    }

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        BigReal value = _rate * Exact.Pow((_batches * _batches + u * u) / (_batches * _batches), -_power);
        if (_epochs is { } epochs && _stepsPerEpoch is { } steps)
        {
            Rational epoch = new((u / steps).Floor(), 1);
            value *= Exact.Pow((epochs * epochs + epoch * epoch) / (epochs * epochs), -_power);
        }

        return BigReal.Max(value, _floor);
    }
}
