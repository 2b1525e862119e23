using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>A running mean of the gradient, divided by the root of one of its square.</summary>
internal sealed class Adam : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adam;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters);
        var weightDecay = hyperparameters.WeightDecay(0);
        bool isAmsGrad = hyperparameters.Flag("AmsGrad");
        hyperparameters.ReadGradientHandling();
        var program = new UpdateProgram(Name, hyperparameters);
        program.AddDecayToGradient(weightDecay);
        moments.AddStep(program, isAmsGrad);
        return program;
    }
}
