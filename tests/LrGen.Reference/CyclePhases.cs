namespace LrGen.Reference;

/// <summary>The one cycle: up to the peak, and down to the final rate at the last step.</summary>
internal sealed class OneCyclePhase : PiecewisePhase
{
    /// <summary>Reads a one-cycle schedule.</summary>
    public OneCyclePhase(OneCycleAttribute attribute, Arguments arguments)
        : this(arguments.RequiredLength("steps", attribute.Steps), attribute, arguments)
    {
    }

    private OneCyclePhase(Rational steps, OneCycleAttribute attribute, Arguments arguments)
        : base(steps, PositionOfEnd(steps, End.LastStep), AfterEnd.Hold)
    {
        Rational peak = arguments.RequiredExact("peak", attribute.Peak);
        Rational initial = peak / arguments.OptionalExact("initialDivisor", attribute.InitialDivisor);
        Rational final = initial / arguments.OptionalExact("finalDivisor", attribute.FinalDivisor);
        Rational rise = arguments.OptionalLength("riseShare", attribute.RiseShare) * steps - 1;
        Interpolation way = attribute.Interpolation;
        Add(Rational.Zero, rise, x => Way.Between(initial, peak, x, way));
        if (attribute.ThreePhase)
        {
            Add(rise, 2 * rise, x => Way.Between(peak, initial, x, way));
            Add(2 * rise, steps - 1, x => Way.Between(initial, final, x, way));
        }
        else
        {
            Add(rise, steps - 1, x => Way.Between(peak, final, x, way));
        }
    }
}

/// <summary>A line up to the peak at a whole step, and a line back.</summary>
internal sealed class SlantedTriangularPhase : PiecewisePhase
{
    /// <summary>Reads a slanted triangle.</summary>
    public SlantedTriangularPhase(SlantedTriangularAttribute attribute, Arguments arguments)
        : this(arguments.RequiredLength("steps", attribute.Steps), attribute, arguments)
    {
    }

    private SlantedTriangularPhase(Rational steps, SlantedTriangularAttribute attribute, Arguments arguments)
        : base(steps, steps, AfterEnd.Hold)
    {
        Rational peak = arguments.RequiredExact("peak", attribute.Peak);
        Rational lowest = peak / arguments.OptionalExact("ratio", attribute.Ratio);
        Rational cut = new((steps * arguments.OptionalLength("cutShare", attribute.CutShare)).Floor(), 1);
        Add(Rational.Zero, cut, x => Way.Line(lowest, peak, x));
        Add(cut, steps, x => Way.Line(peak, lowest, x));
    }
}

/// <summary>floor + (rate − floor)·(1 − x)/(1 − x/2).</summary>
internal sealed class RexPhase : SharePhase
{
    private readonly Rational _rate;
    private readonly Rational _floor;

    /// <summary>Reads a reflected exponential.</summary>
    public RexPhase(RexDecayAttribute attribute, Arguments arguments)
        : base(arguments.RequiredLength("steps", attribute.Steps), attribute.End, attribute.AfterEnd)
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
    }

    /// <inheritdoc/>
    protected override BigReal CurveOfShare(Rational x) => _floor + (_rate - _floor) * (1 - x) / (1 - x / 2);
}

/// <summary>The rise of a range test, by equal ratios or differences.</summary>
internal sealed class RangePhase : SharePhase
{
    private readonly Rational _from;
    private readonly Rational _to;
    private readonly bool _linear;

    /// <summary>Reads a range test.</summary>
    public RangePhase(RangeTestAttribute attribute, Arguments arguments)
        : base(arguments.RequiredLength("steps", attribute.Steps), attribute.End, attribute.AfterEnd)
    {
        _from = arguments.RequiredExact("from", attribute.From);
        _to = arguments.RequiredExact("to", attribute.To);
        _linear = attribute.Linear;
    }

    /// <inheritdoc/>
    protected override BigReal CurveOfShare(Rational x) => _linear ? Way.Line(_from, _to, x) : Way.EqualRatios(_from, _to, x);
}
