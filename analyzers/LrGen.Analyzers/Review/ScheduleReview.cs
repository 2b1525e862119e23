using System.Collections.Concurrent;
using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using LrGen.Generator.UpdateRules;

namespace LrGen.Analyzers.Review;

/// <summary>
/// One schedule of a learning rate in front of its training. What rules judge are values of the compiled curve: the true peak, the rate
/// at a step, the end.
/// </summary>
internal sealed class ScheduleReview
{
    /// <summary>Arguments that give the highest rate, the likeliest first.</summary>
    private static readonly string[] s_rates = ["rate", "peak", "high", "to", "from", "rates", "initialRate", "swaRate"];

    // The review of a declaration that code uses is asked by the threads of all methods.
    private readonly ConcurrentDictionary<(bool IsHighest, BigInteger First, BigInteger Last), Rational> _extrema = new();
    private readonly ScheduleDeclaration _declaration;
    private readonly LoweringResult _lowered;
    private readonly Lazy<(AttributeModel Attribute, string Argument, Rational Length)?> _ramp;
    private readonly Lazy<Horizon?> _horizon;
    private readonly Lazy<ShortPhase?> _shortPhase;
    private readonly Lazy<Rational> _peak;

    private ScheduleReview(ScheduleDeclaration declaration, LoweringResult lowered, TrainingFacts facts)
    {
        (_declaration, _lowered) = (declaration, lowered);
        var curve = lowered.Curve;
        Facts = facts;
        // Many rules ask for these.
        (_ramp, _horizon, _shortPhase, _peak) = (new(FindRamp), new(() => Horizon.Of(this)), new(() => ShortPhase.Of(this)), new(FindPeak));
        Curve = curve is { IsConstant: true } ? curve : null;
        var own = declaration.Attributes.Where(a => ArgumentReader.QuantityOf(a) == Quantity.LearningRate).ToList();
        Schedules = [.. own.Where(a => Families.Schedule(a.Name) is not null)];
        Modifiers = [.. own.Where(a => Families.Modifier(a.Name) is not null)];
        Metric = own.FirstOrDefault(a => Families.Metric(a.Name) is not null);
        KnownRates = curve is null
            ? [.. new[] { Number(Metric, "initialRate") }.Where(r => r is > 0).Select(r => Rational.FromDouble(r!.Value))]
            : [.. curve.Segments.Select(s => s.Shape.Start.Constant).Where(r => r is not null).Select(r => r!.Value)];
    }

    /// <summary>A schedule that compiles; null for quantities other than the learning rate.</summary>
    public static ScheduleReview? Of(ScheduleDeclaration declaration, LoweringResult lowered, TrainingFacts facts)
    {
        bool isRate = lowered.Curve is not null ? lowered.First == Quantity.LearningRate : lowered.Machine is not null;
        // One mistake is said once: what a growing factor, or a phase that is never reached, makes of the rate is not judged.
        bool isWrong = declaration.HasErrors || lowered.Errors.Any(e => e.Problem != ScheduleProblem.FactorDoesNotDecay || e.Details[1] != "1");
        return isRate && !isWrong ? new ScheduleReview(declaration, lowered, facts) : null;
    }

    /// <summary>A schedule that no declaration says, but code that says the same: a constructor, a scheduler of another library.</summary>
    /// <param name="attributes">What a declaration would say.</param>
    /// <param name="training">What it would say of its training.</param>
    public static ScheduleDeclaration Declare(IEnumerable<AttributeModel> attributes, AttributeModel training) => new()
    {
        Namespace = string.Empty,
        Types = EquatableArray<ContainingType>.Empty,
        Method = null,
        HintName = string.Empty,
        Documentation = string.Empty,
        Attributes = attributes.ToEquatableArray(),
        Training = training,
        Framework = new TargetFramework(HasSpan: true, HasConstantSpans: true, HasVectors: true, HasFusedMultiplyAdd: true),
        IsReadOnly = true,
        HasFields = false,
        NeedsInitializers = false,
        TakenNames = EquatableArray<string>.Empty,
        Compiles = true,
        HasErrors = false,
    };

    public TrainingFacts Facts { get; }

    /// <summary>The curve, where all of it is known at compile time.</summary>
    public Curve? Curve { get; }

    /// <summary>The attributes with the phases of the rate, in their order.</summary>
    public IReadOnlyList<AttributeModel> Schedules { get; }

    public IReadOnlyList<AttributeModel> Modifiers { get; }

    /// <summary>The attribute with which metrics drive the rate; null where none does.</summary>
    public AttributeModel? Metric { get; }

    /// <summary>The attribute of the update rule of a class; null for other targets.</summary>
    public AttributeModel? Rule => OptimizerFacts.RuleOf(_declaration);

    /// <summary>The update of a class; null for other targets.</summary>
    public UpdateProgram? Update => _lowered.Optimizer;

    /// <summary>All attributes of the target, those for other quantities included.</summary>
    public IReadOnlyList<AttributeModel> Attributes => _declaration.Attributes;

    /// <summary>The name of the step parameter; empty for a struct.</summary>
    public string StepName => _declaration.Method?.StepName ?? string.Empty;

    /// <summary>Whether the step parameter is a float.</summary>
    public bool CountsInFloat => _declaration.Method?.StepType == StepType.Single;

    /// <summary>Values of the rate that are known whatever run time brings.</summary>
    private IReadOnlyList<Rational> KnownRates { get; }

    /// <summary>The length of the training in what the step parameter counts.</summary>
    public Rational? Total => Facts.Total;

    /// <summary>The highest rate as far as it is known; 0 where nothing is.</summary>
    public double Peak => ExactPeak.ToDouble();

    public Rational ExactPeak => _peak.Value;

    /// <summary>Whether no value at run time can make the peak another.</summary>
    public bool KnowsPeak => Curve is not null || _declaration.Attributes.Count == 1 && Metric is not null && KnownRates.Count > 0;

    /// <summary>Whether the rate goes through all sizes on purpose, to find the right one.</summary>
    public bool IsSearch => Schedules.Any(s => s.Name == nameof(RangeTest));

    /// <summary>The rate at the end of a curve that ends; null for any other.</summary>
    public Rational? Last => Curve?.Length?.Constant is { } end ? At(end) : null;

    /// <summary>The step that has the end value; null for a curve without an end, or one that comes again.</summary>
    public Rational? End => Curve is { AfterEnd: null or { Kind: AfterEnd.Throw } } ? Curve.Length?.Constant : null;

    /// <summary>The last of the schedules.</summary>
    public AttributeModel? LastSchedule => Schedules.LastOrDefault();

    /// <summary>The schedule of another quantity of the target; null where there is none, or only run time knows it.</summary>
    public Curve? CurveOf(Quantity quantity) => OptimizerFacts.Curve(_lowered, quantity);

    /// <summary>The value of a hyperparameter of the update, or the highest of its schedule; null where only run time knows it.</summary>
    public double? Highest(Hyperparameter hyperparameter) => OptimizerFacts.Highest(hyperparameter, _lowered);

    /// <summary>The rate at a time of a known curve.</summary>
    public Rational At(Rational time) => Curve!.EvaluateAt(time, Real.Quick);

    /// <summary>The warm-up's modifier; null where there is none.</summary>
    public AttributeModel? Warmup => Modifiers.FirstOrDefault(m => m.Name == nameof(Warmup));

    /// <summary>The ramp at the start: where it is declared, under which argument, and how long it is in what the step parameter counts.</summary>
    public (AttributeModel Attribute, string Argument, Rational Length)? Ramp => _ramp.Value;

    /// <summary>How the end of the decay lies to the end of the training; null where one of the two has none.</summary>
    public Horizon? Horizon => _horizon.Value;

    /// <summary>A length of a schedule that no whole step fits in; null where there is none.</summary>
    public ShortPhase? ShortPhase => _shortPhase.Value;

    /// <summary>The highest rate of some steps, a known curve's.</summary>
    public Rational Highest(BigInteger first, BigInteger last) => Remember((true, first, last), () => Extrema.Highest(Curve!, first, last).Value);

    /// <summary>The lowest rate of some steps, a known curve's.</summary>
    public Rational Lowest(BigInteger first, BigInteger last) => Remember((false, first, last), () => Extrema.Lowest(Curve!, first, last).Value);

    /// <summary>Several rules ask for the same, which is what takes longest where a value has many parts.</summary>
    private Rational Remember((bool IsHighest, BigInteger First, BigInteger Last) question, Func<Rational> find) => _extrema.GetOrAdd(question, _ => find());

    /// <summary>The last step of the training; null where that is not known.</summary>
    public BigInteger? LastStep => Total is { Sign: > 0 } total ? total.Ceiling() - 1 : null;

    /// <summary>How the warm-up and the schedule share their time.</summary>
    public Join Join => Warmup is { } warmup && Number(warmup, "Join") is { } join ? (Join)join : Join.After;

    private Rational FindPeak() => Curve is not null
        ? Curve.EvaluateAt(Curve.PeakStep, Real.Quick)
        : KnownRates.Count == 0 ? Rational.Zero : KnownRates.Aggregate(Rational.Max);

    /// <summary>When a schedule begins, in what the step parameter counts; null where that is not known.</summary>
    public Rational? StartOf(AttributeModel schedule)
    {
        Rational start = Rational.Zero;
        foreach (var modifier in Modifiers.Where(m => m.Name is nameof(Warmup) or nameof(Delay)))
        {
            if (Families.Modifier(modifier.Name)!.AddedLength(Reader(modifier)).Constant is not { } added)
                return null;
            start += added;
        }

        foreach (var before in Schedules.TakeWhile(s => s != schedule))
        {
            if (Families.Schedule(before.Name)!.Lower(Reader(before)).Length?.Constant is not { } length)
                return null;
            start += length;
        }

        return start;
    }

    /// <summary>The steps of an array of a schedule, over all time; empty where they are not known.</summary>
    public IReadOnlyList<Rational> Milestones(AttributeModel schedule)
    {
        string? name = schedule.Arguments.FirstOrDefault(a => a.Name is "milestones" or "boundaries")?.Name;
        return name is null || StartOf(schedule) is not { } start ? [] : [.. Reader(schedule).Milestones(name, mayRepeat: true).Select(m => start + m)];
    }

    /// <summary>A length of an attribute in what the step parameter counts; null where it is not known at compile time.</summary>
    public Rational? Length(AttributeModel attribute, string name) => Reader(attribute).Length(name).Constant;

    /// <summary>The number that an attribute gives; null where it gives none, or several.</summary>
    public static double? Number(AttributeModel? attribute, string name) =>
        attribute?.Arguments.FirstOrDefault(a => a.Name == name) is { Source: ArgumentSource.Given, Values.Count: 0 } given && !double.IsNaN(given.Value) ? given.Value : null;

    /// <summary>The first of the arguments that stands in the attribute; empty where none does.</summary>
    public static string Given(AttributeModel attribute, params string[] names) =>
        names.FirstOrDefault(n => attribute.Arguments.Any(a => a.Name == n && a.Source == ArgumentSource.Given)) ?? string.Empty;

    /// <summary>The argument that gives the peak.</summary>
    public (AttributeModel Attribute, string Argument) PeakArgument
    {
        get
        {
            var given = Schedules.Concat(Metric is null ? [] : [Metric])
                .SelectMany(a => a.Arguments.Where(r => r.Source == ArgumentSource.Given && s_rates.Contains(r.Name))
                    .Select(r => (Attribute: a, Argument: r.Name, Value: r.Values.Count > 0 ? r.Values.Max() : r.Value))).ToList();
            if (given.Count == 0)
                return (Schedules.FirstOrDefault() ?? Metric!, string.Empty);
            var best = given.OrderByDescending(g => g.Value).ThenBy(g => Array.IndexOf(s_rates, g.Argument)).First();
            return (best.Attribute, best.Argument);
        }
    }

    private (AttributeModel Attribute, string Argument, Rational Length)? FindRamp()
    {
        if (Warmup is { } warmup)
            return Length(warmup, "steps") is { } length ? (warmup, Given(warmup, "steps", "Fraction"), length) : null;
        return Schedules.FirstOrDefault() is { } first && Has(first, "warmupSteps") && Length(first, "warmupSteps") is { } own
            ? (first, Given(first, "warmupSteps"), own)
            : null;
    }

    private static bool Has(AttributeModel attribute, string name) => attribute.Arguments.Any(a => a.Name == name);

    private ArgumentReader Reader(AttributeModel attribute) => new(attribute, LoweringScope.Of(_declaration));
}
