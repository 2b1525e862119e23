namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>Writes a mistake that shows in a declaration as the person who made it would have declared it.</summary>
internal static class MistakeDeclaration
{
    /// <summary>Whether the mistake is one of a declaration; others are made where the schedule is used.</summary>
    public static bool IsDeclared(Row mistake) => mistake["c_steptype"].Length > 0 || mistake["c_peak"].Length > 0;

    public static string Source(IEnumerable<Row> mistakes) => "using LrGen;\n\n" + string.Join("\n", mistakes.Select((m, i) => Write(m, "Recipe" + i)));

    public static string Write(Row mistake, string name)
    {
        string target = mistake["c_kind"] == "plateau"
            ? $"partial struct {name};"
            : $$"""
                static partial class {{name}}
                {
                    {{Training(mistake)}}[{{Attributes(mistake)}}]
                    public static partial double Rate({{(mistake["c_steptype"].Length > 0 ? mistake["c_steptype"] : "long")}} step);
                }
                """;
        return mistake["c_kind"] == "plateau" ? Training(mistake) + "[" + Attributes(mistake) + "]\n" + target + "\n" : target + "\n";
    }

    /// <summary>The mistake in an optimizer.</summary>
    public static string WriteOptimizer(Row mistake, string name) =>
        Training(mistake, isOptimizer: true).TrimEnd() + "\n[" + OptimizerDeclaration.RuleOfMistake(mistake) + ", " + Attributes(mistake) + "]\n"
            + "sealed partial class " + name + ";\n";

    private static string Training(Row mistake, bool isOptimizer = false)
    {
        var facts = new List<string>();
        Add("Steps", "c_T");
        Add("BatchSize", "c_batch");
        Add("ReferenceBatchSize", "c_refbatch");
        if (!isOptimizer)
        {
            Add("Momentum", "c_mom");
            Add("GradientAccumulation", "c_accum");
        }

        if (mistake["c_family"].Length > 0 && !isOptimizer)
            facts.Insert(0, "Optimizer = OptimizerKind." + RecipeDeclaration.OptimizerOf(mistake["c_family"]));
        if (mistake["c_scope"].Length > 0)
            facts.Add("Scope = Scope." + RecipeDeclaration.ScopeOf(mistake["c_scope"]));
        if (mistake["c_bf16"].Length > 0)
            facts.Add("WeightType = WeightType.BFloat16");
        return facts.Count == 0 ? string.Empty : "[Training(" + string.Join(", ", facts) + ")]\n    ";

        // A training without a length that can be one has nothing to say about it.
        void Add(string property, string field)
        {
            if (mistake.Number(field) is > 0 and var value)
                facts.Add(property + " = " + Code(value));
        }
    }

    private static string Attributes(Row mistake)
    {
        string peak = Code(mistake.Number("c_peak") ?? 0.1), floor = mistake.Number("c_mn") is > 0 and var low ? ", Floor = " + Code(low) : string.Empty;
        string factor = mistake.Number("c_factor") is { } f ? Code(f) : "0.1";
        double? warmup = mistake.Number("c_w");
        // Horizons contain the warm-up; without one of its own the decay lasts for the training.
        double length = (mistake.Number("c_hor") ?? mistake.Number("c_T") ?? 1_000) - (warmup >= 1 ? warmup.Value : 0);
        string kind = mistake["c_kind"], steps = Code(length);
        string ramp = warmup is null ? string.Empty
            : $"Warmup({Code(warmup.Value)}{(mistake.Number("c_ws") is { } start ? ", FromRatio = " + Code(start) : string.Empty)}"
                + $"{(kind is "multistep" ? ", Join = Join.Multiply" : string.Empty)}{(mistake["c_unit"] == "step" ? ", Unit = Unit.Steps" : string.Empty)}), ";
        if (mistake.Number("c_junction") is { } ratio)
            return $"LinearDecay(0, to: {peak}, steps: {Code(warmup!.Value)}), CosineDecay({Code(mistake.Number("c_peak")!.Value * ratio)}, {steps}{floor})";
        return kind switch
        {
            "" or "constant" => ramp + $"Constant({peak})",
            "step" => ramp + $"StepDecay({peak}, {Code(mistake.Number("c_every") ?? 10)}, {factor}{floor})",
            "exp" => ramp + $"ExponentialDecay({peak}, {factor}, {Code(mistake.Number("c_every") ?? 1)}{floor})",
            "multistep" => ramp + $"MilestoneDecay({peak}, {factor}, {List(mistake.Numbers("c_ms"))})",
            "multistep_values" => $"PiecewiseConstant(new double[] {{ {List(mistake.Numbers("c_values"))} }}, new double[] {{ {List(mistake.Numbers("c_ms"))} }})",
            "cosine" => ramp + $"CosineDecay({peak}, {steps}{floor})",
            "poly" => ramp + $"PolynomialDecay({peak}, {steps}, {Code(mistake.Number("c_power") ?? 1)}{floor})",
            "linear" => ramp + $"LinearDecay({peak}, {Code(mistake.Number("c_mn") ?? 0)}, {steps})",
            "onecycle" => OneCycle(mistake, peak),
            "cyclic" => $"Cyclic({Code(mistake.Number("c_mn")!.Value)}, {peak}, 10)",
            "restarts" => ramp + $"CosineRestarts({peak}, {Code(mistake.Number("c_hor") ?? 10)}"
                + $"{(mistake.Number("c_tmult") is { } growth ? ", LengthFactor = " + Code(growth) : string.Empty)}"
                + $"{(mistake.Number("c_cyclegamma") is { } fall ? ", Amplitude = " + Code(fall) : string.Empty)}{floor})",
            "plateau" => $"ReduceOnPlateau({peak}, factor: {factor}{floor})",
            _ => throw new InvalidOperationException(mistake.Id + " has a shape that nobody knows: " + kind),
        };
    }

    /// <summary>A cycle has its rise inside, and with divisors of 1 none at all.</summary>
    private static string OneCycle(Row mistake, string peak)
    {
        double length = mistake.Number("c_hor") ?? mistake.Number("c_T") ?? 0;
        string rise = mistake.Number("c_w") is { } warmup ? ", RiseShare = " + Code(warmup / length) : string.Empty;
        string flat = mistake["c_flat"].Length > 0 || mistake.Number("c_mn") >= mistake.Number("c_peak") ? ", InitialDivisor = 1, FinalDivisor = 1" : string.Empty;
        return $"OneCycle({peak}, {Code(length)}{rise}{flat})";
    }

    private static string Code(double number) => RecipeDeclaration.Code(number);

    private static string List(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(Code));
}
