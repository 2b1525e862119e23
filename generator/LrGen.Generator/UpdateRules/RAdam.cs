using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
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
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecay(weightDecay, isDecoupled);
        Named m = moments.AddFirst(program), v = moments.AddSecond(program);
        var (correction1, correction2) = moments.AddCorrections(program);
        var beta2 = moments.Beta2.Local;
        var longest = program.Prepare.Let("longest", 2.0 / (1.0 - beta2) - 1.0);
        var seen = program.Prepare.Let("seen", longest - 2.0 * Count * Pow(beta2, Count) / correction2);
        var rectification = program.Prepare.Let("rectification", IfRectified(
            Sqrt((seen - 4.0) * (seen - 2.0) * longest / ((longest - 4.0) * (longest - 2.0) * seen)) * Sqrt(correction2), 1.0));
        var step = program.Constant("step", Rate / correction1 * rectification);
        // One line for both cases: until then the divisor is 1.
        var rootShare = program.Constant("rootShare", IfRectified(1.0, 0.0));
        var offset = program.Constant("offset", IfRectified(moments.Epsilon.Local, 1.0));
        program.Elements.Subtract(Parameter, step * m / (Sqrt(v) * rootShare + offset));
        program.Formula.Add("ρ ← ρ∞ − 2·t·β₂ᵗ ÷ (1 − β₂ᵗ) with ρ∞ = 2 ÷ (1 − β₂) − 1");
        program.Formula.Add("p ← p − η ÷ (1 − β₁ᵗ) · m, and where ρ > 5 · r·√(1 − β₂ᵗ) ÷ (√v + ε)");
        return program;

        Arithmetic IfRectified(Arithmetic then, Arithmetic otherwise) => Choose(seen, 5.0, then, otherwise);
    }
}
