using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>
/// Hands the arguments of one attribute to its family, each checked for what it stands for. Values known at compile time give
/// errors; values known at run time give checks that the generated code makes.
/// </summary>
internal sealed partial class ArgumentReader(AttributeModel attribute, LoweringScope scope)
{
    private readonly List<ScheduleError> _errors = scope.Errors;
    private readonly List<RuntimeCheck> _checks = scope.Checks;

    private static readonly int s_quantities = Enum.GetValues(typeof(Quantity)).Length;

    private const double SmallestNormal = 2.2250738585072014E-308;

    /// <summary>Added to −0 it gives 0. The two are equal, so that what is remembered of one is shown for the other.</summary>
    private const double PositiveZero = 0;

    private readonly HashSet<string> _unknown = [];

    public AttributeModel Attribute => attribute;

    /// <summary>The training that the declaration is for.</summary>
    public TrainingContext Training => scope.Training;

    /// <summary>The quantity that is scheduled.</summary>
    public Quantity Quantity => QuantityOf(attribute);

    /// <summary>The quantity that an attribute is for.</summary>
    public static Quantity QuantityOf(AttributeModel attribute) => attribute.Arguments.FirstOrDefault(a => a.Name == "Quantity")
        is { Source: ArgumentSource.Given, Value: >= 0 } given && given.Value < s_quantities ? (Quantity)given.Value : Quantity.LearningRate;

    /// <summary>A learning rate, above 0 and finite, or a value of another quantity in its range.</summary>
    public Scalar Rate(string name) => Quantity == Quantity.LearningRate
        ? Number(name, CheckKind.Positive, ScheduleProblem.RateNotPositive) ?? Scalar.One
        : OfQuantity(name);

    /// <summary>A rate that may be 0: a floor, an end, the start of a warm-up.</summary>
    public Scalar RateOrZero(string name) => Quantity == Quantity.LearningRate
        ? Number(name, CheckKind.NotNegative, ScheduleProblem.RateNotPositive) ?? Scalar.Zero
        : OfQuantity(name);

    /// <summary>The other declarations that the attribute names; null for those that have _errors.</summary>
    public IReadOnlyList<Timeline?> Timelines() => [.. attribute.References.Select(scope.Timeline)];

    /// <summary>Reports that more would have to be written than anybody can use.</summary>
    public void ReportTooLarge(string what) => _errors.Add(CurveSizeError(attribute.Index, what));

    /// <summary>The error of a schedule that is too large.</summary>
    public static ScheduleError CurveSizeError(int attribute, string what) => ScheduleError.AtAttribute(
        ScheduleProblem.TooLarge, attribute, what + "; a schedule can have " + NumberText.Friendly((double)CurveSize.Most) + " formulas, and a value can be made of "
            + NumberText.Friendly((double)CurveSize.MostOfOneValue));

    /// <summary>The method that the attribute names; null where there is none.</summary>
    public ReferenceModel? Method()
    {
        if (attribute.References is [{ IsBroken: false } method])
            return method;
        scope.Break();
        return null;
    }

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

    /// <summary>A value of a quantity other than the rate.</summary>
    private Scalar OfQuantity(string name) => Number(name, KindOfQuantity, ScheduleProblem.QuantityOutOfRange) ?? Scalar.One;

    private CheckKind KindOfQuantity => Quantity switch
    {
        Quantity.Momentum or Quantity.Beta1 or Quantity.Beta2 or Quantity.Dampening => CheckKind.BelowOne,
        Quantity.BatchSize => CheckKind.AtLeastOne,
        _ => CheckKind.NotNegative,
    };

    /// <summary>A number that is no rate: a threshold, a smallest change.</summary>
    public Scalar NotNegative(string name, double byDefault) => Number(name, byDefault, CheckKind.NotNegative, v => v >= 0, "0 or above");

    /// <summary>A number of reports.</summary>
    public Scalar Count(string name, int byDefault, bool mayBeZero = true)
    {
        int least = mayBeZero ? 0 : 1;
        return Number(
            name, byDefault, mayBeZero ? CheckKind.Count : CheckKind.PositiveCount, v => v >= least && v < int.MaxValue && Math.Floor(v).Equals(v),
            "a whole number from " + NumberText.Integer(least) + " to " + NumberText.Friendly((double)int.MaxValue - 1));
    }

    /// <summary>An option that decides about the shape of the schedule, so that it cannot wait for run time.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="isGood">What has to hold.</param>
    /// <param name="range">The same in words.</param>
    /// <param name="byDefault">The default of the attribute, which its symbol does not tell.</param>
    /// <param name="isLength">Whether it is a length or share, which means the simplest fraction, or a ratio, which means the exact double.</param>
    /// <param name="problem">What another value is.</param>
    public Rational Fixed(
        string name, Func<double, bool> isGood, string range, Rational byDefault, bool isLength = true,
        ScheduleProblem problem = ScheduleProblem.ConflictingAttributes)
    {
        var argument = Find(name);
        if (argument.Source == ArgumentSource.Default)
            return byDefault;
        if (argument.Source == ArgumentSource.Given && !double.IsInfinity(argument.Value) && isGood(argument.Value))
            return isLength ? Rational.SimplestFor(argument.Value) : Rational.FromDouble(argument.Value);
        if (argument.Source == ArgumentSource.Runtime)
            Conflict(name, "'" + name + "' decides about the shape of the schedule; write it in the attribute");
        else
            _errors.Add(ScheduleError.AtArgument(problem, attribute.Index, name, "'" + name + "' is " + NumberText.Shortest(argument.Value) + "; it has to be " + range));
        return byDefault;
    }

    /// <summary>A ratio that decides about the shape of the schedule.</summary>
    public Rational FixedRatio(string name, Func<double, bool> isGood, string range, Rational byDefault) =>
        Fixed(name, isGood, range, byDefault, isLength: false);

    /// <summary>The rates of an array, one more than there are boundaries, not all of them 0.</summary>
    public IReadOnlyList<Scalar> Rates(string name, string boundaries)
    {
        var given = Find(name).Values;
        foreach (double rate in given)
        {
            if (Quantity == Quantity.LearningRate ? !(rate.Equals(0) || rate is >= SmallestNormal and <= double.MaxValue) : !IsIn(KindOfQuantity, rate))
            {
                Report(Quantity == Quantity.LearningRate ? ScheduleProblem.RateNotPositive : ScheduleProblem.QuantityOutOfRange,
                    Find(name) with { Value = rate }, Quantity == Quantity.LearningRate ? [] : [Range(KindOfQuantity)]);
            }
        }

        int points = Find(boundaries).Values.Count;
        if (given.Count != points + 1)
        {
            _errors.Add(ScheduleError.AtArgument(
                ScheduleProblem.CountsDiffer, attribute.Index, name, NumberText.Integer(given.Count), NumberText.Integer(points)));
            _unknown.Add(name);
        }
        else if (Quantity == Quantity.LearningRate && given.All(r => r.Equals(0)))
        {
            Report(ScheduleProblem.RateNotPositive, Find(name) with { Value = 0 });
        }

        return IsUnknown(name) || IsUnknown(boundaries) ? [] : [.. given.Select(r => (Scalar)Rational.FromDouble(r))];
    }

    /// <summary>The numbers of an array, whatever they are.</summary>
    public IReadOnlyList<double> Values(string name) => Find(name).Values;

    /// <summary>An integer that only run time knows; null where it is no integer.</summary>
    public ArgumentScalar? Index(string name)
    {
        if (Find(name) is not { Source: ArgumentSource.Runtime } argument)
        {
            scope.Break();
            return null;
        }

        if (argument.RuntimeIsInteger)
            return new ArgumentScalar(argument.RuntimeName, argument.RuntimeCode, IsInteger: true);
        _errors.Add(ScheduleError.AtAttribute(ScheduleProblem.UnboundArgument, attribute.Index,
            "'" + argument.RuntimeName + "' is to give the " + name + " of " + attribute.Name + " but is no integer; make it an int"));
        return null;
    }

    /// <summary>The schedule of the learning rate on the same struct; null where there is none.</summary>
    public Timeline? RateOfTarget => scope.RateOfTarget;

    /// <summary>Whether the argument is missing or wrong, so that nothing else can be said about its value.</summary>
    public bool IsUnknown(string name) => _unknown.Contains(name);

    /// <summary>Whether the attribute has such an argument at all.</summary>
    private bool Has(string name) => attribute.Arguments.Any(a => a.Name == name);

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
            _checks.Add(new RuntimeCheck(floor, CheckKind.AtMost, peak, Find(name).RuntimeName is { Length: > 0 } own ? own : NameOf(peak), Attribute.Name, name));
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

    /// <summary>Reports a contradiction at an argument.</summary>
    public void Conflict(string name, string message) =>
        _errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, attribute.Index, name, message));

    /// <summary>Reports an argument without which there is no schedule.</summary>
    public void ReportMissing(string name, string message) =>
        _errors.Add(ScheduleError.AtArgument(ScheduleProblem.UnboundArgument, attribute.Index, name, message));

    /// <summary>Reports one wrong value of several.</summary>
    public void ReportValue(ScheduleProblem problem, string name, double value) => Report(problem, Find(name) with { Value = value });

    /// <summary>Reports a wrong value at an argument.</summary>
    public void Report(ScheduleProblem problem, string name, params string[] details) => Report(problem, Find(name), details);

    /// <summary>Makes sure that one value is above another, now or at run time.</summary>
    public void RequireAbove(string name, Scalar value, string lowName, Scalar low, string reason)
    {
        if (value.Constant is null || low.Constant is null)
            Check(value - low, CheckKind.Positive, name);
        else if (value.Constant <= low.Constant && !IsUnknown(name) && !IsUnknown(lowName))
            Conflict(name, reason + "; '" + name + "' has to be above '" + lowName + "'");
    }

    /// <summary>Adds a check for the generated code.</summary>
    /// <param name="value">What is checked.</param>
    /// <param name="kind">What has to hold.</param>
    /// <param name="name">The argument.</param>
    /// <param name="bound">What it is compared with.</param>
    /// <param name="unlessZero">A length; where it is 0, its phase is skipped, and nothing has to hold.</param>
    public void Check(Scalar value, CheckKind kind, string name, Scalar? bound = null, Scalar? unlessZero = null)
    {
        // What a shape comes to on the way is sound where its own arguments are, which are checked.
        if (value.NeedsStatements)
            return;
        _checks.Add(new RuntimeCheck(value, kind, bound, NameOf(value) is { Length: > 0 } own ? own : NameOf(bound ?? value), Attribute.Name, name)
        {
            UnlessZero = unlessZero,
        });
    }

    private static string NameOf(Scalar scalar) => scalar switch
    {
        ArgumentScalar argument => argument.Name,
        FloorScalar floor => NameOf(floor.Of),
        BinaryScalar binary => NameOf(binary.Left) is { Length: > 0 } left ? left : NameOf(binary.Right),
        SqrtScalar root => NameOf(root.Of),
        ChoiceScalar choice => NameOf(choice.Then) is { Length: > 0 } then ? then : NameOf(choice.Left),
        _ => string.Empty,
    };

    /// <summary>A number that needs no rule of its own; what it may be is said where it is not.</summary>
    public Scalar Number(string name, double byDefault, CheckKind kind, Func<double, bool> isGood, string range)
    {
        var argument = Find(name);
        if (argument.Source == ArgumentSource.Runtime)
            return Number(name, kind, ScheduleProblem.ConflictingAttributes) ?? Scalar.One;
        if (argument.Source != ArgumentSource.Given)
            return Rational.FromDouble(byDefault);
        if (!double.IsInfinity(argument.Value) && isGood(argument.Value))
            return Rational.FromDouble(argument.Value);
        Conflict(name, "'" + name + "' is " + NumberText.Shortest(argument.Value) + "; it has to be " + range);
        return Rational.FromDouble(byDefault);
    }

    private Scalar? Number(string name, CheckKind kind, ScheduleProblem problem, bool isLength = false, bool mayVanish = false)
    {
        var argument = Find(name);
        switch (argument.Source)
        {
            case ArgumentSource.Runtime:
                var scalar = new ArgumentScalar(argument.RuntimeName, argument.RuntimeCode, argument.RuntimeIsInteger);
                _checks.Add(new RuntimeCheck(scalar, mayVanish ? CheckKind.NotNegative : kind, null, argument.RuntimeName, Attribute.Name, name));
                return scalar;
            case ArgumentSource.Missing:
                _unknown.Add(name);
                return null;
        }

        double value = argument.Value;
        bool isGood = IsIn(kind, value);
        // Arithmetic with subnormal numbers loses bits; as a rate they are as good as 0.
        isGood &= problem != ScheduleProblem.RateNotPositive || value.Equals(0) || value >= SmallestNormal;
        // Positions are counted in 64 bits, and so are the steps of the smallest length that divides one.
        bool isCountable = !isLength || value.Equals(0) || IsCountable(Math.Abs(value));
        if (!isGood || !isCountable)
        {
            Report(problem, argument, problem == ScheduleProblem.QuantityOutOfRange ? [Range(kind)]
                : isGood ? ["lengths from 1e-9 to 1.8e19 steps can be counted"] : []);
            return null;
        }

        return isLength ? Rational.SimplestFor(value) : Rational.FromDouble(value);
    }

    private static bool IsIn(CheckKind kind, double value) => !double.IsNaN(value) && !double.IsInfinity(value) && kind switch
    {
        CheckKind.NotNegative => value >= 0,
        CheckKind.BelowOne => value is >= 0 and < 1,
        CheckKind.AtLeastOne => value >= 1,
        CheckKind.Finite => !value.Equals(0),
        _ => value > 0,
    };

    private string Range(CheckKind kind) => "the " + Quantity.InWords()
        + (kind == CheckKind.BelowOne ? " has to be from 0 to below 1" : kind == CheckKind.AtLeastOne ? " has to be 1 or above" : " has to be 0 or above");

    private void Report(ScheduleProblem problem, ArgumentModel argument, params string[] details)
    {
        var error = new ScheduleError(
            problem, ErrorPlace.Argument, attribute.Index, argument.Name,
            new[] { argument.Name, NumberText.Shortest(argument.Value + PositiveZero) }.Concat(details).ToEquatableArray());
        _errors.Add(error);
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
    BelowOne,
    AtLeastOne,
    Finite,
    AtLeast,

    /// <summary>A number of reports, which an int counts.</summary>
    Count,

    /// <summary>The same, at least 1.</summary>
    PositiveCount,
}

/// <summary>A check that the generated code makes on a value given at run time.</summary>
/// <param name="Value">The value.</param>
/// <param name="Kind">What has to hold.</param>
/// <param name="Bound">The upper bound, for <see cref="CheckKind.AtMost"/>, or lower one, for <see cref="CheckKind.AtLeast"/>.</param>
/// <param name="RuntimeName">The parameter, property or field to name in the exception.</param>
/// <param name="Attribute">The attribute it belongs to.</param>
/// <param name="Argument">The argument that it gives.</param>
internal sealed record RuntimeCheck(Scalar Value, CheckKind Kind, Scalar? Bound, string RuntimeName, string Attribute, string Argument)
{
    /// <summary>A length; where it is 0, its phase is skipped, and nothing has to hold.</summary>
    public Scalar? UnlessZero { get; init; }
}
