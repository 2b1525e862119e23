using System.Globalization;
using System.Text.RegularExpressions;

namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>Writes a recipe as a person would declare it, with all that the recipe says of its training.</summary>
internal static class RecipeDeclaration
{
    private static readonly Dictionary<string, string> s_optimizers = new()
    {
        ["adam"] = "AdamW", ["sgd"] = "Sgd", ["nag"] = "Nesterov", ["rmsprop"] = "RmsProp", ["lars"] = "Lars", ["lamb"] = "Lamb", ["adagrad"] = "Adagrad",
        ["adadelta"] = "Adadelta", ["adafactor"] = "Adafactor", ["muon"] = "Muon", ["lbfgs"] = "Lbfgs", ["lrfree"] = "LearningRateFree",
    };

    private static readonly Dictionary<string, string> s_scopes = new()
    {
        [""] = "Network", ["network"] = "Network", ["head"] = "Head", ["embedding"] = "Embedding", ["scalar"] = "Scalar", ["linear"] = "Linear",
        ["probe"] = "Probe", ["finetune"] = "FineTune", ["adapter"] = "Adapter",
    };

    private const double FewEpochs = 10, StepsPerEpoch = 1_000;

    /// <summary>90 ep, 300 epochs: the word, and not the end of "steps".</summary>
    private static readonly Regex s_epochs = new(@"\bep(ochs?)?\b", RegexOptions.CultureInvariant);

    private static readonly string[] s_lengths = ["m_total", "m_warm", "m_horizon", "m_every"];

    /// <summary>One source with a type for each recipe, named <c>Recipe0</c>, <c>Recipe1</c>, …</summary>
    public static string Source(IEnumerable<Row> recipes) => "using LrGen;\n\n" + string.Join("\n", recipes.Select((r, i) => Write(r, "Recipe" + i)));

    public static string Write(Row recipe, string name)
    {
        // A training of few epochs is counted in steps: an epoch that is the first and the last has no room for a schedule.
        if (CountsEpochs(recipe) && recipe.Number("m_total") < FewEpochs)
            recipe = s_lengths.Aggregate(recipe, (r, l) => r.With(l, r.Number(l) * StepsPerEpoch)).With("total", (double?)null);
        var (attributes, parameters) = Attributes(recipe);
        string training = Training(recipe);
        return recipe["m_kind"] == "plateau"
            ? $"{training}[{attributes}]\npartial struct {name};\n"
            : $$"""
                static partial class {{name}}
                {
                    {{training}}[{{attributes}}]
                    public static partial double Rate({{(CountsEpochs(recipe) ? "int epoch" : "long step")}}{{parameters}});
                }

                """;
    }

    /// <summary>The recipe as an optimizer, which counts updates: epochs become those.</summary>
    public static string WriteOptimizer(Row recipe, string name)
    {
        if (CountsEpochs(recipe))
        {
            recipe = s_lengths.Aggregate(recipe, (r, l) => r.With(l, r.Number(l) * StepsPerEpoch))
                .With("m_milestones", recipe.Numbers("m_milestones").Select(m => m * StepsPerEpoch)).With("total", (double?)null);
        }

        var (attributes, parameters) = Attributes(recipe);
        string total = recipe.Number("m_total") is { } steps ? ", Steps = " + Code(steps) : string.Empty;
        return $$"""
            [Training(Scope = Scope.{{s_scopes[recipe["m_scope"]]}}{{total}})]
            [{{OptimizerDeclaration.Rule(recipe)}}, {{attributes}}]
            sealed partial class {{name}}{{(parameters.Length > 0 ? "(" + parameters[2..] + ")" : string.Empty)}};

            """;
    }

    private static string Training(Row recipe)
    {
        var facts = new List<string>
        {
            "Optimizer = OptimizerKind." + s_optimizers[recipe["m_family"]],
            "Scope = Scope." + s_scopes[recipe["m_scope"]],
        };
        if (recipe.Number("m_total") is { } total)
        {
            string unit = CountsEpochs(recipe) ? "Epochs" : recipe["total"].Contains("tokens", StringComparison.Ordinal) && total > 1e10 ? "Tokens" : "Steps";
            facts.Add($"{unit} = {Code(total)}, Counts = Unit.{unit}");
        }

        if (Parse(recipe["momentum"]) is { } momentum)
            facts.Add("Momentum = " + Code(momentum));
        if (recipe.Number("m_clip") is { } clip)
            facts.Add("GradientClip = " + Code(clip));
        return "[Training(" + string.Join(", ", facts) + ")]\n    ";
    }

    /// <summary>A number; null for words and formulas.</summary>
    public static double? Parse(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    public static string OptimizerOf(string family) => s_optimizers[family];

    public static string ScopeOf(string scope) => s_scopes[scope];

    public static bool CountsEpochs(Row recipe) => s_epochs.IsMatch(recipe["total"]);

    /// <summary>The attributes, and the parameters of what the recipe leaves open.</summary>
    private static (string Attributes, string Parameters) Attributes(Row recipe)
    {
        double peak = recipe.Number("m_peak")!.Value;
        double? total = recipe.Number("m_total"), factor = recipe.Number("m_factor"), floor = recipe.Number("m_floor");
        double? warmup = recipe.Number("m_warm") is > 0 and var w ? w : null;
        // Published horizons contain the warm-up.
        double? decay = recipe.Number("m_horizon") ?? total;
        string rate = Code(peak), low = floor is > 0 ? ", Floor = " + Code(floor.Value) : string.Empty;
        string steps = decay is null ? string.Empty : ", steps: " + Code(decay.Value - (warmup ?? 0)), open = decay is null ? ", double steps" : string.Empty;
        string every = recipe.Number("m_every") is { } e ? ", every: " + Code(e) : string.Empty;
        string ramp = warmup is null ? string.Empty : Ramp(recipe, warmup.Value, join: string.Empty);
        switch (recipe["m_kind"])
        {
            case "step":
                return (ramp + $"StepDecay({rate}{every}, factor: {Code(factor!.Value)}{low})", string.Empty);
            case "exp":
                return (ramp + $"ExponentialDecay({rate}, factor: {Code(factor!.Value)}{every}{low})", string.Empty);
            case "multistep":
                // Milestones count from the start of the training.
                string over = warmup is null ? string.Empty : Ramp(recipe, warmup.Value, ", Join = Join.Multiply");
                return (over + $"MilestoneDecay({rate}, {Code(factor!.Value)}, {List(recipe.Numbers("m_milestones"))})", string.Empty);
            case "cosine":
                return (ramp + $"CosineDecay({rate}{steps}{low})", open);
            case "linear":
                return (ramp + $"LinearDecay({rate}, to: {Code(floor ?? 0)}{steps})", open);
            case "poly":
                return (ramp + $"PolynomialDecay({rate}{steps}, power: 0.9{low})", open);
            case "plateau":
                return ($"ReduceOnPlateau({rate}, factor: {Code(factor!.Value)}{low})", string.Empty);
            case "rsqrt":
                return (ramp + $"InverseSquareRoot({rate}, timescale: {Code(warmup ?? 1)})", string.Empty);
            case "inv":
                return ($"PowerDecay({rate}, power: 0.75, timescale: 10_000)", string.Empty);
            case "wsd":
                return total is null
                    ? ($"WarmupStableDecay({rate}, {Code(warmup!.Value)})", ", double stableSteps, double decaySteps")
                    : (ramp + $"Constant({rate}, Steps = {Code(total.Value * 0.7 - (warmup ?? 0))}), LinearDecay({rate}, to: 0, steps: {Code(total.Value * 0.3)})", string.Empty);
            case "onecycle":
                return ($"OneCycle({rate}, {Code(decay!.Value)}, RiseShare = {Code(warmup!.Value / decay.Value)}, InitialDivisor = 25)", string.Empty);
            case "restarts":
                return (ramp + $"CosineRestarts({rate}, {Code(decay!.Value)}, LengthFactor = 2{low})", string.Empty);
            case "cyclic":
                return ($"Cyclic({Code(floor!.Value)}, {rate}, 2_000)", string.Empty);
            case "piecewise" when recipe.Numbers("m_values") is { Count: > 1 } values:
                double span = total ?? 1_000;
                return (ramp + $"PiecewiseConstant(new double[] {{ {List(values)} }}, new double[] {{ {List(Enumerable.Range(1, values.Count - 1).Select(i => span * i / values.Count))} }})", string.Empty);
            case "constant" or "piecewise":
                return (ramp + $"Constant({rate})", string.Empty);
            default:
                throw new InvalidOperationException(recipe.Id + " has a shape that nobody knows: " + recipe["m_kind"]);
        }
    }

    private static string Ramp(Row recipe, double warmup, string join) =>
        $"Warmup({Code(warmup)}{(recipe.Number("m_warm_start_ratio") is > 0 and var ratio ? ", FromRatio = " + Code(ratio) : string.Empty)}{join}), ";

    private static string List(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(Code));

    public static string Code(double number) => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal)
        || text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
}
