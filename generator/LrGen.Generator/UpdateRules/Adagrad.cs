using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>The gradient, divided by the root of the sum of all its squares.</summary>
internal sealed class Adagrad : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adagrad;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var rateDecay = hyperparameters.NotNegative("RateDecay", 0);
        var initial = hyperparameters.NotNegative("InitialAccumulator", 0);
        hyperparameters.Epsilon(1e-10);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        string sum = program.State("sumOfSquares");
        program.Constant("step", rateDecay.IsZero ? "rate" : "rate / (1.0 + ((count - 1.0) * rateDecay))");
        program.Constant("epsilon", "epsilon");
        if (!initial.IsZero)
        {
            program.Start.Add("tensor.State(0).Fill(tensor.Constant(" + NumberText.Integer(program.Constants.Count) + "));");
            program.Constant("initial", initial.Name);
        }

        program.Elements.Add(sum + " += g * g;");
        program.Elements.Add("p -= step * g / (" + Lane.Sqrt(sum) + " + epsilon);");
        program.Formula.Add("s ← s + g²");
        program.Formula.Add("p ← p − η" + (rateDecay.IsZero ? string.Empty : " ÷ (1 + (t − 1)·δ)") + " · g ÷ (√s + ε)");
        return program;
    }
}
