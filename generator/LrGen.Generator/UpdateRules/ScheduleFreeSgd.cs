using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Gradient descent whose parameters are averaged.</summary>
internal sealed class ScheduleFreeSgd : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.ScheduleFree;

    public override bool IsScheduleFree => true;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var steps = ScheduleFreeSteps.Read(hyperparameters, "Beta");
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientHandling();
        var program = new UpdateProgram(Name, hyperparameters);
        var state = steps.AddState(program);
        program.AddDecayToGradient(weightDecay);
        steps.AddStep(program, state);
        return program;
    }
}
