using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>Steps as long as earlier ones, by the ratio of a gradient to earlier gradients.</summary>
internal sealed class Adadelta : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adadelta;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var rho = hyperparameters.Decay("Rho", 0.9, Quantity.Beta2).Local;
        var smallest = hyperparameters.Epsilon(1e-6);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        Named squares = program.State("squaredGradient"), steps = program.State("squaredStep");
        Named retained = program.Constant("retained", rho), added = program.Constant("added", 1.0 - rho);
        var epsilon = program.Constant("epsilon", smallest.Local);
        var step = program.Constant("step", Rate);
        program.Elements.Set(squares, retained * squares + added * Gradient * Gradient);
        var change = program.Elements.Let("change", Sqrt(steps + epsilon) / Sqrt(squares + epsilon) * Gradient);
        program.Elements.Subtract(Parameter, step * change);
        program.Elements.Set(steps, retained * steps + added * change * change);
        program.Formula.Add("s ← ρ·s + (1 − ρ)·g²");
        program.Formula.Add("Δ ← √(a + ε) ÷ √(s + ε) · g");
        program.Formula.Add("p ← p − η·Δ");
        program.Formula.Add("a ← ρ·a + (1 − ρ)·Δ²");
        return program;
    }
}
