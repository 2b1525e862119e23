namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>Writes rows as optimizers: an update rule instead of what [Training] says of the optimizer, beside the same schedule.</summary>
internal static class OptimizerDeclaration
{
    /// <summary>Whether there is an update rule for the row, and a schedule that optimizers follow: metrics drive structs.</summary>
    public static bool IsOptimizer(Row row, string kind) => RuleOf(row) is not null && row[kind] != "plateau";

    /// <summary>The update rule of a recipe with its options; null where there is none.</summary>
    public static string? Rule(Row recipe)
    {
        if (RuleOf(recipe) is not { } rule)
            return null;
        var options = new List<string>();
        if (rule is "Sgd" or "Lars" or "RmsProp" or "Muon" && RecipeDeclaration.Parse(recipe["momentum"]) is { } momentum)
            options.Add("Momentum = " + RecipeDeclaration.Code(momentum));
        if (RecipeDeclaration.Parse(recipe["weight_decay"]) is { } decay)
            options.Add("WeightDecay = " + RecipeDeclaration.Code(decay));
        if (recipe.Number("m_clip") is { } clip)
            options.Add("ClipNorm = " + RecipeDeclaration.Code(clip));
        // Nesterov's momentum needs one.
        if (recipe["m_family"] == "nag" && options.Any(o => o.StartsWith("Momentum", StringComparison.Ordinal)))
            options.Add("Nesterov = true");
        return options.Count == 0 ? rule : rule + "(" + string.Join(", ", options) + ")";
    }

    /// <summary>The update rule of a mistake.</summary>
    public static string? RuleOfMistake(Row mistake)
    {
        if (RuleOf(mistake) is not { } rule)
            return null;
        var options = new List<string>();
        if (mistake.Number("c_mom") is { } momentum)
            options.Add("Momentum = " + RecipeDeclaration.Code(momentum));
        if (mistake.Number("c_accum") is { } accumulation)
            options.Add("AccumulationSteps = " + RecipeDeclaration.Code(accumulation));
        return options.Count == 0 ? rule : rule + "(" + string.Join(", ", options) + ")";
    }

    private static string? RuleOf(Row row) => (row["m_family"] + row["c_family"]) switch
    {
        // Recipes say Adam for both. Megatron's, fairseq's and GPT-NeoX's keeps weight decay and gradient apart, as does GPT-3's.
        "adam" => row["optimizer"].StartsWith("Adam", StringComparison.Ordinal) && !row["optimizer"].StartsWith("AdamW", StringComparison.Ordinal)
            && !new[] { "Megatron", "fairseq", "EleutherAI", "2005.14165" }.Any(s => row["source"].Contains(s, StringComparison.Ordinal)) ? "Adam" : "AdamW",
        "sgd" or "nag" => "Sgd",
        "rmsprop" => "RmsProp",
        "lars" => "Lars",
        "lamb" => "Lamb",
        "adagrad" => "Adagrad",
        "adadelta" => "Adadelta",
        "adafactor" => "Adafactor",
        "muon" => "Muon",
        _ => null,
    };
}
