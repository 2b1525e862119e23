using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>
/// Hands the arguments of one attribute to its family, each checked for what it stands for. Values known at compile time give
/// errors; values known at run time give checks that the generated code makes.
/// </summary>
internal sealed class ArgumentReader(AttributeModel attribute, List<ScheduleError> errors, List<RuntimeCheck> checks)
{
    private const double SmallestNormal = 2.2250738585072014E-308;

    private const double ShortestLength = 1e-9;

    /// <summary>2^64.</summary>
    private const double LongestLength = 18446744073709551616.0;

    /// <summary>Half of what is taken back lies on the way forth, and both are counted in 63 bits.</summary>
    private static readonly Rational s_longestFold = Rational.PowerOfTwo(61);

    private readonly HashSet<string> _unknown = [];

    public AttributeModel Attribute => attribute;

    /// <summary>Whether a length is one that positions can be counted with.</summary>
    public static bool IsCountable(double length) => length is >= ShortestLength and < LongestLength;

    /// <summary>A learning rate: above 0 and finite.</summary>
    public Scalar Rate(string name) => Number(name, CheckKind.Positive, ScheduleProblem.RateNotPositive) ?? Scalar.One;

    /// <summary>A rate that may be 0: a floor, an end, the start of a warm-up.</summary>
    public Scalar RateOrZero(string name) => Number(name, CheckKind.NotNegative, ScheduleProblem.RateNotPositive) ?? Scalar.Zero;

    /// <summary>A decay factor: above 0 and finite; above 1 with a warning, exactly 1 with a hint.</summary>
    public Scalar Factor(string name, bool mayGrow = false)
    {
        var factor = Number(name, CheckKind.Positive, ScheduleProblem.FactorNotPositive);
        if (!mayGrow && factor?.Constant >= Rational.One)
            Report(ScheduleProblem.FactorDoesNotDecay, Find(name));
        return factor ?? Scalar.One;
    }

    /// <summary>A power: above 0 and finite.</summary>
    public Scalar Power(string name) => Number(name, CheckKind.Positive, ScheduleProblem.PowerNotPositive) ?? Scalar.One;

    /// <summary>A length in steps: above 0 and finite.</summary>
    public Scalar Length(string name) => Number(name, CheckKind.Positive, ScheduleProblem.LengthNotPositive, isLength: true) ?? Scalar.One;

    /// <summary>A length that may be left out; null then.</summary>
    public Scalar? OptionalLength(string name) =>
        Find(name) is { Source: ArgumentSource.Default or ArgumentSource.Missing } ? null : Length(name);

    /// <summary>A number of steps that may be 0, the default.</summary>
    public Scalar StepsOrZero(string name) => IsGiven(name)
        ? Number(name, CheckKind.NotNegative, ScheduleProblem.LengthNotPositive, isLength: true) ?? Scalar.Zero
        : Scalar.Zero;

    /// <summary>An option that decides about the shape of the schedule, so that it cannot wait for run time.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="isGood">What has to hold.</param>
    /// <param name="range">The same in words.</param>
    /// <param name="byDefault">The default of the attribute, which its symbol does not tell.</param>
    /// <param name="isLength">Whether it is a length or share, which means the simplest fraction, or a ratio, which means the exact double.</param>
    public Rational Fixed(string name, Func<double, bool> isGood, string range, Rational byDefault, bool isLength = true)
    {
        var argument = Find(name);
        if (argument.Source == ArgumentSource.Default)
            return byDefault;
        if (argument.Source == ArgumentSource.Given && !double.IsInfinity(argument.Value) && isGood(argument.Value))
            return isLength ? Rational.SimplestFor(argument.Value) : Rational.FromDouble(argument.Value);
        Conflict(name, argument.Source == ArgumentSource.Runtime
            ? "'" + name + "' decides about the shape of the schedule; write it in the attribute"
            : "'" + name + "' is " + NumberText.Shortest(argument.Value) + "; it has to be " + range);
        return byDefault;
    }

    /// <summary>A ratio that decides about the shape of the schedule.</summary>
    public Rational FixedRatio(string name, Func<double, bool> isGood, string range, Rational byDefault) =>
        Fixed(name, isGood, range, byDefault, isLength: false);

    /// <summary>The steps of an array: above 0 and increasing. Empty where one is not.</summary>
    public IReadOnlyList<Rational> Milestones(string name)
    {
        var given = Find(name).Values;
        for (int i = 0; i < given.Count; i++)
        {
            if (!IsCountable(given[i]))
                return Wrong(ScheduleProblem.LengthNotPositive, given[i]);
            if (i > 0 && given[i] <= given[i - 1])
                return Wrong(ScheduleProblem.MilestonesNotIncreasing, given[i], NumberText.Shortest(given[i - 1]));
        }

        return [.. given.Select(Rational.SimplestFor)];

        IReadOnlyList<Rational> Wrong(ScheduleProblem problem, double value, params string[] details)
        {
            Report(problem, Find(name) with { Value = value }, details);
            return [];
        }
    }

    /// <summary>The rates of an array, one more than there are boundaries, not all of them 0.</summary>
    public IReadOnlyList<Scalar> Rates(string name, string boundaries)
    {
        var given = Find(name).Values;
        foreach (double rate in given)
        {
            if (!(rate.Equals(0) || rate is >= SmallestNormal and <= double.MaxValue))
                Report(ScheduleProblem.RateNotPositive, Find(name) with { Value = rate });
        }

        int points = Find(boundaries).Values.Count;
        if (given.Count != points + 1)
        {
            errors.Add(ScheduleError.AtArgument(
                ScheduleProblem.CountsDiffer, attribute.Index, name, NumberText.Integer(given.Count), NumberText.Integer(points)));
            _unknown.Add(name);
        }
        else if (given.All(r => r.Equals(0)))
        {
            Report(ScheduleProblem.RateNotPositive, Find(name) with { Value = 0 });
        }

        return IsUnknown(name) || IsUnknown(boundaries) ? [] : [.. given.Select(r => (Scalar)Rational.FromDouble(r))];
    }

    /// <summary>Whether the argument is missing or wrong, so that nothing else can be said about its value.</summary>
    public bool IsUnknown(string name) => _unknown.Contains(name);

    /// <summary>Whether the argument has a value other than its default.</summary>
    public bool IsGiven(string name) => Find(name).Source is ArgumentSource.Given or ArgumentSource.Runtime;

    /// <summary>A yes or no.</summary>
    public bool Flag(string name) => Find(name) is { Source: ArgumentSource.Given, Value: 1 };

    /// <summary>An option out of an enumeration that has the members 0, 1, 2, … and the name of the library's, which messages quote.</summary>
    public T Option<T>(string name, T fallback = default)
        where T : struct, Enum
    {
        var argument = Find(name);
        if (argument.Source != ArgumentSource.Given)
            return fallback;
        var values = (T[])Enum.GetValues(typeof(T));
        if (argument.Value >= 0 && argument.Value < values.Length)
            return values[(int)argument.Value];
        Report(ScheduleProblem.UnknownOption, argument, typeof(T).Name);
        return default;
    }

    /// <summary>The lowest rate, from <c>Floor</c> or <c>FloorRatio</c>; not above the peak.</summary>
    public Scalar Floor(Scalar peak)
    {
        var floor = AbsoluteOrRatio("Floor", "FloorRatio", peak);
        string name = IsGiven("FloorRatio") ? "FloorRatio" : "Floor";
        if (floor.Constant is { } low && peak.Constant is { } high)
        {
            if (low > high && !IsUnknown("rate"))
                Report(ScheduleProblem.FloorAboveRate, Find(name), NumberText.Friendly(low), NumberText.Friendly(high));
        }
        else if (Find("FloorRatio") is { Source: ArgumentSource.Given, Value: > 1 } ratio && !IsUnknown("FloorRatio"))
        {
            Report(ScheduleProblem.FloorAboveRate, ratio, NumberText.Friendly(ratio.Value) + " · " + NameOf(peak), "'" + NameOf(peak) + "'");
        }
        else if (IsGiven(name))
        {
            checks.Add(new RuntimeCheck(floor, CheckKind.AtMost, peak, Find(name).RuntimeName is { Length: > 0 } own ? own : NameOf(peak), Attribute.Name, name));
        }

        return floor;
    }

    /// <summary>A rate that is given as it is, or as a share of another; 0 by default.</summary>
    public Scalar AbsoluteOrRatio(string absolute, string ratio, Scalar whole)
    {
        if (!IsGiven(ratio))
            return IsGiven(absolute) ? RateOrZero(absolute) : Scalar.Zero;
        if (IsGiven(absolute))
            Conflict(ratio, "'" + absolute + "' and '" + ratio + "' both say the same; keep one");
        return RateOrZero(ratio) * whole;
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
            checks.Add(new RuntimeCheck(length, CheckKind.AboveOne, null, NameOf(length), Attribute.Name, "steps"));
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

    /// <summary>Reports a contradiction at an argument.</summary>
    public void Conflict(string name, string message) =>
        errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, attribute.Index, name, message));

    /// <summary>Reports an argument without which there is no schedule.</summary>
    public void ReportMissing(string name, string message) =>
        errors.Add(ScheduleError.AtArgument(ScheduleProblem.UnboundArgument, attribute.Index, name, message));

    /// <summary>Reports a wrong value at an argument.</summary>
    public void Report(ScheduleProblem problem, string name, params string[] details) => Report(problem, Find(name), details);

    /// <summary>Adds a check for the generated code.</summary>
    public void Check(Scalar value, CheckKind kind, string name) =>
        checks.Add(new RuntimeCheck(value, kind, null, NameOf(value), Attribute.Name, name));

    private static string NameOf(Scalar scalar) => scalar switch
    {
        ArgumentScalar argument => argument.Name,
        FloorScalar floor => NameOf(floor.Of),
        BinaryScalar binary => NameOf(binary.Left) is { Length: > 0 } left ? left : NameOf(binary.Right),
        _ => string.Empty,
    };

    private Scalar? Number(string name, CheckKind kind, ScheduleProblem problem, bool isLength = false)
    {
        var argument = Find(name);
        switch (argument.Source)
        {
            case ArgumentSource.Runtime:
                var scalar = new ArgumentScalar(argument.RuntimeName, argument.RuntimeCode, argument.RuntimeIsInteger);
                checks.Add(new RuntimeCheck(scalar, kind, null, argument.RuntimeName, Attribute.Name, name));
                return scalar;
            case ArgumentSource.Missing:
                _unknown.Add(name);
                return null;
        }

        double value = argument.Value;
        bool isGood = !double.IsNaN(value) && !double.IsInfinity(value) && (kind == CheckKind.NotNegative ? value >= 0 : value > 0);
        // Arithmetic with subnormal numbers loses bits; as a rate they are as good as 0.
        isGood &= problem != ScheduleProblem.RateNotPositive || value.Equals(0) || value >= SmallestNormal;
        // Positions are counted in 64 bits, and so are the steps of the smallest length that divides one.
        bool isCountable = !isLength || value.Equals(0) || IsCountable(value);
        if (!isGood || !isCountable)
        {
            Report(problem, argument, isGood ? ["lengths from 1e-9 to 1.8e19 steps can be counted"] : []);
            return null;
        }

        return isLength ? Rational.SimplestFor(value) : Rational.FromDouble(value);
    }

    private void Report(ScheduleProblem problem, ArgumentModel argument, params string[] details)
    {
        var error = new ScheduleError(
            problem, ErrorPlace.Argument, attribute.Index, argument.Name,
            new[] { argument.Name, NumberText.Shortest(argument.Value) }.Concat(details).ToEquatableArray());
        errors.Add(error);
        if (!error.IsWarning)
            _unknown.Add(argument.Name);
    }

    private ArgumentModel Find(string name) => attribute.Arguments.FirstOrDefault(a => a.Name == name)
        ?? throw new InvalidOperationException("[" + attribute.Name + "] has no argument '" + name + "'.");
}

/// <summary>The runtime's <c>End</c> by value.</summary>
internal enum End
{
    AtLength,
    LastStep,
}

/// <summary>What the generated code makes sure of.</summary>
internal enum CheckKind
{
    Positive,
    NotNegative,
    AboveOne,
    AtMost,
}

/// <summary>A check that the generated code makes on a value given at run time.</summary>
/// <param name="Value">The value.</param>
/// <param name="Kind">What has to hold.</param>
/// <param name="Bound">The upper bound, for <see cref="CheckKind.AtMost"/>.</param>
/// <param name="RuntimeName">The parameter, property or field to name in the exception.</param>
/// <param name="Attribute">The attribute it belongs to.</param>
/// <param name="Argument">The argument that it gives.</param>
internal sealed record RuntimeCheck(Scalar Value, CheckKind Kind, Scalar? Bound, string RuntimeName, string Attribute, string Argument);
