using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Adam that divides by the largest gradient, which decays, instead of the root of a mean.</summary>
internal sealed class Adamax : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adamax;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        moments.AddFirst(program);
        string largest = program.State("largestGradient");
        program.Constant("retained", moments.Beta2.Name);
        program.Constant("epsilon", "epsilon");
        program.Constant("step", "rate / (1.0 - global::System.Math.Pow(beta1, count))");
        program.Elements.Add(largest + " = " + Lane.Max("retained * " + largest, Lane.Abs("g") + " + epsilon") + ";");
        program.Elements.Add("p -= step * " + AdamMoments.First + " / " + largest + ";");
        program.Formula.Add("u ← max(β₂·u, |g| + ε)");
        program.Formula.Add("p ← p − η ÷ (1 − β₁ᵗ) · m ÷ u");
        return program;
    }
}
