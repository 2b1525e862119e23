using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>The sign of a mean of gradients, so that all parameters move by the rate.</summary>
internal sealed class Lion : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Lion;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        hyperparameters.Decay("Beta1", 0.9, Quantity.Beta1);
        hyperparameters.Decay("Beta2", 0.99, Quantity.Beta2);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.ShrinkParameter(weightDecay);
        string mean = program.State("firstMoment");
        program.Constant("heldBack", "beta1");
        program.Constant("shown", "1.0 - beta1");
        program.Constant("retained", "beta2");
        program.Constant("added", "1.0 - beta2");
        program.Constant("step", "rate");
        program.Elements.Add("p -= step * " + Lane.Sign("(heldBack * " + mean + ") + (shown * g)") + ";");
        program.Elements.Add(mean + " = (retained * " + mean + ") + (added * g);");
        program.Formula.Add("p ← p − η·sign(β₁·m + (1 − β₁)·g)");
        program.Formula.Add("m ← β₂·m + (1 − β₂)·g");
        return program;
    }
}
