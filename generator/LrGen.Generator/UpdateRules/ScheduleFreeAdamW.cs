using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>AdamW without its mean of gradients, whose parameters are averaged.</summary>
internal sealed class ScheduleFreeAdamW : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.ScheduleFree;

    public override bool IsScheduleFree => true;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var steps = ScheduleFreeSteps.Read(hyperparameters, "Beta1");
        var moments = new AdamMoments(
            steps.Beta, hyperparameters.Decay("Beta2", 0.999, Quantity.Beta2), hyperparameters.NotNegative("Epsilon", 1e-8));
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientRules();
        var program = new UpdateProgram(Name, hyperparameters);
        steps.AddState(program);
        moments.AddSecond(program);
        program.Constant("unbiased", "1.0 / (1.0 - global::System.Math.Pow(beta2, count))");
        program.Constant("epsilon", moments.Epsilon.Name);
        program.Elements.Add("g /= " + Lane.Sqrt("unbiased * " + AdamMoments.Second) + " + epsilon;");
        program.Formula.Add("g ← g ÷ (√(v ÷ (1 − β₂ᵗ)) + ε)");
        program.AddDecayToGradient(weightDecay);
        steps.AddStep(program);
        return program;
    }
}
