using System;

namespace LrGen;

/// <summary>
/// The mirror image of a schedule between two bounds: <c>high</c> where the schedule is low, <c>low</c> where it has its peak, with the
/// same shape in between. One-cycle's momentum.
/// </summary>
/// <param name="schedule">
/// The name of the declaration, looked up as <see cref="UseAttribute"/> does. Left out on a struct that schedules a rate, too: that rate.
/// </param>
/// <param name="low">The value at the peak of the schedule, see below; 0 or above, below <paramref name="high"/>. Default 0.85.</param>
/// <param name="high">The value where the schedule is at its base rate, see below, or lower. Default 0.95.</param>
/// <remarks>
/// Each stretch of the schedule goes from the mirrored value of its first rate to that of its last, where a rate r is mirrored to
/// high − (high − low) · (r − base) ÷ (peak − base), at least <paramref name="low"/> and at most <paramref name="high"/>. Of
/// <see cref="CyclicAttribute"/> base and peak are its <c>low</c> and <c>high</c>, also where its cycles lose height, and of
/// <see cref="OneCycleAttribute"/> its first rate and its <c>peak</c>, as in PyTorch; <see cref="ScaleAttribute"/> and
/// <see cref="BatchScaleAttribute"/> scale them. Of any other schedule they are its first rate and its highest; one
/// that starts at its highest is mirrored between its last rate and its highest. So the third phase of one-cycle, below the first rate, stays
/// at <paramref name="high"/>, and a fall to almost nothing takes the momentum back to exactly <paramref name="high"/>, as in PyTorch.
/// The length, and what follows it, are those of the schedule, whose values have to be known at compile time.
/// Source: Smith, "A disciplined approach to neural network hyper-parameters", 2018; PyTorch <c>OneCycleLR</c> and <c>CyclicLR</c> with
/// <c>cycle_momentum</c>.
/// </remarks>
/// <example>
/// <code>
/// [OneCycle(0.1, steps: 1_000)]
/// public static partial double Rate(long step);
///
/// [Mirror(nameof(Rate), low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
/// public static partial double Momentum(long step);
/// </code>
/// </example>
public sealed class MirrorAttribute(string schedule = "", double low = 0.85, double high = 0.95) : ScheduleAttribute
{
    /// <summary>Gets the name of the declaration.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Gets the value at the peak of the schedule.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the value where the schedule is lowest.</summary>
    public double High { get; } = high;

    /// <summary>Gets or sets the type whose declaration is meant. Default: the type around this one, and then those around it.</summary>
    public Type? In { get; set; }
}
