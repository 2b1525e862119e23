using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>Adam that divides by the largest gradient, which decays, instead of the root of a mean.</summary>
internal sealed class Adamax : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adamax;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        var m = moments.AddFirst(program);
        var largest = program.State("largestGradient");
        Named retained = program.Constant("retained", moments.Beta2.Local), epsilon = program.Constant("epsilon", moments.Epsilon.Local);
        var step = program.Constant("step", Rate / (1.0 - Pow(moments.Beta1.Local, Count)));
        program.Elements.Set(largest, Max(retained * largest, Abs(Gradient) + epsilon));
        program.Elements.Subtract(Parameter, step * m / largest);
        program.Formula.Add("u ← max(β₂·u, |g| + ε)");
        program.Formula.Add("p ← p − η ÷ (1 − β₁ᵗ) · m ÷ u");
        return program;
    }
}
