namespace LrGen.Reference;

/// <summary>A schedule at one stage of being put together: a value for every position of 0 or above, and its end.</summary>
/// <param name="Value">The value; behind the end of a schedule that throws, the end value.</param>
/// <param name="First">What the schedule starts with: the value at 0, but for schedules whose length is 0.</param>
/// <param name="End">The position of the end value; null where there is none.</param>
/// <param name="Throws">Whether steps behind the end have no value.</param>
/// <param name="GoesOn">Whether the schedule repeats or oscillates behind its end.</param>
/// <param name="Marks">The positions at which it may have a corner or a jump.</param>
internal sealed record Stage(Func<Rational, BigReal> Value, BigReal First, Rational? End, bool Throws, bool GoesOn, IReadOnlyList<Rational> Marks)
{
    /// <summary>Marks of later runs of a schedule that is repeated.</summary>
    private static readonly int[] _runs = [0, 1, 2, 3, 10, 1000];

    /// <summary>Changes every value.</summary>
    public Stage With(Func<BigReal, BigReal> change) => this with { Value = t => change(Value(t)), First = change(First) };

    /// <summary>Runs it over and over: for ever where <paramref name="times"/> is null.</summary>
    public Stage Repeated(Rational? times)
    {
        Rational length = End ?? throw new ArgumentException("Only a schedule with an end can be repeated.");
        if (length.Sign == 0)
            return times is null ? this with { End = null, GoesOn = true } : this;
        IReadOnlyList<Rational> marks = [.. _runs.Where(i => times is null || i <= times).SelectMany(i => Marks.Append(length).Select(mark => i * length + mark))];
        return times is { } count
            ? this with { Value = t => t < count * length ? Value(t.Mod(length)) : Value(length), End = count * length, Marks = marks }
            : this with { Value = t => Value(t.Mod(length)), End = null, GoesOn = true, Marks = marks };
    }

    /// <summary>Begins later, or inside for steps below 0.</summary>
    public Stage Delayed(Rational steps) => this with
    {
        Value = t => steps.Sign > 0 && t < steps ? First : Value(t - steps),
        First = steps.Sign < 0 ? Value(-steps) : First,
        End = End + steps,
        Marks = [.. Marks.Select(mark => mark + steps).Append(Rational.Max(steps, Rational.Zero))],
    };

    /// <summary>Falls over the last steps.</summary>
    public Stage Cooled(CooldownAttribute attribute, Rational steps)
    {
        Rational end = End ?? throw new ArgumentException("Only a schedule with an end has last steps.");
        Rational start = end - steps;
        bool multiplies = attribute.Join == Join.Multiply;
        BigReal from = multiplies ? 1 : Value(start);
        BigReal to = attribute.ToRatio != 0 ? Rational.FromDouble(attribute.ToRatio) * from : Rational.FromDouble(attribute.To);
        return this with
        {
            Value = t =>
            {
                if (t < start)
                    return Value(t);
                BigReal fall = t >= end ? to : Fall(attribute.Shape, from, to, (t - start) / steps);
                return multiplies ? fall * Value(t) : fall;
            },
            Marks = [.. Marks, start, end],
        };
    }

    private static BigReal Fall(CooldownShape shape, BigReal from, BigReal to, Rational x)
    {
        if (shape == CooldownShape.Exponential)
            return from * Exact.Pow(to / from, x);
        return to + (from - to) * Remaining(shape, x);
    }

    /// <summary>Returns the share of the fall that is left at the covered share x.</summary>
    private static BigReal Remaining(CooldownShape shape, Rational x)
    {
        switch (shape)
        {
            case CooldownShape.Linear:
                return 1 - x;
            case CooldownShape.Cosine:
                BigReal sine = Exact.Sin(Exact.Pi * ((1 - x) / 2));
                return sine * sine;
            case CooldownShape.OneMinusSqrt:
                return (1 - x) / (1 + Exact.Sqrt(x));
            default:
                throw new ArgumentException($"The reference does not know {shape}.");
        }
    }
}
