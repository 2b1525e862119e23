namespace LrGen.Reference;

/// <summary>A rate that stays, and a half wave of the cosine down to the floor.</summary>
internal sealed class FlatCosinePhase : PiecewisePhase
{
    /// <summary>Reads a flat cosine.</summary>
    public FlatCosinePhase(FlatCosineAttribute attribute, Arguments arguments)
        : this(arguments.RequiredLength("steps", attribute.Steps), attribute, arguments)
    {
    }

    private FlatCosinePhase(Rational steps, FlatCosineAttribute attribute, Arguments arguments)
        : base(steps, steps, attribute.AfterEnd)
    {
        Rational rate = arguments.RequiredExact("rate", attribute.Rate);
        Rational floor = arguments.Floor(rate, attribute.Floor, attribute.FloorRatio);
        Rational flat = arguments.OptionalLength("flatShare", attribute.FlatShare) * steps;
        Add(Rational.Zero, flat, _ => rate);
        Add(flat, steps, x => Way.HalfWave(rate, floor, x));
    }
}

/// <summary>A rise, a rate that stays, and a fall.</summary>
internal abstract class ThreeStagePhase(Rational rise, Rational stay, Rational fall)
    : PiecewisePhase(rise + stay + fall, rise + stay + fall, AfterEnd.Hold)
{
    /// <inheritdoc/>
    protected override (Rational Begin, Rational End, Func<Rational, BigReal> CurveOfShare) BeginningWithoutLength() => Pieces[^1];

    /// <summary>Appends the line up, the rate, and a fall of any shape.</summary>
    protected void AddStages(Rational from, Rational rate, Func<Rational, BigReal> fallOfShare)
    {
        Add(Rational.Zero, rise, x => Way.Line(from, rate, x));
        Add(rise, rise + stay, _ => rate);
        Add(rise + stay, rise + stay + fall, fallOfShare);
    }
}

/// <summary>The trapezoid: warm-up, stable rate and cool-down to the floor.</summary>
internal sealed class TrapezoidPhase : ThreeStagePhase
{
    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly CooldownShape _cooldown;

    /// <summary>Reads warm-up, stable rate and decay.</summary>
    public TrapezoidPhase(WarmupStableDecayAttribute attribute, Arguments arguments)
        : base(
            arguments.RequiredLength("warmupSteps", attribute.WarmupSteps),
            arguments.RequiredLength("stableSteps", attribute.StableSteps),
            arguments.RequiredLength("decaySteps", attribute.DecaySteps))
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _cooldown = attribute.Cooldown;
        AddStages(arguments.OptionalExact("from", attribute.From), _rate, Cooled);
    }

    private BigReal Cooled(Rational x)
    {
        switch (_cooldown)
        {
            case CooldownShape.Linear:
                return Way.Line(_rate, _floor, x);
            case CooldownShape.Cosine:
                return Way.HalfWave(_rate, _floor, x);
            case CooldownShape.OneMinusSqrt:
                // 1 − √x = (1 − x)/(1 + √x), which does not cancel near x = 1.
                return _floor + (_rate - _floor) * (1 - x) / (1 + Exact.Sqrt(x));
            case CooldownShape.Exponential:
                return Way.EqualRatios(_rate, _floor, x);
            case CooldownShape.Halving:
                return _floor + (_rate - _floor) * (2 * Exact.Pow(2, -x) - 1);
            case CooldownShape.OneMinusSquare:
                return Way.Line(_rate, _floor, x * x);
            default:
                throw new ArgumentException($"The reference does not know {_cooldown}.");
        }
    }
}

/// <summary>The three stages of fairseq: line, rate, and a fall by equal ratios.</summary>
internal sealed class TriStagePhase : ThreeStagePhase
{
    /// <summary>Reads three stages.</summary>
    public TriStagePhase(TriStageAttribute attribute, Arguments arguments)
        : base(
            arguments.RequiredLength("warmupSteps", attribute.WarmupSteps),
            arguments.RequiredLength("holdSteps", attribute.HoldSteps),
            arguments.RequiredLength("decaySteps", attribute.DecaySteps))
    {
        Rational rate = arguments.RequiredExact("rate", attribute.Rate);
        Rational initial = rate * arguments.OptionalExact("initialRatio", attribute.InitialRatio);
        Rational final = rate * arguments.OptionalExact("finalRatio", attribute.FinalRatio);
        AddStages(initial, rate, x => Way.EqualRatios(rate, final, x));
    }
}
