using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>A stretch of a curve: it holds for the steps below <paramref name="End"/> that no segment before it holds for.</summary>
/// <param name="End">The first step after the segment; null where it has no end.</param>
/// <param name="Origin">The step at which the local time of the shape is 0.</param>
/// <param name="Shape">The rate over local time.</param>
internal sealed record Segment(Scalar? End, Scalar Origin, Shape Shape);

/// <summary>What happens to steps after the end of the last phase.</summary>
/// <param name="Kind">Repeat, oscillate or throw; a schedule that holds has no such rule.</param>
/// <param name="Start">The first step of the last phase.</param>
/// <param name="EndTime">The local time of the end value.</param>
/// <param name="Period">The length of the phase.</param>
/// <param name="FirstSegment">The index, after those that are run through once, of the phase's first segment.</param>
internal sealed record EndRule(AfterEnd Kind, Scalar Start, Scalar EndTime, Scalar Period, int FirstSegment);

/// <summary>
/// A learning rate as a function of the step: the one thing that the generator, the documentation, the analyzers and the tools
/// look at.
/// </summary>
/// <param name="Segments">In order of time; the last has no end.</param>
/// <param name="Length">The step that has the end value; null for a schedule that never ends.</param>
/// <param name="AfterEnd">What happens after the end, unless the end value is held.</param>
/// <param name="Opening">
/// How many segments at the start are run through once: a step that the end rule takes back does not come to them again.
/// </param>
internal sealed record Curve(IReadOnlyList<Segment> Segments, Scalar? Length, EndRule? AfterEnd, int Opening)
{
    /// <summary>What every value is multiplied by at the very end, at run time; the values here are without it.</summary>
    public IReadOnlyList<GainRule> Gains { get; init; } = [];

    /// <summary>The noise at run time; the values here are without it.</summary>
    public NoiseRule? Noise { get; init; }

    /// <summary>The member of the struct that everything is multiplied by at run time; the values here are without it.</summary>
    public string? Multiplier { get; init; }

    /// <summary>Whether the generated code multiplies what the curve says.</summary>
    public bool HasFactors => Gains.Count > 0 || Noise is not null || Multiplier is not null;

    private IReadOnlyList<Piece>? _pieces;
    // Threads share curves: a reference is there or not, where a nullable value could be half there.
    private object? _peakStep;
    private object? _isConstant;
    private Rational[]? _reached;

    /// <summary>A constant curve as pieces of whole steps, worked out once for code and documentation.</summary>
    public IReadOnlyList<Piece> Pieces => _pieces ??= CurvePlan.Of(this);

    /// <summary>The step of a constant curve that has the highest rate.</summary>
    public BigInteger PeakStep => (BigInteger)(_peakStep ??= Extrema.Highest(this, 0, long.MaxValue).Step);

    /// <summary>Whether every number of the curve is known at compile time.</summary>
    public bool IsConstant => (bool)(_isConstant ??= Segments.All(s => s.End is null or ConstantScalar && s.Origin is ConstantScalar && s.Shape.IsConstant)
        && AfterEnd is null or { Start: ConstantScalar, EndTime: ConstantScalar, Period: ConstantScalar });

    /// <summary>The rate at a step, for a constant curve; null where the schedule throws.</summary>
    public double? At(long step, int bits = Real.Precise) => Evaluate(step, bits)?.ToDouble();

    /// <inheritdoc cref="At"/>
    public Rational? Evaluate(long step, int bits)
    {
        Rational t = Math.Max(step, 0);
        return AfterEnd is { Kind: Curves.AfterEnd.Throw } && t > Known(Length!) ? null : EvaluateAt(t, bits);
    }

    /// <summary>The rate at a time between steps, also where the schedule would throw: the end value then.</summary>
    public Rational EvaluateAt(Rational t, int bits)
    {
        var segment = Find(0, Opening, t);
        if (segment is null)
        {
            t = TakeBack(t);
            segment = Find(Opening, Segments.Count, t) ?? throw new InvalidOperationException("The last segment of a curve has no end.");
        }

        return segment.Shape.Evaluate(t - Known(segment.Origin), bits);
    }

    /// <summary>The first of some segments that holds at a time; null where none does.</summary>
    private Segment? Find(int first, int end, Rational t)
    {
        _reached ??= Reached();
        int low = first, high = end;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Segments[middle].End is null || t < _reached[middle])
                high = middle;
            else
                low = middle + 1;
        }

        return low < end ? Segments[low] : null;
    }

    /// <summary>The highest end up to each segment: of those run through once, and of the others.</summary>
    private Rational[] Reached()
    {
        var reached = new Rational[Segments.Count];
        for (int i = 0; i < reached.Length; i++)
        {
            reached[i] = Segments[i].End is { } end ? Known(end) : Rational.Zero;
            if (i > 0 && i != Opening)
                reached[i] = Rational.Max(reached[i], reached[i - 1]);
        }

        return reached;
    }

    /// <summary>The step before the end that has the value of one after it.</summary>
    private Rational TakeBack(Rational t)
    {
        if (AfterEnd is not { Kind: Curves.AfterEnd.Repeat or Curves.AfterEnd.Oscillate } rule)
            return t;
        Rational start = Known(rule.Start), end = Known(rule.EndTime), period = Known(rule.Period);
        var local = t - start;
        if (rule.Kind == Curves.AfterEnd.Repeat)
            return local >= period ? start + Remainder(local, period) : t;
        if (local <= end)
            return t;
        var back = Remainder(local, end * 2);
        return start + (back > end ? end * 2 - back : back);
    }

    private static Rational Remainder(Rational value, Rational divisor) => value - (value / divisor).Floor() * divisor;

    private static Rational Known(Scalar scalar) => scalar.Constant ?? throw new InvalidOperationException("The curve has run-time values.");
}

/// <summary>The generator's own copy of the runtime enumeration, which it reads from attribute data by value.</summary>
internal enum AfterEnd
{
    Hold,
    Repeat,
    Oscillate,
    Throw,
}
