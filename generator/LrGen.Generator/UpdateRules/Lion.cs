using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>The sign of a mean of gradients, so that all parameters move by the rate.</summary>
internal sealed class Lion : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Lion;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var beta1 = hyperparameters.Decay("Beta1", 0.9, Quantity.Beta1).Local;
        var beta2 = hyperparameters.Decay("Beta2", 0.99, Quantity.Beta2).Local;
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        program.ShrinkParameter(weightDecay);
        var mean = program.State("firstMoment");
        Named heldBack = program.Constant("heldBack", beta1), shown = program.Constant("shown", 1.0 - beta1);
        Named retained = program.Constant("retained", beta2), added = program.Constant("added", 1.0 - beta2);
        program.Elements.Subtract(Parameter, program.Constant("step", Rate) * Sign(heldBack * mean + shown * Gradient));
        program.Elements.Set(mean, retained * mean + added * Gradient);
        program.Formula.Add("p ← p − η·sign(β₁·m + (1 − β₁)·g)");
        program.Formula.Add("m ← β₂·m + (1 − β₂)·g");
        return program;
    }
}
