namespace LrGen.Generator.UpdateRules;

/// <summary>What Adam and its relatives share: the two running means and their corrections.</summary>
/// <param name="Beta1">The decay factor of the mean of gradients.</param>
/// <param name="Beta2">The decay factor of the mean of squares.</param>
/// <param name="Epsilon">What is added to the root.</param>
internal sealed record AdamMoments(Hyperparameter Beta1, Hyperparameter Beta2, Hyperparameter Epsilon)
{
    public const string First = "firstMoment";

    public const string Second = "secondMoment";

    private const string Largest = "largestSecondMoment";

    public static AdamMoments Read(HyperparameterReader hyperparameters, double beta2 = 0.999, double epsilon = 1e-8) => new(
        hyperparameters.Decay("Beta1", 0.9, Schedules.Quantity.Beta1),
        hyperparameters.Decay("Beta2", beta2, Schedules.Quantity.Beta2),
        hyperparameters.Epsilon(epsilon));

    /// <summary>m ← lerp(m, g, 1 − β₁).</summary>
    public void AddFirst(UpdateProgram program)
    {
        program.State(First);
        program.Constant("newShare", "1.0 - beta1");
        program.Elements.Add(First + " += newShare * (g - " + First + ");");
        program.Formula.Add("m ← β₁·m + (1 − β₁)·g");
    }

    /// <summary>v ← β₂·v + (1 − β₂)·g².</summary>
    public void AddSecond(UpdateProgram program)
    {
        program.State(Second);
        program.Constant("retained", Beta2.Name);
        program.Constant("added", "1.0 - beta2");
        program.Elements.Add(Second + " = (retained * " + Second + ") + (added * g * g);");
        program.Formula.Add("v ← β₂·v + (1 − β₂)·g²");
    }

    /// <summary>Adds 1 − β₁ᵗ and 1 − β₂ᵗ to what is worked out for a tensor.</summary>
    public static void AddCorrections(UpdateProgram program)
    {
        program.Prepare.Add("double correction1 = 1.0 - global::System.Math.Pow(beta1, count);");
        program.Prepare.Add("double correction2 = 1.0 - global::System.Math.Pow(beta2, count);");
    }

    /// <summary>p ← p − η ÷ (1 − β₁ᵗ) · m ÷ (√v ÷ √(1 − β₂ᵗ) + ε).</summary>
    public void AddStep(UpdateProgram program, bool isAmsGrad)
    {
        AddFirst(program);
        AddSecond(program);
        AddCorrections(program);
        program.Constant("step", "rate / correction1");
        program.Constant("rootScale", "1.0 / global::System.Math.Sqrt(correction2)");
        program.Constant("epsilon", "epsilon");
        string root = Second;
        if (isAmsGrad)
        {
            root = program.State(Largest);
            program.Elements.Add(Largest + " = " + Lane.Max(Largest, Second) + ";");
            program.Formula.Add("w ← max(w, v)");
        }

        program.Elements.Add("p -= step * " + First + " / ((" + Lane.Sqrt(root) + " * rootScale) + epsilon);");
        program.Formula.Add("p ← p − η ÷ (1 − β₁ᵗ) · m ÷ (√" + (isAmsGrad ? "w" : "v") + " ÷ √(1 − β₂ᵗ) + ε)");
    }
}
