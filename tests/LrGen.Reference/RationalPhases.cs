namespace LrGen.Reference;

/// <summary>max(rate/(1 + decayRate·u/every), floor), smooth or in levels.</summary>
internal sealed class InverseTimePhase : Phase
{
    private readonly Rational _rate;
    private readonly Rational _decayRate;
    private readonly Rational _every;
    private readonly Rational _floor;
    private readonly bool _staircase;

    /// <summary>Reads a decay by the inverse of time.</summary>
    public InverseTimePhase(InverseTimeDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _decayRate = arguments.RequiredExact("decayRate", attribute.DecayRate);
        _every = arguments.OptionalLength("every", attribute.Every);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _staircase = attribute.Staircase;
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks()
    {
        List<Rational> corners = [.. ((long[])[1, 2, 3, 10, 1000]).Select(level => level * _every)];
        if (_floor.Sign > 0)
        {
            // Where the smooth curve meets the floor; a staircase does so at the end of that level.
            Rational meeting = (_rate / _floor - 1) / _decayRate;
            corners.Add(meeting * _every);
            corners.Add(new Rational(meeting.Floor() + 1, 1) * _every);
        }

        return MarksWith(corners);
    }

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        Rational time = u / _every;
        if (_staircase)
            time = new(time.Floor(), 1);
        return Rational.Max(_rate / (1 + _decayRate * time), _floor);
    }
}

/// <summary>max(rate·(1 + u/timescale)^(−power), floor).</summary>
internal sealed class PowerPhase : Phase
{
    private readonly Rational _rate;
    private readonly Rational _power;
    private readonly Rational _timescale;
    private readonly Rational _floor;

    /// <summary>Reads a decay by a power of time.</summary>
    public PowerPhase(PowerDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _power = arguments.RequiredExact("power", attribute.Power);
        _timescale = arguments.OptionalLength("timescale", attribute.Timescale);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
    }

    /// <summary>Reads a decay by the inverse square root.</summary>
    public PowerPhase(InverseSquareRootAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _power = new(1, 2);
        _timescale = arguments.RequiredLength("timescale", attribute.Timescale);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks()
    {
        List<Rational> corners = [_timescale, 1000 * _timescale];
        if (_floor.Sign > 0)
        {
            // Where the curve meets the floor, as near as a double says.
            double ratio = AsDouble(_rate / _floor);
            double meeting = AsDouble(_timescale) * (Math.Pow(ratio, 1 / AsDouble(_power)) - 1);
            if (meeting < 1e18)
                corners.Add(Rational.FromDouble(meeting));
        }

        return MarksWith(corners);
    }

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u) => BigReal.Max(_rate * Exact.Pow(1 + u / _timescale, -_power), _floor);

    private static double AsDouble(BigReal value) => value.RoundToDouble();
}

/// <summary>factor/√modelSize·min(u/w^1.5, 1/√u).</summary>
internal sealed class NoamPhase : Phase
{
    private readonly Rational _factor;
    private readonly Rational _modelSize;
    private readonly Rational _warmupSteps;
    private readonly Rational _holdSteps;
    private readonly Rational _power;

    /// <summary>Reads the Transformer's schedule.</summary>
    public NoamPhase(NoamAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _factor = arguments.OptionalExact("factor", attribute.Factor);
        _modelSize = arguments.RequiredExact("modelSize", attribute.ModelSize);
        _warmupSteps = arguments.RequiredLength("warmupSteps", attribute.WarmupSteps);
        _holdSteps = arguments.OptionalLength("holdSteps", attribute.HoldSteps);
        _power = arguments.OptionalExact("power", attribute.Power);
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() => MarksWith([_warmupSteps, _warmupSteps + _holdSteps, 2 * _warmupSteps, 1000 * _warmupSteps]);

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        // t/w up to w, and (w/t)^power of the peak after the hold, with t counted as if there had been none.
        BigReal peak = _factor / Exact.Sqrt(_modelSize * _warmupSteps);
        return u < _warmupSteps ? peak * (u / _warmupSteps)
            : peak * Exact.Pow(_warmupSteps / Rational.Max(u - _holdSteps, _warmupSteps), _power);
    }
}
