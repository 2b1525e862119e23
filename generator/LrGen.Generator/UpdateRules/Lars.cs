using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Gradient descent along gradients that are scaled to the length of the tensor.</summary>
internal sealed class Lars : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Lars;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var momentum = hyperparameters.Decay("Momentum", 0, Quantity.Momentum);
        var dampening = hyperparameters.Decay("Dampening", 0);
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isNesterov = hyperparameters.Flag("Nesterov");
        var coefficient = hyperparameters.Positive("TrustCoefficient", 0.001);
        var epsilon = hyperparameters.NotNegative("Epsilon", 1e-8);
        var trust = TrustRatio.Read(hyperparameters, weightDecay);
        hyperparameters.ReadGradientRules();
        Sgd.CheckNesterov(hyperparameters, isNesterov, momentum, dampening);

        var program = new UpdateProgram(Name, hyperparameters);
        if (!trust.IsUnused)
        {
            program.Constant("rate", "rate");
            program.Constant("coefficient", coefficient.Name);
            program.Constant("epsilon", epsilon.Name);
            program.Constant("decay", weightDecay.Name);
            program.Formula.Add("r = c·‖p‖ ÷ (‖g‖ + λ·‖p‖ + ε)" + (trust.IsClipped ? "; r ← min(r ÷ η, 1)" : string.Empty));
        }

        if (!weightDecay.IsZero)
            program.Elements.Add("g += decay * p;");
        if (!trust.IsUnused)
        {
            program.Elements.Add("g *= trust;");
            program.Formula.Add(weightDecay.IsZero ? "g ← r·g" : "g ← r·(g + λ·p)");
        }

        Sgd.AddStep(program, momentum, dampening, isNesterov);
        if (trust.IsUnused)
            return program;
        program.Whole = writer =>
        {
            trust.Write(
                writer, "tensor.SquaredGradientNorm()",
                writer.Number("coefficient")
                + " * ofParameters / (ofOther + (ofParameters * " + writer.Number("decay") + ") + " + writer.Number("epsilon") + ")",
                "ratio / " + writer.Number("rate"));
            writer.Pass(program.Elements, [.. program.States.Select(s => s.Name)], ("trust", TensorWriter.Rounded("ratio")));
        };
        return program;
    }
}
