using LrGen.Generator.Schedules;

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
        hyperparameters.ReadGradientRules();
        if (isNesterov && momentum.IsZero)
            hyperparameters.Conflict("Nesterov", "Nesterov's momentum needs a momentum; add Momentum = 0.9");
        if (isNesterov && !dampening.IsZero)
            hyperparameters.Conflict("Dampening", "Nesterov's momentum has no dampening; leave it out");

        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        program.Constant("step", "rate");
        if (momentum.IsZero)
        {
            program.Elements.Add("p -= step * g;");
            program.Formula.Add("p ← p − η·g");
            return program;
        }

        string buffer = program.State("momentumBuffer");
        program.Constant("retained", momentum.Name);
        // The first gradient starts the sum undamped, as in PyTorch.
        program.Constant("added", "count == 1.0 ? 1.0 : 1.0 - dampening");
        program.Elements.Add(buffer + " = (retained * " + buffer + ") + (added * g);");
        program.Formula.Add("b ← μ·b + " + (dampening.IsZero ? "g" : "(1 − τ)·g"));
        program.Elements.Add(isNesterov ? "p -= step * (g + (retained * " + buffer + "));" : "p -= step * " + buffer + ";");
        program.Formula.Add(isNesterov ? "p ← p − η·(g + μ·b)" : "p ← p − η·b");
        return program;
    }
}
