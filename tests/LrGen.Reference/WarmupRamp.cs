namespace LrGen.Reference;

/// <summary>The warm-up of w steps: the share that a step has covered, and the ramp over that share.</summary>
internal sealed class WarmupRamp
{
    private readonly WarmupShape _shape;
    private readonly FirstStep _firstStep;
    private readonly End _end;
    private readonly Rational _from;
    private readonly Rational _fromRatio;
    private readonly Rational _power;

    /// <summary>Reads a warm-up.</summary>
    public WarmupRamp(WarmupAttribute attribute, Arguments arguments)
    {
        if (attribute is { End: End.LastStep, FirstStep: not FirstStep.AtStart })
            throw new ArgumentException("End.LastStep of a warm-up goes with FirstStep.AtStart only.");
        Length = arguments.RequiredLength("steps", attribute.Steps);
        Join = attribute.Join;
        _shape = attribute.Shape;
        _firstStep = attribute.FirstStep;
        _end = attribute.End;
        _from = arguments.OptionalExact("from", attribute.From);
        _fromRatio = arguments.OptionalExact("fromRatio", attribute.FromRatio);
        _power = arguments.OptionalExact("power", attribute.Power);
    }

    /// <summary>Gets w, the length.</summary>
    public Rational Length { get; }

    /// <summary>Gets how the warm-up meets the schedule.</summary>
    public Join Join { get; }

    /// <summary>Returns the rate of a step below w on the way to a target.</summary>
    public BigReal Toward(BigReal target, Rational step) =>
        Between(_fromRatio.Sign == 0 ? _from : _fromRatio * target, target, Covered(step));

    /// <summary>Returns the share of the schedule's own value, on the way to 1, that a step below w has.</summary>
    /// <param name="first">The first value of the schedule, which <c>From</c> is divided by.</param>
    /// <param name="step">The step.</param>
    public BigReal TowardOne(BigReal first, Rational step)
    {
        BigReal ratio = _fromRatio;
        if (ratio.IsZero && _from.Sign != 0)
            ratio = _from / first;
        return Between(ratio, 1, Covered(step));
    }

    /// <summary>Returns x, which a fractional w would else take above 1 with <see cref="FirstStep.OneStepIn"/>.</summary>
    private Rational Covered(Rational step)
    {
        Rational steps = _firstStep == FirstStep.AtStart ? step : step + 1;
        Rational whole = Length;
        if (_firstStep == FirstStep.BetweenEnds)
            whole += 1;
        else if (_end == End.LastStep)
            whole -= 1;
        return steps < whole ? steps / whole : Rational.One;
    }

    private BigReal Between(BigReal start, BigReal target, Rational x)
    {
        if (_shape == WarmupShape.Constant)
            return start;

        // A start of 0 has no ratio to the target: the attribute excludes it, and a share of a target 0 is 0 all along.
        if (_shape == WarmupShape.Exponential)
            return start.IsZero ? start : start * Exact.Pow(target / start, x);

        // Both summands are 0 or above, so nothing cancels, as it would in start + (target − start)·risen.
        BigReal risen = Risen(x);
        return start * (1 - risen) + target * risen;
    }

    /// <summary>Returns the share of the way from start to target, from 0 to 1.</summary>
    private BigReal Risen(Rational x)
    {
        switch (_shape)
        {
            case WarmupShape.Linear:
                return x;
            case WarmupShape.Logarithmic:
                // For w = 1 the quotient is 0/0, and its limit is x.
                return Length == 1 ? x : Exact.Ln(1 + x * (Length - 1)) / Exact.Ln(Length);
            case WarmupShape.Polynomial:
                return Exact.Pow(x, _power);
            case WarmupShape.Cosine:
                // (1 − cos πx)/2 = sin²(πx/2), which does not cancel near x = 0.
                BigReal sine = Exact.Sin(Exact.Pi * (x / 2));
                return sine * sine;
            case WarmupShape.OneMinusSqrt:
                // 1 − √(1 − x) = x/(1 + √(1 − x)), for the same reason.
                return x / (1 + Exact.Sqrt(1 - x));
            default:
                throw new ArgumentException($"The reference does not know {_shape}.");
        }
    }
}
