using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Adam's step, as long as the tensor.</summary>
internal sealed class Lamb : UpdateRule
{
    private const string Direction = "direction";

    public override OptimizerKind Kind => OptimizerKind.Lamb;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters, epsilon: 1e-6);
        var weightDecay = hyperparameters.WeightDecay(0.01);
        bool averages = hyperparameters.Flag("GradientAveraging", true);
        var trust = TrustRatio.Read(hyperparameters, weightDecay);
        // timm divides by max(norm ÷ most, 1), with nothing added to the norm.
        hyperparameters.ReadGradientRules(clipNorm: 1, normMargin: 0);

        var program = new UpdateProgram(Name, hyperparameters);
        if (averages)
            moments.AddFirst(program);
        else
            moments.AddSum(program);
        moments.AddSecond(program);
        AdamMoments.AddCorrections(program);
        program.State(Direction, StateExtent.Scratch);
        program.Constant("unbiased", "1.0 / correction1");
        program.Constant("rootScale", "1.0 / " + TensorWriter.Root("correction2"));
        program.Constant("epsilon", "epsilon");
        program.Constant("rate", "rate");
        program.Elements.Add(Direction + " = unbiased * " + AdamMoments.First + " / ((" + Lane.Sqrt(AdamMoments.Second) + " * rootScale) + epsilon);");
        program.Formula.Add("u = m ÷ (1 − β₁ᵗ) ÷ (√v ÷ √(1 − β₂ᵗ) + ε)");
        if (!weightDecay.IsZero)
        {
            program.Elements.Add(Direction + " += " + program.Constant("decay", weightDecay.Name) + " * p;");
            program.Formula.Add("u ← u + λ·p");
        }

        program.Formula.Add(trust.IsUnused ? "p ← p − η·u" : "p ← p − η·" + (trust.IsClipped ? "min(‖p‖ ÷ ‖u‖, 1)" : "(‖p‖ ÷ ‖u‖)") + "·u");
        program.Whole = writer =>
        {
            writer.Pass(program.Elements, [AdamMoments.First, AdamMoments.Second, Direction]);
            writer.Line();
            trust.Write(writer, TensorWriter.SumOfSquares(writer.State(Direction)), "ofParameters / ofOther", "ratio");
            writer.Line("T scaled = " + TensorWriter.Rounded(writer.Number("rate") + " * ratio") + ";");
            writer.Pass(["p -= step * " + Direction + ";"], [Direction], ("step", "scaled"));
        };
        return program;
    }
}
