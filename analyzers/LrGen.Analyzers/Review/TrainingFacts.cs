using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Analyzers.Review;

/// <summary>
/// What is known of the training that a rate is for. For each property the nearest source holds: the update rule of an optimizer, [Training]
/// on the declaration, the types around it and the assembly, then .editorconfig, then what code tells. Nothing is guessed.
/// </summary>
internal sealed class TrainingFacts
{
    private static readonly string[] s_lengths = ["Steps", "Epochs", "Tokens"];

    private readonly AttributeModel _training;
    private readonly Settings _settings;
    private readonly TrainingContext _context;

    private TrainingFacts(AttributeModel training, Settings settings)
    {
        (_training, _settings) = (training, settings);
        _context = new TrainingContext(training, []);
    }

    /// <summary>Facts from attributes, from settings where those are silent, and from code where both are.</summary>
    /// <param name="declared">What [Training] says.</param>
    /// <param name="settings">What .editorconfig says.</param>
    /// <param name="inferred">What code says.</param>
    /// <param name="ofRule">What the update rule of the target says.</param>
    public static TrainingFacts Of(
        AttributeModel declared, Settings settings, IEnumerable<ArgumentModel>? inferred = null, IEnumerable<ArgumentModel>? ofRule = null)
    {
        var known = (ofRule ?? []).ToList();
        known.AddRange(declared.Arguments.Where(a => IsKnown(a) && known.All(k => k.Name != a.Name)).ToList());
        foreach (var source in new[] { settings.Training, inferred ?? [] })
        {
            bool hasLength = known.Any(a => s_lengths.Contains(a.Name));
            known.AddRange(source.Where(a => known.All(k => k.Name != a.Name) && !(hasLength && s_lengths.Contains(a.Name))).ToList());
        }

        return new TrainingFacts(declared with { Arguments = known.ToEquatableArray() }, settings);
    }

    public OptimizerKind Optimizer => (OptimizerKind)(Number("Optimizer") ?? 0);

    /// <summary>What the rate moves; a whole network where nothing is said.</summary>
    public Scope Scope => (Scope)(Number(nameof(Scope)) ?? 0);

    public WeightType WeightType => (WeightType)(Number(nameof(WeightType)) ?? 0);

    public bool HasMasterWeights => Number("MasterWeights") is 1;

    public double? Momentum => Number("Momentum");

    public double? GradientClip => Number("GradientClip");

    public double? ReferenceBatchSize => Number("ReferenceBatchSize");

    public double? GradientAccumulation => Number("GradientAccumulation");

    /// <summary>The length of the training in epochs, where it is given in them.</summary>
    public double? Epochs => Number("Epochs");

    /// <summary>The batch size of an update.</summary>
    public double? BatchSize => _context.UpdateSize?.Constant?.ToDouble();

    public Rational? StepsPerEpoch => _context.StepsPerEpoch?.Constant;

    /// <summary>What the step parameter counts.</summary>
    public Unit Counts => _context.Counts;

    /// <summary>Whether it is said what the step parameter counts.</summary>
    public bool SaysCounts => Number("Counts") is not null;

    /// <summary>The length of the training in what the step parameter counts.</summary>
    public Rational? Total => _context.Total?.Constant;

    /// <summary>The highest rate that the settings allow for the optimizer and what it moves; null where they say nothing.</summary>
    public double? AllowedRate => _settings.MaxRate(Optimizer, Scope);

    /// <summary>A length in what the step parameter counts.</summary>
    public Rational? InOwn(Rational length, Unit unit) => _context.InOwn(length, unit)?.Constant;

    private double? Number(string name) => _training.Arguments.FirstOrDefault(a => a.Name == name && a.Source == ArgumentSource.Given)?.Value;

    private static bool IsKnown(ArgumentModel argument) => argument.Source is ArgumentSource.Given or ArgumentSource.Runtime;
}
