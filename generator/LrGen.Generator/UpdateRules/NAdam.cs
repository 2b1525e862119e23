using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>Adam that looks one step ahead, with a momentum μ that approaches β₁.</summary>
internal sealed class NAdam : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.NAdam;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters);
        var momentumDecay = hyperparameters.NotNegative("MomentumDecay", 4e-3).Local;
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isDecoupled = hyperparameters.Flag("DecoupledWeightDecay");
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecay(weightDecay, isDecoupled);
        Named m = moments.AddFirst(program), v = moments.AddSecond(program);
        var product = program.Scalar("momentumProduct");
        var momentum = program.Prepare.Let("momentum", MomentumAt(Count));
        var next = program.Prepare.Let("nextMomentum", MomentumAt(Count + 1.0));
        // State starts at 0, a product at 1.
        program.Prepare.Set(product, Choose(Count, 1.0, product * momentum, momentum));
        var gradientStep = program.Constant("gradientStep", Rate * (1.0 - momentum) / (1.0 - product));
        var momentStep = program.Constant("momentStep", Rate * next / (1.0 - product * next));
        var squareScale = program.Constant("squareScale", 1.0 / (1.0 - Pow(moments.Beta2.Local, Count)));
        var epsilon = program.Constant("epsilon", moments.Epsilon.Local);
        var divisor = program.Elements.Let("divisor", Sqrt(v * squareScale) + epsilon);
        program.Elements.Subtract(Parameter, gradientStep * Gradient / divisor);
        program.Elements.Subtract(Parameter, momentStep * m / divisor);
        program.Formula.Add("p ← p − η·(1 − μₜ) ÷ (1 − Πμ) · g ÷ (√(v ÷ (1 − β₂ᵗ)) + ε) − η·μₜ₊₁ ÷ (1 − Πμ·μₜ₊₁) · m ÷ (√(v ÷ (1 − β₂ᵗ)) + ε)");
        return program;

        Arithmetic MomentumAt(Arithmetic count) => moments.Beta1.Local * (1.0 - 0.5 * Pow(0.96, count * momentumDecay));
    }
}
