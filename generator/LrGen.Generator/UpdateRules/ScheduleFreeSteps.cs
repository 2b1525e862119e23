using LrGen.Generator.Curves;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>What the schedule-free rules share: a point z that moves, and parameters y that follow its average.</summary>
/// <param name="Beta">How much of y is the average.</param>
/// <param name="WarmupSteps">The updates of the warm-up.</param>
/// <param name="StepPower">The power of the count in the weight of an update.</param>
/// <param name="RatePower">The power of the largest rate in it.</param>
internal sealed record ScheduleFreeSteps(Hyperparameter Beta, Hyperparameter WarmupSteps, Hyperparameter StepPower, Hyperparameter RatePower)
{
    /// <param name="hyperparameters">The hyperparameters.</param>
    /// <param name="beta">What β is called. It is no quantity to schedule: y would no longer follow from x and z.</param>
    public static ScheduleFreeSteps Read(HyperparameterReader hyperparameters, string beta) => new(
        hyperparameters.Between(beta, 0.9),
        hyperparameters.NotNegative("WarmupSteps", 0),
        hyperparameters.NotNegative("StepPower", 0),
        hyperparameters.NotNegative("RatePower", 2));

    /// <summary>Adds z and the weights; both come first in the state, as the layout of schedule-free rules has it.</summary>
    public ScheduleFreeState AddState(UpdateProgram program)
    {
        var point = program.State("point");
        program.Starts.Add(new StateStart(point, Fill: null));
        Named interpolation = program.Scalar("interpolation"), largestRate = program.Scalar("largestRate"), weights = program.Scalar("weights");
        program.Prepare.Set(interpolation, Beta.Local);
        var warmed = program.Prepare.Let("warmed", WarmupSteps.IsZero ? Rate : Rate * Min(1.0, Count / WarmupSteps.Local));
        program.Prepare.Set(largestRate, Max(largestRate, warmed));
        var ofRate = Pow(largestRate, RatePower.Local);
        var weight = program.Prepare.Let("weight", StepPower.IsZero ? ofRate : Pow(Count, StepPower.Local) * ofRate);
        program.Prepare.Add(weights, weight);
        var share = program.Prepare.Let("share", Choose(weights, 0.0, weight / weights, 0.0));
        if (!WarmupSteps.IsZero)
            program.Formula.Add("η ← η·min(1, t ÷ " + (WarmupSteps.Known is { } steps ? Numerics.NumberText.Friendly(steps) : "warm-up") + ")");
        program.Formula.Add("ω = " + (StepPower.IsZero ? string.Empty : "tʳ·")
            + "(largest η)^" + (RatePower.Known is { } power ? Numerics.NumberText.Friendly(power) : "q"));
        program.Formula.Add("c = ω ÷ Σω");
        return new ScheduleFreeState(point, share, warmed);
    }

    /// <summary>z ← z − η·d; x ← (1 − c)·x + c·z; y = β·x + (1 − β)·z, without keeping x.</summary>
    public void AddStep(UpdateProgram program, ScheduleFreeState state)
    {
        var share = program.Constant("share", state.Share);
        var along = program.Constant("along", state.Rate * (Beta.Local * (1.0 - state.Share) - 1.0));
        var step = program.Constant("step", state.Rate);
        program.Elements.Add(Parameter, share * (state.Point - Parameter));
        program.Elements.Add(Parameter, along * Gradient);
        program.Elements.Subtract(state.Point, step * Gradient);
        program.Formula.Add("z ← z − η·g");
        program.Formula.Add("x ← (1 − c)·x + c·z");
        program.Formula.Add("p = β·x + (1 − β)·z");
    }
}

/// <summary>What the step of a schedule-free rule works with.</summary>
/// <param name="Point">z.</param>
/// <param name="Share">c, the weight of this update among all.</param>
/// <param name="Rate">The rate after the warm-up of the rule.</param>
internal sealed record ScheduleFreeState(Named Point, Named Share, Named Rate);
