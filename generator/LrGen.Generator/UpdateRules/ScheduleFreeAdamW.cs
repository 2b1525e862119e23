using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
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
        hyperparameters.ReadGradientHandling();
        var program = new UpdateProgram(Name, hyperparameters);
        var state = steps.AddState(program);
        var v = moments.AddSecond(program);
        var unbiased = program.Constant("unbiased", 1.0 / (1.0 - Pow(moments.Beta2.Local, Count)));
        var epsilon = program.Constant("epsilon", moments.Epsilon.Local);
        program.Elements.Divide(Gradient, Sqrt(unbiased * v) + epsilon);
        program.Formula.Add("g ← g ÷ (√(v ÷ (1 − β₂ᵗ)) + ε)");
        program.AddDecayToGradient(weightDecay);
        steps.AddStep(program, state);
        return program;
    }
}
