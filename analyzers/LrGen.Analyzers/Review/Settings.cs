using System.Collections.Immutable;
using System.Globalization;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Review;

/// <summary>A key of an .editorconfig whose value says nothing.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">Its value.</param>
/// <param name="WayOut">What would be right.</param>
internal sealed record WrongSetting(string Key, string Value, string WayOut);

/// <summary>What .editorconfig files say of the training of the declarations in a file: the keys that begin with <c>lrgen.</c></summary>
internal sealed class Settings : IEquatable<Settings>
{
    private const string Prefix = "lrgen.";
    private const string MaxRatePrefix = Prefix + "max_rate.";

    /// <summary>The keys, and the properties of [Training] that they stand for.</summary>
    private static readonly Dictionary<string, string> s_numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        [Prefix + "total_steps"] = "Steps",
        [Prefix + "total_epochs"] = "Epochs",
        [Prefix + "total_tokens"] = "Tokens",
        [Prefix + "steps_per_epoch"] = "StepsPerEpoch",
        [Prefix + "batches_per_epoch"] = "BatchesPerEpoch",
        [Prefix + "samples"] = "Samples",
        [Prefix + "batch_size"] = "BatchSize",
        [Prefix + "reference_batch_size"] = "ReferenceBatchSize",
        [Prefix + "gradient_accumulation"] = "GradientAccumulation",
        [Prefix + "devices"] = "Devices",
        [Prefix + "tokens_per_sample"] = "TokensPerSample",
        [Prefix + "momentum"] = "Momentum",
        [Prefix + "gradient_clip"] = "GradientClip",
    };

    private static readonly Dictionary<string, (string Property, Type Options)> s_options = new(StringComparer.OrdinalIgnoreCase)
    {
        [Prefix + "optimizer"] = ("Optimizer", typeof(OptimizerKind)),
        [Prefix + "scope"] = (nameof(Scope), typeof(Scope)),
        [Prefix + "weight_type"] = (nameof(WeightType), typeof(WeightType)),
        [Prefix + "counts"] = ("Counts", typeof(Unit)),
    };

    private const string MasterWeights = Prefix + "master_weights";

    private readonly Dictionary<(OptimizerKind Optimizer, Scope? Scope), double> _maxRates = [];

    /// <summary>All that was read, which two equal settings have in common.</summary>
    private readonly string _text;

    private Settings(IReadOnlyList<KeyValuePair<string, string>> entries)
    {
        _text = string.Join("\n", entries.Select(e => e.Key + "=" + e.Value));
        var training = new List<ArgumentModel>();
        var wrong = new List<WrongSetting>();
        foreach (var entry in entries)
            Read(entry.Key, entry.Value.Trim(), training, wrong);
        Training = training.ToImmutableArray();
        Wrong = wrong.ToImmutableArray();
    }

    /// <summary>The settings that say nothing.</summary>
    public static Settings None { get; } = new([]);

    /// <summary>What is said of the training, as [Training] would say it.</summary>
    public ImmutableArray<ArgumentModel> Training { get; }

    /// <summary>Keys and values that say nothing.</summary>
    public ImmutableArray<WrongSetting> Wrong { get; }

    public bool Equals(Settings? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as Settings);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The settings of the file in which a declaration has its attributes.</summary>
    public static Settings Of(ISymbol declaration, AnalyzerOptions options) =>
        Of(AttributeNames.On(declaration)[0].ApplicationSyntaxReference!.SyntaxTree, options);

    /// <summary>The settings of a file.</summary>
    public static Settings Of(SyntaxTree tree, AnalyzerOptions options)
    {
        var file = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        var entries = file.Keys.Where(k => k.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(k => new KeyValuePair<string, string>(k, file.TryGetValue(k, out string? value) ? value : string.Empty)).ToList();
        return entries.Count == 0 ? None : new Settings([.. entries.OrderBy(e => e.Key, StringComparer.Ordinal)]);
    }

    /// <summary>The highest rate for an optimizer and what it moves, or for the optimizer.</summary>
    public double? MaxRate(OptimizerKind optimizer, Scope scope) =>
        _maxRates.TryGetValue((optimizer, scope), out double rate) || _maxRates.TryGetValue((optimizer, null), out rate) ? rate : null;

    private void Read(string key, string value, List<ArgumentModel> training, List<WrongSetting> wrong)
    {
        if (s_options.TryGetValue(key, out var option))
        {
            if (Member(option.Options, value) is { } member)
                Add(option.Property, member);
            else
                wrong.Add(new WrongSetting(key, value, "use one of " + string.Join(", ", Enum.GetNames(option.Options).Select(Snake))));
        }
        else if (s_numbers.TryGetValue(key, out string? property))
        {
            if (Number(value) is { } number && (property == "Momentum" ? number is >= 0 and < 1 : ArgumentReader.IsCountable(number)))
                Add(property, number);
            else
                wrong.Add(new WrongSetting(key, value, property == "Momentum" ? "give a number from 0 to below 1" : "give a number above 0, with a point and without separators"));
        }
        else if (key.Equals(MasterWeights, StringComparison.OrdinalIgnoreCase))
        {
            if (bool.TryParse(value, out bool flag))
                Add("MasterWeights", flag ? 1 : 0);
            else
                wrong.Add(new WrongSetting(key, value, "use true or false"));
        }
        else if (key.StartsWith(MaxRatePrefix, StringComparison.OrdinalIgnoreCase))
        {
            ReadMaxRate(key, value, wrong);
        }
        else
        {
            wrong.Add(new WrongSetting(key, value, "there is no such key; the keys are in the README of the rules"));
        }

        void Add(string name, double number) => training.Add(new ArgumentModel(name, ArgumentSource.Given, number));
    }

    /// <summary><c>lrgen.max_rate.adam.network = 0.05</c>, or for all that an optimizer moves <c>lrgen.max_rate.adam</c>.</summary>
    private void ReadMaxRate(string key, string value, List<WrongSetting> wrong)
    {
        string[] parts = key.Substring(MaxRatePrefix.Length).Split('.');
        if (parts.Length > 2 || Member(typeof(OptimizerKind), parts[0]) is not { } optimizer || parts.Length == 2 && Member(typeof(Scope), parts[1]) is null)
            wrong.Add(new WrongSetting(key, value, "write lrgen.max_rate.<optimizer>.<scope>, for example lrgen.max_rate.adam.fine_tune"));
        else if (Number(value) is { } rate && rate > 0)
            _maxRates[((OptimizerKind)optimizer, parts.Length == 2 ? (Scope)Member(typeof(Scope), parts[1])! : null)] = rate;
        else
            wrong.Add(new WrongSetting(key, value, "give a rate above 0"));
    }

    /// <summary>A member of an enumeration by its name, in whatever case and with or without underscores.</summary>
    private static int? Member(Type options, string text)
    {
        string plain = text.Replace("_", string.Empty).Replace("-", string.Empty);
        int index = Array.FindIndex(Enum.GetNames(options), n => n.Equals(plain, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) ? number : null;

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
