using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Adam whose weight decay multiplies the parameters instead of going through the gradient.</summary>
internal sealed class AdamW : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.AdamW;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var moments = AdamMoments.Read(hyperparameters);
        var weightDecay = hyperparameters.WeightDecay(1e-2);
        bool isAmsGrad = hyperparameters.Flag("AmsGrad");
        hyperparameters.ReadGradientHandling();
        var program = new UpdateProgram(Name, hyperparameters);
        program.ShrinkParameter(weightDecay);
        moments.AddStep(program, isAmsGrad);
        return program;
    }
}
