using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>SGDScheduleFree of the package schedule_free; its rate of 1 is usual.</summary>
public sealed class ScheduleFreeSgd<T>(params int[][] shapes) : ScheduleFreeRule<T>(shapes)
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Gets or sets β, between 0 and 1, which stands where other rules have a momentum.</summary>
    public double Momentum { get; set; } = 0.9;

    private protected override double Interpolation => Momentum;

    private protected override void Normalize(int tensor, T[] g)
    {
    }
}
