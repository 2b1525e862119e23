using System.Numerics;

namespace LrGen.Reference;

/// <summary>The exact rates of a schedule, from the meaning of its attributes.</summary>
public sealed class ReferenceSchedule
{
    private readonly Timeline _timeline;
    private readonly WarmupRamp? _warmup;
    private readonly BigReal _first;
    private readonly BigReal _target;

    /// <summary>Reads the attributes of one target in source order; those of other libraries are ignored.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="runTimeValues">The values of left-out arguments, by name: <c>steps</c>, or <c>cosineDecaySteps</c>.</param>
    public ReferenceSchedule(IReadOnlyList<Attribute> attributes, IReadOnlyDictionary<string, double>? runTimeValues = null)
    {
        IReadOnlyList<Attribute> own = [.. attributes.Where(a => a is ScheduleAttribute or WarmupAttribute)];
        runTimeValues ??= new Dictionary<string, double>();
        _timeline = new(own, runTimeValues);
        if (own.OfType<WarmupAttribute>().Count() > 1)
            throw new ArgumentException("There is more than one warm-up.", nameof(attributes));
        if (own.OfType<WarmupAttribute>().SingleOrDefault() is { } warmup)
            _warmup = new(warmup, new(warmup, own, runTimeValues));

        _first = _timeline.At(Rational.Zero);
        _target = _warmup is { Join: Join.Overlap } ? _timeline.At(_warmup.Length) : _first;
    }

    /// <summary>Gets the position, in steps, of the last phase's end value; +∞ where it has no finite length.</summary>
    public double Length => EndPosition is { } end ? ((BigReal)end).RoundToDouble() : double.PositiveInfinity;

    /// <summary>Gets <see cref="Length"/> without rounding; null where the last phase has no finite length.</summary>
    public Rational? EndPosition => Delay + _timeline.EndPosition;

    /// <summary>Gets the steps before the first phase: w where the schedule begins after the warm-up, else 0.</summary>
    private Rational Delay => _warmup is { Join: Join.After } ? _warmup.Length : Rational.Zero;

    /// <summary>Returns the rate of a step; a negative one has the rate of 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step lies behind the end of a schedule with AfterEnd.Throw.</exception>
    public BigReal At(long step)
    {
        Rational t = Math.Max(step, 0);
        if (_timeline.Throws && EndPosition is { } end && t > end)
            throw new ArgumentOutOfRangeException(nameof(step), step, "The schedule has ended.");
        if (_warmup is null || t >= _warmup.Length)
            return _timeline.At(t - Delay);
        return _warmup.Join == Join.Multiply
            ? _warmup.TowardOne(_first, t) * _timeline.At(t)
            : _warmup.Toward(_target, t);
    }

    /// <summary>Returns, in ascending order, the steps at which an implementation is likely to be wrong.</summary>
    /// <remarks>Where the schedule throws after its end, steps that throw are among them.</remarks>
    public IEnumerable<long> InterestingSteps()
    {
        SortedSet<BigInteger> steps =
        [
            long.MinValue, -1_000_000, -1, 0, 1, 2, 3, 10, 100, 1_000, 1_000_000,
            int.MaxValue, int.MaxValue + 1L, uint.MaxValue, uint.MaxValue + 1L, 1L << 53, (1L << 53) + 1, 1L << 62,
            long.MaxValue - 1, long.MaxValue,
        ];

        IEnumerable<Rational> marks = _timeline.Marks().Select(mark => Delay + mark);
        if (_warmup is not null)
            marks = marks.Append(_warmup.Length).Append(_warmup.Length - 1);
        Rational previous = Rational.Zero;
        foreach (Rational mark in marks.Where(mark => mark.Sign >= 0).Order())
        {
            BigInteger floor = mark.Floor();
            for (int offset = -2; offset <= 2; offset++)
                steps.Add(floor + offset);

            // Between two marks: the middle, and a quarter from either side.
            for (int quarter = 1; quarter < 4; quarter++)
                steps.Add((previous + (mark - previous) * quarter / 4).Floor());
            previous = mark;
        }

        return steps.Where(step => step >= long.MinValue && step <= long.MaxValue).Select(step => (long)step);
    }
}
