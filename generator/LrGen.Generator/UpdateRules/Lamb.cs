using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>Adam's step, as long as the tensor.</summary>
internal sealed class Lamb : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Lamb;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters, epsilon: 1e-6);
        var weightDecay = hyperparameters.WeightDecay(0.01);
        bool averages = hyperparameters.Flag("GradientAveraging", true);
        var trust = TrustRatio.Read(hyperparameters, weightDecay);
        // timm divides by max(norm ÷ most, 1), with nothing added to the norm.
        hyperparameters.ReadGradientHandling(clipNorm: 1, normMargin: 0);

        var program = new UpdateProgram(Name, hyperparameters);
        Named m = averages ? moments.AddFirst(program) : moments.AddSum(program), v = moments.AddSecond(program);
        var (correction1, correction2) = moments.AddCorrections(program);
        var direction = program.State("direction", StateExtent.Scratch);
        Named unbiased = program.Constant("unbiased", 1.0 / correction1), rootScale = program.Constant("rootScale", 1.0 / Sqrt(correction2));
        Named epsilon = program.Constant("epsilon", moments.Epsilon.Local), rate = program.Constant("rate", Rate);
        program.Elements.Set(direction, unbiased * m / (Sqrt(v) * rootScale + epsilon));
        program.Formula.Add("u = m ÷ (1 − β₁ᵗ) ÷ (√v ÷ √(1 − β₂ᵗ) + ε)");
        var decay = weightDecay.IsZero ? null : program.Constant("decay", weightDecay.Local);
        if (decay is not null)
        {
            program.Elements.Add(direction, decay * Parameter);
            program.Formula.Add("u ← u + λ·p");
        }

        program.Formula.Add(trust.IsUnused ? "p ← p − η·u" : "p ← p − η·" + (trust.IsClipped ? "min(‖p‖ ÷ ‖u‖, 1)" : "(‖p‖ ÷ ‖u‖)") + "·u");
        program.Whole = writer =>
        {
            writer.Pass(program.Elements, [m, v, direction]);
            writer.Line();
            trust.Write(writer, decay, TensorWriter.SumOfSquares(writer.State(direction)), "ofParameters / ofOther", "ratio");
            writer.Line("T scaled = " + TensorWriter.Rounded(writer.Number(rate) + " * ratio") + ";");
            var step = new PassValue("step", "scaled");
            writer.Pass(new UpdateSteps().Subtract(Parameter, step.Local * direction), [direction], step);
        };
        return program;
    }
}
