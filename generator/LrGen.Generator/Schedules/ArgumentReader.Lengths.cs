using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Lengths of time, in what the step parameter counts.</summary>
internal sealed partial class ArgumentReader
{
    private const double ShortestLength = 1e-9;

    /// <summary>2^64.</summary>
    private const double LongestLength = 18446744073709551616.0;

    /// <summary>Half of what is taken back lies on the way forth, and both are counted in 63 bits.</summary>
    private static readonly Rational s_longestFold = Rational.PowerOfTwo(61);

    private bool _usedFraction;

    /// <summary>Whether a length is one that positions can be counted with.</summary>
    public static bool IsCountable(double length) => length is >= ShortestLength and < LongestLength;

    /// <summary>
    /// A length in steps, finite: above 0, or at run time 0 for a phase that is to be skipped. A phase's own can also be a share, or the
    /// rest, of the training.
    /// </summary>
    public Scalar Length(string name) => Length(name, mayVanish: true);

    /// <summary>A length that comes again and again or that others are measured by: above 0 and finite, at run time, too.</summary>
    public Scalar Period(string name) => Length(name, mayVanish: false);

    private Scalar Length(string name, bool mayVanish)
    {
        if (Share(name) is { } share)
            return share;
        if (Find(name) is { Source: ArgumentSource.Missing, Name: "steps" } && Families.Schedule(attribute.Name) is not null && Training.Total is not null)
        {
            scope.AskedForRest = true;
            return scope.Rest ?? Scalar.One;
        }

        return Number(name, CheckKind.Positive, ScheduleProblem.LengthNotPositive, isLength: true, mayVanish) is { } length ? InOwn(name, length) : Scalar.One;
    }

    /// <summary>A size that is no length of time: above 0 and finite.</summary>
    public Scalar Size(string name) => Number(name, CheckKind.Positive, ScheduleProblem.LengthNotPositive, isLength: true) ?? Scalar.One;

    /// <summary>A size that may be left out; null then.</summary>
    public Scalar? OptionalSize(string name) => IsGiven(name) ? Size(name) : null;

    /// <summary>A length of the phase that may be left out; null then, unless it is what is left of the training.</summary>
    public Scalar? OptionalLength(string name)
    {
        if (Share(name) is { } share)
            return share;
        return Find(name) is { Source: ArgumentSource.Default or ArgumentSource.Missing } ? scope.Rest : Length(name);
    }

    /// <summary>A number of steps that may be 0, the default.</summary>
    public Scalar StepsOrZero(string name) => IsGiven(name)
        ? Number(name, CheckKind.NotNegative, ScheduleProblem.LengthNotPositive, isLength: true) is { } steps ? InOwn(name, steps) : Scalar.Zero
        : Scalar.Zero;

    /// <summary>A length that decides about the shape of the schedule; null where it is left out.</summary>
    public Rational? FixedLength(string name)
    {
        if (Share(name) is { } share)
            return Known(share);
        if (!IsGiven(name))
            return scope.Rest is { } rest ? Known(rest) : null;
        return Known(InOwn(name, Fixed(name, IsCountable, "above 0", Rational.One)));
    }

    /// <summary>A number of steps of either sign.</summary>
    public Scalar Steps(string name) => Number(name, CheckKind.Finite, ScheduleProblem.LengthNotPositive, isLength: true) is { } steps ? InOwn(name, steps) : Scalar.One;

    /// <summary>A length as a share of the training, where the attribute gives one for this argument.</summary>
    private Scalar? Share(string name)
    {
        if (name is not ("steps" or "Steps") || !Has("Fraction") || !IsGiven("Fraction"))
            return null;
        _usedFraction = true;
        if (IsGiven(name))
        {
            Conflict("Fraction", "'" + name + "' and 'Fraction' both say the length; keep one");
            return null;
        }

        if (Find("Fraction") is { Source: ArgumentSource.Given } given && !(given.Value > 0 && given.Value <= 1))
        {
            Report(ScheduleProblem.LengthNotPositive, given, "a share of the training is above 0 and at most 1");
            return Scalar.One;
        }

        if (Training.Total is { } total)
            return total * (Number("Fraction", CheckKind.Positive, ScheduleProblem.LengthNotPositive, isLength: true, mayVanish: true) ?? Scalar.One);
        Conflict("Fraction", "how long the training is is not known; give [Training] Steps, or Epochs and StepsPerEpoch, or a parameter 'trainingSteps'");
        return Scalar.One;
    }

    /// <summary>Reports a share of the training that no length of the attribute takes.</summary>
    public void ReportUnusedFraction()
    {
        if (!_usedFraction && Has("Fraction") && IsGiven("Fraction"))
            Conflict("Fraction", "[" + attribute.Name + "] has no length of its own that could be a share of the training; remove 'Fraction'");
    }

    private Rational Known(Scalar length)
    {
        if (length.Constant is { } known)
            return known;
        if (_unknown.Add("Training"))
            Conflict("Unit", "the steps of [" + attribute.Name + "] have to be known at compile time; give the values of [Training] in the attribute");
        return Rational.One;
    }

    /// <summary>A length in what the step parameter counts.</summary>
    private Scalar InOwn(string name, Scalar length)
    {
        var unit = Has("Unit") ? Option<Unit>("Unit") : Unit.Own;
        if (unit == Unit.Own)
            return length;
        if (Training.InOwn(length, unit) is not { } own)
        {
            if (!IsUnknown("Unit"))
                Conflict("Unit", Training.Lacking(unit));
            _unknown.Add("Unit");
            return Scalar.One;
        }

        if (own.Constant is { } known && !IsCountable(Rational.Abs(known).ToDouble()) && !known.IsZero)
        {
            Report(ScheduleProblem.LengthNotPositive, Find(name), NumberText.Friendly(known) + " steps cannot be counted; lengths from 1e-9 to 1.8e19 steps can");
            return Scalar.One;
        }

        return own;
    }

    /// <summary>The steps of an array: above 0 and increasing. Empty where one is not.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="mayRepeat">Whether a step that is given twice counts twice.</param>
    public IReadOnlyList<Rational> Milestones(string name, bool mayRepeat = false)
    {
        var given = Find(name).Values;
        for (int i = 0; i < given.Count; i++)
        {
            if (!IsCountable(given[i]))
                return Wrong(ScheduleProblem.LengthNotPositive, given[i]);
            if (i > 0 && (given[i] < given[i - 1] || given[i].Equals(given[i - 1]) && !mayRepeat))
                return Wrong(ScheduleProblem.MilestonesNotIncreasing, given[i], NumberText.Shortest(given[i - 1]));
        }

        return [.. given.Select(g => Known(InOwn(name, Rational.SimplestFor(g))))];

        IReadOnlyList<Rational> Wrong(ScheduleProblem problem, double value, params string[] details)
        {
            Report(problem, Find(name) with { Value = value }, details);
            return [];
        }
    }

    /// <summary>The local time of the end value, by the option <c>End</c>.</summary>
    public Scalar EndTime(Scalar length)
    {
        if (Option<End>("End") == End.AtLength)
            return length;
        var end = length - Scalar.One;
        if (end.Constant is { Sign: <= 0 } && !IsUnknown("steps"))
            Report(ScheduleProblem.LengthNotPositive, Find("steps"), "with End.LastStep it has to be above 1");
        else if (end.Constant is null)
            Check(length, CheckKind.AboveOne, "steps", unlessZero: length);
        return end.Constant is { Sign: <= 0 } ? Scalar.One : end;
    }

    /// <summary>The option <c>AfterEnd</c>.</summary>
    public AfterEnd AfterEnd(Scalar? length, Scalar? endTime)
    {
        var option = Option<AfterEnd>("AfterEnd");
        if (option == Curves.AfterEnd.Hold)
            return option;
        if (length is null)
            Conflict("AfterEnd", "'AfterEnd' needs an end; give 'Steps'");
        bool folds = option is Curves.AfterEnd.Repeat or Curves.AfterEnd.Oscillate;
        if (folds && (length?.Constant is { IsInteger: false } || endTime?.Constant is { IsInteger: false }))
            Conflict("AfterEnd", "AfterEnd." + option + " needs a whole number of steps");
        else if (folds && length?.Constant > s_longestFold)
            Conflict("AfterEnd", "AfterEnd." + option + " needs a length of at most 2^61 steps");
        return option;
    }
}
