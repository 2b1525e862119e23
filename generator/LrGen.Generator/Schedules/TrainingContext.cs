using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>How long the training is and how its updates, epochs, batches, samples and tokens relate, as exact fractions.</summary>
/// <param name="training">The properties of the training.</param>
/// <param name="checks">Takes the checks of those that are known at run time only.</param>
internal sealed class TrainingContext(AttributeModel training, List<RuntimeCheck> checks)
{
    /// <summary>The properties that are members of an enumeration: its name, and the value of its last member.</summary>
    private static readonly (string Name, string Type, int Last)[] s_options =
    [
        ("Counts", nameof(Unit), (int)Unit.Tokens), ("Optimizer", nameof(OptimizerKind), (int)OptimizerKind.ScheduleFree),
        (nameof(Scope), nameof(Scope), (int)Scope.Adapter), (nameof(WeightType), nameof(WeightType), (int)WeightType.BFloat16),
    ];

    /// <summary>What the step parameter counts.</summary>
    public Unit Counts => Find("Counts") is { Source: ArgumentSource.Given, Value: >= 1 and <= (int)Unit.Tokens } given ? (Unit)given.Value : Unit.Steps;

    /// <summary>The length of the training in what the step parameter counts; null where nothing says it.</summary>
    public Scalar? Total => Read("Steps") is { } steps ? InOwn(steps, Unit.Steps)
        : Read("Epochs") is { } epochs ? InOwn(epochs, Unit.Epochs)
        : Read("Tokens") is { } tokens ? InOwn(tokens, Unit.Tokens)
        : null;

    /// <summary>The batch size of an update; null where nothing says it.</summary>
    public Scalar? UpdateSize => Read("BatchSize") is { } size ? size * (Read("GradientAccumulation") ?? Scalar.One) * (Read("Devices") ?? Scalar.One) : null;

    /// <summary>How many updates an epoch has; null where nothing says it.</summary>
    public Scalar? StepsPerEpoch
    {
        get
        {
            if (Read("StepsPerEpoch") is { } steps)
                return steps;
            // The last, partial group of gradients is an update, too (Hugging Face).
            if (Read("BatchesPerEpoch") is { } batches)
                return Scalar.Ceiling(batches / (Read("GradientAccumulation") ?? Scalar.One));
            return Read("Samples") is { } samples && UpdateSize is { } size ? Scalar.Ceiling(samples / size) : null;
        }
    }

    /// <summary>A property with a value that no training has, and what would be right; null where all are right.</summary>
    public string? Wrong
    {
        get
        {
            foreach (var argument in training.Arguments.Where(a => a.Source == ArgumentSource.Given && !IsOption(a.Name)))
            {
                if (argument.Name == "Momentum" && argument.Value is >= 0 and < 1)
                    continue;
                if (argument.Name == "Momentum")
                    return "[Training] Momentum is " + NumberText.Shortest(argument.Value) + "; it has to be from 0 to below 1";
                bool isCount = argument.Name is "GradientAccumulation" or "Devices";
                if (!ArgumentReader.IsCountable(argument.Value) || isCount && !Math.Floor(argument.Value).Equals(argument.Value))
                    return "[Training] " + argument.Name + " is " + NumberText.Shortest(argument.Value) + "; it has to be a " + (isCount ? "whole number above 0" : "number above 0");
            }

            foreach (var (name, type, last) in s_options)
            {
                if (Find(name) is { Source: ArgumentSource.Given } option && !(option.Value >= 0 && option.Value <= last))
                    return "[Training] " + name + " is " + NumberText.Shortest(option.Value) + ", which is no member of " + type + "; use one of its names";
            }

            var lengths = new[] { "Steps", "Epochs", "Tokens" }.Where(n => Find(n) is { Source: ArgumentSource.Given }).ToList();
            return lengths.Count > 1 ? "[Training] says how long the training is in " + lengths[0] + " and in " + lengths[1] + "; keep one" : null;
        }
    }

    /// <summary>A length in what the step parameter counts; null where the conversion is not known.</summary>
    public Scalar? InOwn(Scalar length, Unit unit) => unit is Unit.Own || unit == Counts ? length
        : StepsIn(unit) is { } from && StepsIn(Counts) is { } to ? length * from / to
        : null;

    /// <summary>What <see cref="InOwn"/> lacks.</summary>
    public string Lacking(Unit unit)
    {
        var open = StepsIn(unit) is null ? unit : Counts;
        string needed = open switch
        {
            Unit.Epochs => "StepsPerEpoch, BatchesPerEpoch, or Samples and BatchSize",
            Unit.Samples => "BatchSize",
            _ => "BatchSize and TokensPerSample",
        };
        return "how many steps are in " + open.ToString().ToLowerInvariant() + " is not known; give [Training] " + needed;
    }

    private Scalar? StepsIn(Unit unit) => unit switch
    {
        Unit.Epochs => StepsPerEpoch,
        Unit.Batches => Scalar.One / (Read("GradientAccumulation") ?? Scalar.One),
        Unit.Samples => UpdateSize is { } size ? Scalar.One / size : null,
        Unit.Tokens => UpdateSize is { } size && Read("TokensPerSample") is { } tokens ? Scalar.One / (size * tokens) : null,
        _ => Scalar.One,
    };

    private Scalar? Read(string name)
    {
        switch (Find(name))
        {
            case { Source: ArgumentSource.Given } given when ArgumentReader.IsCountable(given.Value):
                return Rational.SimplestFor(given.Value);
            case { Source: ArgumentSource.Runtime } late:
                var value = new ArgumentScalar(late.RuntimeName, late.RuntimeCode, late.RuntimeIsInteger);
                // How long it is can be 0; what lengths are converted by cannot.
                bool mayBeZero = name is "Steps" or "Epochs" or "Tokens";
                var check = new RuntimeCheck(value, mayBeZero ? CheckKind.NotNegative : CheckKind.Positive, null, late.RuntimeName, "Training", name);
                if (!checks.Contains(check))
                    checks.Add(check);
                return value;
            default:
                return null;
        }
    }

    private static bool IsOption(string name) => name == "MasterWeights" || s_options.Any(o => o.Name == name);

    private ArgumentModel? Find(string name) => training.Arguments.FirstOrDefault(a => a.Name == name);
}
