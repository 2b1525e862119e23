using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>p ← p − η·g, or along a running sum of gradients.</summary>
internal sealed class Sgd : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Sgd;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var momentum = hyperparameters.Decay("Momentum", 0, Quantity.Momentum);
        var dampening = hyperparameters.Decay("Dampening", 0, Quantity.Dampening);
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isNesterov = hyperparameters.Flag("Nesterov");
        hyperparameters.ReadGradientHandling();
        CheckNesterov(hyperparameters, isNesterov, momentum, dampening);

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        AddStep(program, momentum, dampening, isNesterov);
        return program;
    }

    public static void CheckNesterov(HyperparameterReader hyperparameters, bool isNesterov, Hyperparameter momentum, Hyperparameter dampening)
    {
        if (isNesterov && momentum.IsZero)
            hyperparameters.Conflict("Nesterov", "Nesterov's momentum needs a momentum; add Momentum = 0.9");
        if (isNesterov && !dampening.IsZero)
            hyperparameters.Conflict("Dampening", "Nesterov's momentum has no dampening; leave it out");
    }

    /// <summary>p ← p − η·g, or the same along b ← μ·b + (1 − τ)·g.</summary>
    public static void AddStep(UpdateProgram program, Hyperparameter momentum, Hyperparameter dampening, bool isNesterov)
    {
        var step = program.Constant("step", Rate);
        if (momentum.IsZero)
        {
            program.Elements.Subtract(Parameter, step * Gradient);
            program.Formula.Add("p ← p − η·g");
            return;
        }

        var buffer = program.State("momentumBuffer");
        var retained = program.Constant("retained", momentum.Local);
        // The first gradient starts the sum undamped, as in PyTorch.
        var added = program.Constant("added", Choose(Count, 1.0, 1.0 - dampening.Local, 1.0));
        program.Elements.Set(buffer, retained * buffer + added * Gradient);
        program.Formula.Add("b ← μ·b + " + (dampening.IsZero ? "g" : "(1 − τ)·g"));
        program.Elements.Subtract(Parameter, step * (isNesterov ? Gradient + retained * buffer : buffer));
        program.Formula.Add(isNesterov ? "p ← p − η·(g + μ·b)" : "p ← p − η·b");
    }
}
