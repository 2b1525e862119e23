using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>The gradient, divided by the root of the sum of all its squares.</summary>
internal sealed class Adagrad : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adagrad;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var rateDecay = hyperparameters.NotNegative("RateDecay", 0);
        var initial = hyperparameters.NotNegative("InitialAccumulator", 0);
        var smallest = hyperparameters.Epsilon(1e-10);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        var sum = program.State("sumOfSquares");
        var step = program.Constant("step", rateDecay.IsZero ? Rate : Rate / (1.0 + (Count - 1.0) * rateDecay.Local));
        var epsilon = program.Constant("epsilon", smallest.Local);
        if (!initial.IsZero)
            program.Starts.Add(new StateStart(sum, program.Constant("initial", initial.Local)));
        program.Elements.Add(sum, Gradient * Gradient);
        program.Elements.Subtract(Parameter, step * Gradient / (Sqrt(sum) + epsilon));
        program.Formula.Add("s ← s + g²");
        program.Formula.Add("p ← p − η" + (rateDecay.IsZero ? string.Empty : " ÷ (1 + (t − 1)·δ)") + " · g ÷ (√s + ε)");
        return program;
    }
}
