namespace LrGen;

/// <summary>
/// A decay at chosen steps: rate(t) = <c>rate</c> · <c>factor</c>^(number of milestones at or before t).
/// </summary>
/// <param name="rate">The learning rate at step 0; above 0 and finite.</param>
/// <param name="factor">What each milestone multiplies the rate by; above 0. Above 1 the rate grows (LRG030).</param>
/// <param name="milestones">The steps of the decays; above 0, in order. One that is given twice counts twice, as in PyTorch.</param>
/// <remarks>
/// Before step 0 the rate is <paramref name="rate"/>; after the last milestone it stays. With <see cref="Steps"/> the schedule ends, so
/// that another phase can follow. A rate below the smallest normal <see cref="double"/>, 2.2e-308, is 0.
/// Source: PyTorch <c>MultiStepLR</c>, Composer <c>MultiStepScheduler</c>. MXNet decays one step later, timm one epoch earlier.
/// </remarks>
/// <example>
/// <code>
/// [MilestoneDecay(0.1, factor: 0.1, 30, 60, 80)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class MilestoneDecayAttribute(double rate = double.NaN, double factor = double.NaN, params double[] milestones) : ScheduleAttribute
{
    /// <summary>Gets the learning rate at step 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Gets what each milestone multiplies the rate by.</summary>
    public double Factor { get; } = factor;

    /// <summary>Gets the steps of the decays.</summary>
    public double[] Milestones { get; } = milestones;

    /// <summary>Gets or sets the lowest rate; 0 or above, at most <see cref="Rate"/>. Default 0.</summary>
    public double Floor { get; set; }

    /// <summary>Gets or sets the lowest rate as a share of <see cref="Rate"/>, from 0 to 1; instead of <see cref="Floor"/>.</summary>
    public double FloorRatio { get; set; }

    /// <summary>Gets or sets the length of the schedule, in steps; above 0. Without it the schedule never ends.</summary>
    public double Steps { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what happens after <see cref="Steps"/>. Default <see cref="AfterEnd.Hold"/>.</summary>
    public AfterEnd AfterEnd { get; set; }
}
