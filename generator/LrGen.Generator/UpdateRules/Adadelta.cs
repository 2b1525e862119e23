using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Steps as long as earlier ones, by the ratio of a gradient to earlier gradients.</summary>
internal sealed class Adadelta : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adadelta;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        hyperparameters.Decay("Rho", 0.9, Quantity.Beta2);
        hyperparameters.Epsilon(1e-6);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        string squares = program.State("squaredGradient"), steps = program.State("squaredStep");
        program.Constant("retained", "rho");
        program.Constant("added", "1.0 - rho");
        program.Constant("epsilon", "epsilon");
        program.Constant("step", "rate");
        program.Elements.Add(squares + " = (retained * " + squares + ") + (added * g * g);");
        program.Elements.Add("var change = " + Lane.Sqrt(steps + " + epsilon") + " / " + Lane.Sqrt(squares + " + epsilon") + " * g;");
        program.Elements.Add("p -= step * change;");
        program.Elements.Add(steps + " = (retained * " + steps + ") + (added * change * change);");
        program.Formula.Add("s ← ρ·s + (1 − ρ)·g²");
        program.Formula.Add("Δ ← √(a + ε) ÷ √(s + ε) · g");
        program.Formula.Add("p ← p − η·Δ");
        program.Formula.Add("a ← ρ·a + (1 − ρ)·Δ²");
        return program;
    }
}
