using LrGen.Generator.Curves;

namespace LrGen.Generator.Schedules;

/// <summary>rate · batch / reference, or its square root.</summary>
internal sealed class BatchScale : ScheduleModifier
{
    private enum BatchRule
    {
        Linear,
        SquareRoot,
    }

    public override int Order => 2;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        var batch = arguments.IsGiven("batch") ? arguments.Size("batch") : arguments.Training.UpdateSize ?? arguments.Size("batch");
        var factor = batch / arguments.Size("reference");
        if (arguments.Option<BatchRule>("Rule") == BatchRule.SquareRoot)
            factor = Scalar.Sqrt(factor);
        return timeline.Scale(factor);
    }
}
