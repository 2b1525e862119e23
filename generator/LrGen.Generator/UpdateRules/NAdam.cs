using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Adam that looks one step ahead, with a momentum μ that approaches β₁.</summary>
internal sealed class NAdam : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.NAdam;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters);
        hyperparameters.NotNegative("MomentumDecay", 4e-3);
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isDecoupled = hyperparameters.Flag("DecoupledWeightDecay");
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecay(weightDecay, isDecoupled);
        moments.AddFirst(program);
        moments.AddSecond(program);
        program.Scalars.Add("momentumProduct");
        program.Prepare.Add("double momentum = beta1 * (1.0 - (0.5 * global::System.Math.Pow(0.96, count * momentumDecay)));");
        program.Prepare.Add("double nextMomentum = beta1 * (1.0 - (0.5 * global::System.Math.Pow(0.96, (count + 1.0) * momentumDecay)));");
        // State starts at 0, a product at 1.
        program.Prepare.Add("momentumProduct = count == 1.0 ? momentum : momentumProduct * momentum;");
        program.Constant("gradientStep", "rate * (1.0 - momentum) / (1.0 - momentumProduct)");
        program.Constant("momentStep", "rate * nextMomentum / (1.0 - (momentumProduct * nextMomentum))");
        program.Constant("squareScale", "1.0 / (1.0 - global::System.Math.Pow(beta2, count))");
        program.Constant("epsilon", "epsilon");
        program.Elements.Add("var divisor = " + Lane.Sqrt(AdamMoments.Second + " * squareScale") + " + epsilon;");
        program.Elements.Add("p -= gradientStep * g / divisor;");
        program.Elements.Add("p -= momentStep * " + AdamMoments.First + " / divisor;");
        program.Formula.Add("p ← p − η·(1 − μₜ) ÷ (1 − Πμ) · g ÷ (√(v ÷ (1 − β₂ᵗ)) + ε) − η·μₜ₊₁ ÷ (1 − Πμ·μₜ₊₁) · m ÷ (√(v ÷ (1 − β₂ᵗ)) + ε)");
        return program;
    }
}
