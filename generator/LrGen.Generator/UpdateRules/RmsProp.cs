using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>The gradient, divided by the root of a running mean of its square.</summary>
internal sealed class RmsProp : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.RmsProp;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        hyperparameters.Decay("Alpha", 0.99, Quantity.Beta2);
        hyperparameters.Epsilon(1e-8);
        var momentum = hyperparameters.Decay("Momentum", 0, Quantity.Momentum);
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isCentered = hyperparameters.Flag("Centered");
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        string square = program.State("squaredGradient");
        program.Constant("retained", "alpha");
        program.Constant("added", "1.0 - alpha");
        program.Constant("epsilon", "epsilon");
        program.Constant("step", "rate");
        program.Elements.Add(square + " = (retained * " + square + ") + (added * g * g);");
        program.Formula.Add("s ← α·s + (1 − α)·g²");
        string variance = square;
        if (isCentered)
        {
            string mean = program.State("meanGradient");
            program.Elements.Add(mean + " = (retained * " + mean + ") + (added * g);");
            program.Formula.Add("ḡ ← α·ḡ + (1 − α)·g");
            // Where gradients stand still the difference is a rounding error, and a negative one has no root. NaN stays NaN in this order.
            variance = Lane.Max(program.Constant("zero", "0.0"), square + " - (" + mean + " * " + mean + ")");
        }

        string root = isCentered ? "√(s − ḡ²)" : "√s";
        program.Elements.Add("var divisor = " + Lane.Sqrt(variance) + " + epsilon;");
        if (momentum.IsZero)
        {
            program.Elements.Add("p -= step * g / divisor;");
            program.Formula.Add("p ← p − η·g ÷ (" + root + " + ε)");
            return program;
        }

        string buffer = program.State("momentumBuffer");
        program.Constant("heldBack", momentum.Name);
        program.Elements.Add(buffer + " = (heldBack * " + buffer + ") + (g / divisor);");
        program.Elements.Add("p -= step * " + buffer + ";");
        program.Formula.Add("b ← μ·b + g ÷ (" + root + " + ε)");
        program.Formula.Add("p ← p − η·b");
        return program;
    }
}
