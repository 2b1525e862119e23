namespace LrGen.Reference;

/// <summary>Constant levels: the k-th boundary at or before u begins level k.</summary>
internal sealed class LevelsPhase : Phase
{
    private readonly Rational[] _boundaries;
    private readonly BigReal[] _levels;

    /// <summary>Reads a decay at milestones.</summary>
    public LevelsPhase(MilestoneDecayAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        Rational rate = arguments.RequiredExact("rate", attribute.Rate);
        Rational factor = arguments.RequiredExact("factor", attribute.Factor);
        Rational floor = arguments.Floor(rate, attribute.Floor, attribute.FloorRatio);
        _boundaries = [.. attribute.Milestones.Select(Rational.Simplest)];
        _levels = new BigReal[_boundaries.Length + 1];
        for (int k = 0; k < _levels.Length; k++)
        {
            BigReal value = rate * Exact.Pow(factor, k);
            _levels[k] = BigReal.Max(value < SmallestNormal ? BigReal.Zero : value, floor);
        }
    }

    /// <summary>Reads rates with their boundaries.</summary>
    public LevelsPhase(PiecewiseConstantAttribute attribute, Arguments arguments)
        : base(arguments.LengthOrNone("steps", attribute.Steps), attribute.AfterEnd)
    {
        _boundaries = [.. attribute.Boundaries.Select(Rational.Simplest)];
        _levels = [.. attribute.Rates.Select(BigReal.FromDouble)];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks() => MarksWith(_boundaries);

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u) => _levels[_boundaries.Count(boundary => boundary <= u)];
}

/// <summary>A curve in pieces, each over its own share x, from 0 where it begins to 1 where it ends.</summary>
internal abstract class PiecewisePhase(Rational length, Rational endPosition, AfterEnd afterEnd)
    : Phase(length, endPosition, afterEnd)
{
    private readonly List<(Rational Begin, Rational End, Func<Rational, BigReal> CurveOfShare)> _pieces = [];

    /// <inheritdoc/>
    public sealed override IEnumerable<Rational> Marks() => MarksWith([.. _pieces.Select(piece => piece.Begin)]);

    /// <inheritdoc/>
    public override BigReal Beginning => (Length is { Sign: 0 } ? BeginningWithoutLength() : _pieces.Find(piece => piece.Begin < piece.End)).CurveOfShare(Rational.Zero);

    /// <summary>Returns the piece that a phase of length 0 would start with: its first, which is as long as a share of the phase.</summary>
    protected virtual (Rational Begin, Rational End, Func<Rational, BigReal> CurveOfShare) BeginningWithoutLength() => _pieces[0];

    /// <summary>Gets the pieces in their order.</summary>
    protected IReadOnlyList<(Rational Begin, Rational End, Func<Rational, BigReal> CurveOfShare)> Pieces => _pieces;

    /// <summary>Appends a piece; it takes over from the one before at its first position.</summary>
    protected void Add(Rational begin, Rational end, Func<Rational, BigReal> curveOfShare) => _pieces.Add((begin, end, curveOfShare));

    /// <inheritdoc/>
    protected sealed override BigReal Curve(Rational u)
    {
        var (begin, end, curveOfShare) = _pieces.FindLast(piece => piece.Begin <= u);
        return curveOfShare(begin < end ? Rational.Min((u - begin) / (end - begin), Rational.One) : Rational.One);
    }
}

/// <summary>Points, and straight lines or half waves of the cosine between them.</summary>
internal sealed class InterpolatedPhase : PiecewisePhase
{
    /// <summary>Reads the points.</summary>
    public InterpolatedPhase(PiecewiseInterpolatedAttribute attribute)
        : base(Rational.Simplest(attribute.Boundaries[^1]), Rational.Simplest(attribute.Boundaries[^1]), attribute.AfterEnd)
    {
        Rational begin = Rational.Zero;
        for (int i = 0; i < attribute.Boundaries.Length; i++)
        {
            Rational end = Rational.Simplest(attribute.Boundaries[i]);
            Rational from = Rational.FromDouble(attribute.Rates[i]);
            Rational to = Rational.FromDouble(attribute.Rates[i + 1]);
            Add(begin, end, x => Way.Between(from, to, x, attribute.Interpolation));
            begin = end;
        }
    }
}

/// <summary>The ways from one rate to another over a share x.</summary>
internal static class Way
{
    /// <summary>Returns the value of an interpolation.</summary>
    public static BigReal Between(Rational from, Rational to, Rational x, Interpolation interpolation) => interpolation switch
    {
        Interpolation.Linear => Line(from, to, x),
        Interpolation.Cosine => HalfWave(from, to, x),
        _ => throw new ArgumentException($"The reference does not know {interpolation}."),
    };

    /// <summary>Returns from + (to − from)·x, which fractions give exactly.</summary>
    public static BigReal Line(Rational from, Rational to, Rational x) => from + (to - from) * x;

    /// <summary>Returns from + (to − from)·(1 − cos πx)/2.</summary>
    public static BigReal HalfWave(Rational from, Rational to, Rational x) =>
        from * SquaredSine(1 - x) + to * SquaredSine(x);

    /// <summary>Returns from·(to/from)^x for a rate above 0.</summary>
    public static BigReal EqualRatios(Rational from, Rational to, Rational x) => from * Exact.Pow(to / from, x);

    /// <summary>Returns sin²(πx/2), which is (1 − cos πx)/2 without its cancellation near x = 0.</summary>
    private static BigReal SquaredSine(Rational x)
    {
        BigReal sine = Exact.Sin(Exact.Pi * (x / 2));
        return sine * sine;
    }
}
