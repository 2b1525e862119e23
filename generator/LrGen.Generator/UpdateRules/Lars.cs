using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateProgram;
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
        hyperparameters.ReadGradientHandling();
        Sgd.CheckNesterov(hyperparameters, isNesterov, momentum, dampening);

        var program = new UpdateProgram(Name, hyperparameters);
        if (trust.IsUnused)
        {
            Sgd.AddStep(program, momentum, dampening, isNesterov);
            return program;
        }

        Named rate = program.Constant("rate", Rate), scale = program.Constant("coefficient", coefficient.Local);
        Named smallest = program.Constant("epsilon", epsilon.Local), decay = program.Constant("decay", weightDecay.Local);
        program.Formula.Add("r = c·‖p‖ ÷ (‖g‖ + λ·‖p‖ + ε)" + (trust.IsClipped ? "; r ← min(r ÷ η, 1)" : string.Empty));
        if (!weightDecay.IsZero)
            program.Elements.Add(Gradient, decay * Parameter);
        var ratio = new PassValue("trust", TensorWriter.Rounded("ratio"));
        program.Elements.Multiply(Gradient, ratio.Local);
        program.Formula.Add(weightDecay.IsZero ? "g ← r·g" : "g ← r·(g + λ·p)");
        Sgd.AddStep(program, momentum, dampening, isNesterov);
        program.Whole = writer =>
        {
            trust.Write(
                writer, decay, "tensor.SquaredGradientNorm()",
                writer.Number(scale) + " * ofParameters / (ofOther + (ofParameters * " + writer.Number(decay) + ") + " + writer.Number(smallest) + ")",
                "ratio / " + writer.Number(rate));
            writer.Pass(program.Elements, [.. program.States.Select(s => s.Local)], ratio);
        };
        return program;
    }
}
