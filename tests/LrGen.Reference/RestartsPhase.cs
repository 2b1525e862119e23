using System.Numerics;

namespace LrGen.Reference;

/// <summary>Half waves of the cosine from top to floor, cycle after cycle.</summary>
internal sealed class RestartsPhase : Phase
{
    /// <summary>How near, in cycles, a position has to be to a restart to count as one.</summary>
    private static readonly BigReal _tie = BigReal.PowerOfTwo(-200);

    private readonly Rational _rate;
    private readonly Rational _floor;
    private readonly Rational _amplitude;
    private readonly Rational _steps;
    private readonly Rational _lengthFactor;

    /// <summary>Reads a cosine with restarts.</summary>
    public RestartsPhase(CosineRestartsAttribute attribute, Arguments arguments)
        : this(
            arguments.RequiredLength("steps", attribute.Steps),
            arguments.OptionalLength("lengthFactor", attribute.LengthFactor),
            arguments.LengthOrNone("cycles", attribute.Cycles))
    {
        _rate = arguments.RequiredExact("rate", attribute.Rate);
        _floor = arguments.Floor(_rate, attribute.Floor, attribute.FloorRatio);
        _amplitude = arguments.OptionalExact("amplitude", attribute.Amplitude);
    }

    private RestartsPhase(Rational steps, Rational lengthFactor, Rational? cycles)
        : base(cycles is { } count ? Start(steps, lengthFactor, count.Floor()) : null, AfterEnd.Hold)
    {
        _steps = steps;
        _lengthFactor = lengthFactor;
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() =>
        MarksWith([.. ((int[])[1, 2, 3, 4, 5, 6, 7, 8, 20, 39, 60, 1000]).Select(i => Start(_steps, _lengthFactor, i))]);

    /// <inheritdoc/>
    public override BigReal Beginning => BigReal.Max(_rate, _floor);

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        if (EndPosition is { } end && u >= end)
            return _floor;
        BigInteger cycle = CycleOf(u);
        BigReal i = new(cycle, 0);
        BigReal length = _steps * Exact.Pow(_lengthFactor, i);
        BigReal next = _lengthFactor == 1 ? i * _steps + _steps : (length * _lengthFactor - _steps) / (_lengthFactor - 1);

        // (1 + cos πx)/2 = sin²(π(1 − x)/2), and 1 − x is what is left of the cycle.
        BigReal sine = Exact.Sin(Exact.Pi * (next - u) / length / 2);
        BigReal top = BigReal.Max(_rate * Exact.Pow(_amplitude, i), _floor);
        return _floor + (top - _floor) * (sine * sine);
    }

    /// <summary>Returns the start of cycle i: the sum of the lengths before it.</summary>
    private static Rational Start(Rational steps, Rational lengthFactor, BigInteger i)
    {
        if (lengthFactor == 1)
            return new Rational(i, 1) * steps;
        Rational power = new(BigInteger.Pow(lengthFactor.Numerator, (int)i), BigInteger.Pow(lengthFactor.Denominator, (int)i));
        return steps * (power - 1) / (lengthFactor - 1);
    }

    private BigInteger CycleOf(Rational u)
    {
        if (_lengthFactor == 1)
            return (u / _steps).Floor();

        // Start(i) = u solved for i. The logarithms are wrong by less than the tie, and no other position than a restart is that near.
        return (Exact.Ln(1 + u * (_lengthFactor - 1) / _steps) / Exact.Ln(_lengthFactor) + _tie).ToFixed(0);
    }
}
