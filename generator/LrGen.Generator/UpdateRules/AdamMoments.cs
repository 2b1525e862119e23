using LrGen.Generator.Curves;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>What Adam and its relatives share: the two running means and their corrections.</summary>
/// <param name="Beta1">The decay factor of the mean of gradients.</param>
/// <param name="Beta2">The decay factor of the mean of squares.</param>
/// <param name="Epsilon">What is added to the root.</param>
internal sealed record AdamMoments(Hyperparameter Beta1, Hyperparameter Beta2, Hyperparameter Epsilon)
{
    public static AdamMoments Read(HyperparameterReader hyperparameters, double beta2 = 0.999, double epsilon = 1e-8) => new(
        hyperparameters.Decay("Beta1", 0.9, Schedules.Quantity.Beta1),
        hyperparameters.Decay("Beta2", beta2, Schedules.Quantity.Beta2),
        hyperparameters.Epsilon(epsilon));

    /// <summary>m ← β₁·m + g.</summary>
    public Named AddSum(UpdateProgram program)
    {
        var m = program.State("firstMoment");
        program.Elements.Set(m, program.Constant("retainedSum", Beta1.Local) * m + Gradient);
        program.Formula.Add("m ← β₁·m + g");
        return m;
    }

    /// <summary>m ← lerp(m, g, 1 − β₁).</summary>
    public Named AddFirst(UpdateProgram program)
    {
        var m = program.State("firstMoment");
        program.Elements.Add(m, program.Constant("newShare", 1.0 - Beta1.Local) * (Gradient - m));
        program.Formula.Add("m ← β₁·m + (1 − β₁)·g");
        return m;
    }

    /// <summary>v ← β₂·v + (1 − β₂)·g².</summary>
    public Named AddSecond(UpdateProgram program)
    {
        var v = program.State("secondMoment");
        Arithmetic retained = program.Constant("retained", Beta2.Local), added = program.Constant("added", 1.0 - Beta2.Local);
        program.Elements.Set(v, retained * v + added * Gradient * Gradient);
        program.Formula.Add("v ← β₂·v + (1 − β₂)·g²");
        return v;
    }

    /// <summary>Adds 1 − β₁ᵗ and 1 − β₂ᵗ to what is worked out for a tensor.</summary>
    public (Named First, Named Second) AddCorrections(UpdateProgram program) => (
        program.Prepare.Let("correction1", 1.0 - Pow(Beta1.Local, Count)),
        program.Prepare.Let("correction2", 1.0 - Pow(Beta2.Local, Count)));

    /// <summary>p ← p − η ÷ (1 − β₁ᵗ) · m ÷ (√v ÷ √(1 − β₂ᵗ) + ε).</summary>
    public void AddStep(UpdateProgram program, bool isAmsGrad)
    {
        Named m = AddFirst(program), v = AddSecond(program);
        var (correction1, correction2) = AddCorrections(program);
        Named step = program.Constant("step", Rate / correction1), rootScale = program.Constant("rootScale", 1.0 / Sqrt(correction2));
        var epsilon = program.Constant("epsilon", Epsilon.Local);
        if (isAmsGrad)
        {
            var largest = program.State("largestSecondMoment");
            program.Elements.Set(largest, Max(largest, v));
            program.Formula.Add("w ← max(w, v)");
            v = largest;
        }

        program.Elements.Subtract(Parameter, step * m / (Sqrt(v) * rootScale + epsilon));
        program.Formula.Add("p ← p − η ÷ (1 − β₁ᵗ) · m ÷ (√" + (isAmsGrad ? "w" : "v") + " ÷ √(1 − β₂ᵗ) + ε)");
    }
}
