namespace LrGen.Generator.UpdateRules;

/// <summary>What the schedule-free rules share: a point z that moves, and parameters y that follow its average.</summary>
/// <param name="Beta">How much of y is the average.</param>
/// <param name="WarmupSteps">The updates of the warm-up.</param>
/// <param name="StepPower">The power of the count in the weight of an update.</param>
/// <param name="RatePower">The power of the largest rate in it.</param>
internal sealed record ScheduleFreeSteps(Hyperparameter Beta, Hyperparameter WarmupSteps, Hyperparameter StepPower, Hyperparameter RatePower)
{
    private const string Point = "point";

    /// <param name="hyperparameters">The hyperparameters.</param>
    /// <param name="beta">What β is called. It is no quantity to schedule: y would no longer follow from x and z.</param>
    public static ScheduleFreeSteps Read(HyperparameterReader hyperparameters, string beta) => new(
        hyperparameters.Between(beta, 0.9),
        hyperparameters.NotNegative("WarmupSteps", 0),
        hyperparameters.NotNegative("StepPower", 0),
        hyperparameters.NotNegative("RatePower", 2));

    /// <summary>Adds z and the weights; both come first in the state, as the layout of schedule-free rules has it.</summary>
    public void AddState(UpdateProgram program)
    {
        program.State(Point);
        program.Start.Add("tensor.Parameters.CopyTo(tensor.State(0));");
        program.Scalars.AddRange(["interpolation", "largestRate", "weights"]);
        program.Prepare.Add("interpolation = " + Beta.Name + ";");
        program.Prepare.Add("double warmed = rate" + (WarmupSteps.IsZero ? string.Empty : " * global::System.Math.Min(1.0, count / warmupSteps)") + ";");
        program.Prepare.Add("largestRate = global::System.Math.Max(largestRate, warmed);");
        program.Prepare.Add("double weight = " + (StepPower.IsZero ? string.Empty : "global::System.Math.Pow(count, stepPower) * ")
            + "global::System.Math.Pow(largestRate, ratePower);");
        program.Prepare.Add("weights += weight;");
        program.Prepare.Add("double share = weights == 0.0 ? 0.0 : weight / weights;");
        if (!WarmupSteps.IsZero)
            program.Formula.Add("η ← η·min(1, t ÷ " + (WarmupSteps.Known is { } steps ? Numerics.NumberText.Friendly(steps) : "warm-up") + ")");
        program.Formula.Add("ω = " + (StepPower.IsZero ? string.Empty : "tʳ·")
            + "(largest η)^" + (RatePower.Known is { } power ? Numerics.NumberText.Friendly(power) : "q"));
        program.Formula.Add("c = ω ÷ Σω");
    }

    /// <summary>z ← z − η·d; x ← (1 − c)·x + c·z; y = β·x + (1 − β)·z, without keeping x.</summary>
    public void AddStep(UpdateProgram program)
    {
        program.Constant("share", "share");
        program.Constant("along", "warmed * ((" + Beta.Name + " * (1.0 - share)) - 1.0)");
        program.Constant("step", "warmed");
        program.Elements.Add("p += share * (" + Point + " - p);");
        program.Elements.Add("p += along * g;");
        program.Elements.Add(Point + " -= step * g;");
        program.Formula.Add("z ← z − η·g");
        program.Formula.Add("x ← (1 − c)·x + c·z");
        program.Formula.Add("p = β·x + (1 − β)·z");
    }
}
