using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>The gradient, divided by the root of a running mean of its square.</summary>
internal sealed class RmsProp : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.RmsProp;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var alpha = hyperparameters.Decay("Alpha", 0.99, Quantity.Beta2).Local;
        var smallest = hyperparameters.Epsilon(1e-8);
        var momentum = hyperparameters.Decay("Momentum", 0, Quantity.Momentum);
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isCentered = hyperparameters.Flag("Centered");
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        var square = program.State("squaredGradient");
        Named retained = program.Constant("retained", alpha), added = program.Constant("added", 1.0 - alpha);
        var epsilon = program.Constant("epsilon", smallest.Local);
        var step = program.Constant("step", Rate);
        program.Elements.Set(square, retained * square + added * Gradient * Gradient);
        program.Formula.Add("s ← α·s + (1 − α)·g²");
        Arithmetic variance = square;
        if (isCentered)
        {
            var mean = program.State("meanGradient");
            program.Elements.Set(mean, retained * mean + added * Gradient);
            program.Formula.Add("ḡ ← α·ḡ + (1 − α)·g");
            // Where gradients stand still the difference is a rounding error, and a negative one has no root. NaN stays NaN in this order.
            variance = Max(program.Constant("zero", 0.0), square - mean * mean);
        }

        string root = isCentered ? "√(s − ḡ²)" : "√s";
        var divisor = program.Elements.Let("divisor", Sqrt(variance) + epsilon);
        if (momentum.IsZero)
        {
            program.Elements.Subtract(Parameter, step * Gradient / divisor);
            program.Formula.Add("p ← p − η·g ÷ (" + root + " + ε)");
            return program;
        }

        var buffer = program.State("momentumBuffer");
        program.Elements.Set(buffer, program.Constant("heldBack", momentum.Local) * buffer + Gradient / divisor);
        program.Elements.Subtract(Parameter, step * buffer);
        program.Formula.Add("b ← μ·b + g ÷ (" + root + " + ε)");
        program.Formula.Add("p ← p − η·b");
        return program;
    }
}
