namespace LrGen.Reference;

/// <summary>One schedule attribute: a curve over u, the steps since its start, and what follows the curve.</summary>
internal abstract class Phase(Rational? length, Rational? endPosition, AfterEnd afterEnd)
{
    /// <summary>Makes a phase with its end value at its length.</summary>
    protected Phase(Rational? length, AfterEnd afterEnd)
        : this(length, length, afterEnd)
    {
    }

    /// <summary>Gets N, the length; null where the phase never ends.</summary>
    public Rational? Length => length;

    /// <summary>Gets E, the position of the end value; null where the phase never ends.</summary>
    public Rational? EndPosition => endPosition;

    /// <summary>Gets what follows the end value where the phase is the last.</summary>
    public AfterEnd AfterEnd => afterEnd;

    /// <summary>Gets the smallest normal double; the values of decays by a factor are 0 below it.</summary>
    protected static BigReal SmallestNormal { get; } = BigReal.PowerOfTwo(-1022);

    /// <summary>Returns E for a phase of N steps; a phase of at most one step is at its end value from the start.</summary>
    public static Rational PositionOfEnd(Rational length, End end) =>
        end == End.AtLength ? length : Rational.Max(length - 1, Rational.Zero);

    /// <summary>Gets what the phase starts with; where its length is 0, what it would start with.</summary>
    public virtual BigReal Beginning => Curve(Rational.Zero);

    /// <summary>Returns the value of a phase that others follow, or that holds: after the end the end value.</summary>
    public BigReal Held(Rational u) => Curve(endPosition is { } end ? Rational.Min(u, end) : u);

    /// <summary>Returns the value of a last phase.</summary>
    public virtual BigReal Continued(Rational u)
    {
        if (length is not { } n || endPosition is not { } end)
            return Curve(u);
        switch (afterEnd)
        {
            case AfterEnd.Repeat when n.Sign > 0:
                // Position N is position 0 of the next cycle, although with End.AtLength it would have the end value.
                return Held(u.Mod(n));
            case AfterEnd.Oscillate when end.Sign > 0:
                Rational r = u.Mod(2 * end);
                return Curve(Rational.Min(r, 2 * end - r));
            default:
                return Held(u);
        }
    }

    /// <summary>Returns the positions, in u, at which the curve may have a corner or a jump.</summary>
    public virtual IEnumerable<Rational> Marks() => MarksWith([]);

    /// <summary>Returns the marks of every phase, and inner corners, these once more in the cycle that follows the first.</summary>
    protected IEnumerable<Rational> MarksWith(IReadOnlyCollection<Rational> corners)
    {
        IEnumerable<Rational> marks = CommonMarks().Concat(corners);
        if (length is not { } n || endPosition is not { } end)
            return marks;
        return afterEnd switch
        {
            AfterEnd.Repeat => marks.Concat(corners.Select(corner => corner + n)),
            AfterEnd.Oscillate => marks.Concat(corners.Select(corner => 2 * end - corner)),
            _ => marks,
        };
    }

    /// <summary>Returns the value at u, from 0 to E.</summary>
    protected abstract BigReal Curve(Rational u);

    private IEnumerable<Rational> CommonMarks()
    {
        yield return Rational.Zero;
        if (length is not { } n || endPosition is not { } end)
            yield break;
        foreach (int cycle in (int[])[1, 2, 3, 4, 1000])
        {
            yield return cycle * n;
            yield return cycle * end;
        }
    }
}

/// <summary>A curve over x = u ÷ E, from 0 to 1.</summary>
internal abstract class SharePhase(Rational length, End end, AfterEnd afterEnd)
    : Phase(length, PositionOfEnd(length, end), afterEnd)
{
    /// <inheritdoc/>
    public override BigReal Beginning => Length is { Sign: 0 } ? CurveOfShare(Rational.Zero) : base.Beginning;

    /// <summary>Returns the value at a share of the phase.</summary>
    protected abstract BigReal CurveOfShare(Rational x);

    /// <inheritdoc/>
    protected sealed override BigReal Curve(Rational u) =>
        CurveOfShare(EndPosition is { Sign: > 0 } end ? Rational.Min(u / end, 1) : Rational.One);
}

/// <summary>The rate that stays.</summary>
internal sealed class ConstantPhase(Rational rate, Rational? length) : Phase(length, length, AfterEnd.Hold)
{
    protected override BigReal Curve(Rational u) => rate;
}

/// <summary>from + (to − from)·x.</summary>
internal sealed class LinearPhase(Rational from, Rational to, Rational length, End end, AfterEnd afterEnd)
    : SharePhase(length, end, afterEnd)
{
    protected override BigReal CurveOfShare(Rational x) => from + (to - from) * x;
}
