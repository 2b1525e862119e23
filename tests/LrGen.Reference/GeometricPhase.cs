namespace LrGen.Reference;

/// <summary>The decays by equal ratios, smooth or in levels: max(rate·factor^((u − begin)/every), floor).</summary>
internal sealed class GeometricPhase : Phase
{
    private readonly Rational _rate;
    private readonly Rational _factor;
    private readonly Rational _every;
    private readonly Rational _begin;
    private readonly Rational _floor;
    private readonly bool _staircase;

    /// <summary>Reads a staircase.</summary>
    public GeometricPhase(StepDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _factor = arguments.RequiredExact("factor", attribute.Factor);
        _every = arguments.RequiredLength("every", attribute.Every);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _staircase = true;
    }

    /// <summary>Reads an exponential decay.</summary>
    public GeometricPhase(ExponentialDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _factor = arguments.RequiredExact("factor", attribute.Factor);
        _every = arguments.OptionalLength("every", attribute.Every);
        _begin = arguments.OptionalLength("begin", attribute.Begin);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _staircase = attribute.Staircase;
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks()
    {
        foreach (Rational mark in base.Marks())
            yield return mark;
        foreach (long level in (long[])[0, 1, 2, 3, 10, 1000])
            yield return _begin + level * _every;

        // The levels at which the value reaches its floor, the smallest normal double or the largest one.
        double logOfFactor = Math.Log(AsDouble(_factor));
        foreach (double bound in (double[])[AsDouble(_floor), AsDouble(SmallestNormal), double.MaxValue])
        {
            double level = (Math.Log(bound) - Math.Log(AsDouble(_rate))) / logOfFactor;
            if (level is > 0 and < 1e18)
            {
                yield return _begin + (long)level * _every;
                yield return _begin + ((long)level + 1) * _every;
            }
        }
    }

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        Rational exponent = Rational.Max(u - _begin, Rational.Zero) / _every;
        if (_staircase)
            exponent = new(exponent.Floor(), 1);
        BigReal value = _rate * Exact.Pow(_factor, exponent);
        return BigReal.Max(value < SmallestNormal ? BigReal.Zero : value, _floor);
    }

    private static double AsDouble(BigReal value) => value.RoundToDouble();
}
