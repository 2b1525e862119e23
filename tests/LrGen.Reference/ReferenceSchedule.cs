using System.Numerics;

namespace LrGen.Reference;

/// <summary>The exact rates of a schedule, from the meaning of its attributes.</summary>
public sealed class ReferenceSchedule
{
    private readonly Stage _stage;

    /// <summary>Reads the attributes of one target in source order; those of other libraries are ignored.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="runTimeValues">The values of left-out arguments, by name: <c>steps</c>, or <c>cosineDecaySteps</c>.</param>
    /// <param name="others">The attributes of other declarations, by name.</param>
    public ReferenceSchedule(
        IReadOnlyList<Attribute> attributes, IReadOnlyDictionary<string, double>? runTimeValues = null, Func<string, IReadOnlyList<Attribute>>? others = null)
    {
        IReadOnlyList<Attribute> own = [.. attributes.Where(a => a is ScheduleAttribute or ModifierAttribute)];
        runTimeValues ??= new Dictionary<string, double>();
        Timeline timeline = new(own, runTimeValues, name => new ReferenceSchedule(others!(name), runTimeValues, others)._stage);
        Stage stage = new(timeline.At, timeline.First, timeline.EndPosition, timeline.Throws, timeline.GoesOn, [.. timeline.Marks()]);

        // Modifiers act in this order, wherever they stand.
        if (The<RepeatAttribute>() is { } repeat)
            stage = stage.Repeated(double.IsPositiveInfinity(repeat.Times) ? null : Rational.FromDouble(repeat.Times));
        if (The<ScaleAttribute>() is { } scale)
            stage = Scaled(stage, Of(scale).RequiredExact("factor", scale.Factor));
        if (The<BatchScaleAttribute>() is { } batch)
        {
            BigReal factor = Of(batch).RequiredLength("batch", batch.Batch) / Of(batch).OptionalLength("reference", batch.Reference);
            stage = Scaled(stage, batch.Rule == BatchRule.SquareRoot ? Exact.Sqrt(factor) : factor);
        }

        if (The<WarmupAttribute>() is { } warmup)
            stage = Warmed(stage, new(warmup, Of(warmup)));
        if (The<DelayAttribute>() is { } delay)
            stage = stage.Delayed(delay.Steps < 0 ? -Rational.Simplest(-delay.Steps) : Of(delay).RequiredLength("steps", delay.Steps));
        if (The<CooldownAttribute>() is { } cooldown)
            stage = stage.Cooled(cooldown, Of(cooldown).RequiredLength("steps", cooldown.Steps));
        if (The<ClampAttribute>() is { } clamp)
            stage = stage.With(value => Clamped(value, Rational.FromDouble(clamp.Low), double.IsPositiveInfinity(clamp.High) ? null : Rational.FromDouble(clamp.High)));
        _stage = stage;

        T? The<T>()
            where T : Attribute => own.OfType<T>().SingleOrDefault();

        Arguments Of(Attribute attribute) => new(attribute, own, runTimeValues);
    }

    /// <summary>Gets the position, in steps, of the last phase's end value; +∞ where it has no finite length.</summary>
    public double Length => EndPosition is { } end ? ((BigReal)end).RoundToDouble() : double.PositiveInfinity;

    /// <summary>Gets <see cref="Length"/> without rounding; null where the last phase has no finite length.</summary>
    public Rational? EndPosition => _stage.End;

    /// <summary>Returns the rate of a step; a negative one has the rate of 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step lies behind the end of a schedule with AfterEnd.Throw.</exception>
    public BigReal At(long step)
    {
        Rational t = Math.Max(step, 0);
        if (_stage.Throws && EndPosition is { } end && t > end)
            throw new ArgumentOutOfRangeException(nameof(step), step, "The schedule has ended.");
        return _stage.Value(t);
    }

    private static Stage Scaled(Stage stage, BigReal factor) => stage.With(value => value * factor);

    private static BigReal Clamped(BigReal value, BigReal low, BigReal? high) =>
        BigReal.Max(high is { } bound && value > bound ? bound : value, low);

    private static Stage Warmed(Stage stage, WarmupRamp warmup)
    {
        BigReal first = stage.First;
        BigReal target = warmup.Join == Join.Overlap ? stage.Value(warmup.Length) : first;
        // Only where it begins after the warm-up is the schedule later.
        Rational delay = warmup.Join == Join.After ? warmup.Length : Rational.Zero;
        return stage with
        {
            First = warmup.Length.Sign == 0 ? first : warmup.Join == Join.Multiply ? warmup.TowardOne(first, 0) * first : warmup.Toward(target, 0),
            Value = t => t >= warmup.Length ? stage.Value(t - delay)
                : warmup.Join == Join.Multiply ? warmup.TowardOne(first, t) * stage.Value(t)
                : warmup.Toward(target, t),
            End = stage.End + delay,
            Marks = [.. stage.Marks.Select(mark => delay + mark), warmup.Length, warmup.Length - 1],
        };
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

        IEnumerable<Rational> marks = _stage.Marks;
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
