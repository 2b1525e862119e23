using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Adam that divides by the root only where enough gradients have been seen, and then less.</summary>
internal sealed class RAdam : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.RAdam;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters);
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isDecoupled = hyperparameters.Flag("DecoupledWeightDecay");
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecay(weightDecay, isDecoupled);
        moments.AddFirst(program);
        moments.AddSecond(program);
        AdamMoments.AddCorrections(program);
        program.Prepare.Add("double longest = (2.0 / (1.0 - beta2)) - 1.0;");
        program.Prepare.Add("double seen = longest - (2.0 * count * global::System.Math.Pow(beta2, count) / correction2);");
        program.Prepare.Add("bool isRectified = seen > 5.0;");
        program.Prepare.Add("double rectification = isRectified");
        program.Prepare.Add(
            "    ? global::System.Math.Sqrt((seen - 4.0) * (seen - 2.0) * longest / ((longest - 4.0) * (longest - 2.0) * seen)) * global::System.Math.Sqrt(correction2)");
        program.Prepare.Add("    : 1.0;");
        program.Constant("step", "rate / correction1 * rectification");
        // One line for both cases: until then the divisor is 1.
        program.Constant("rootShare", "isRectified ? 1.0 : 0.0");
        program.Constant("offset", "isRectified ? epsilon : 1.0");
        program.Elements.Add("p -= step * " + AdamMoments.First + " / ((" + Lane.Sqrt(AdamMoments.Second) + " * rootShare) + offset);");
        program.Formula.Add("ρ ← ρ∞ − 2·t·β₂ᵗ ÷ (1 − β₂ᵗ) with ρ∞ = 2 ÷ (1 − β₂) − 1");
        program.Formula.Add("p ← p − η ÷ (1 − β₁ᵗ) · m, and where ρ > 5 · r·√(1 − β₂ᵗ) ÷ (√v + ε)");
        return program;
    }
}
