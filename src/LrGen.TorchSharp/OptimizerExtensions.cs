using static TorchSharp.torch.optim;

namespace LrGen;

/// <summary>Lets TorchSharp's optimizers follow schedules.</summary>
public static class OptimizerExtensions
{
    /// <summary>Has an optimizer follow a schedule: its groups get the rate of the first update at once, and the next one with each <c>Advance</c>.</summary>
    /// <typeparam name="TSchedule">The generated schedule struct.</typeparam>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="schedule">The schedule: one whose values are given at run time; the default value for one that has all of them in attributes.</param>
    /// <param name="step">The index of the update about to run: 0 for a new training, the saved step for a resumed one.</param>
    /// <returns>What moves the optimizer along the schedule.</returns>
    /// <exception cref="System.ArgumentNullException">The optimizer is null.</exception>
    /// <exception cref="System.ArgumentException">The optimizer has no parameter groups.</exception>
    /// <exception cref="System.InvalidOperationException">The schedule has a quantity, such as a momentum, that the optimizer lacks.</exception>
    /// <example>
    /// <code>
    /// [Warmup(500), CosineDecay(1e-3, steps: 10_000)]
    /// readonly partial struct CnnRate;
    ///
    /// var optimizer = torch.optim.Adam(model.parameters());
    /// var rate = optimizer.Follow&lt;CnnRate&gt;();
    /// foreach (var batch in batches)
    /// {
    ///     optimizer.zero_grad();
    ///     loss(model.call(batch.Images), batch.Labels).backward();
    ///     optimizer.step();
    ///     rate.Advance();
    /// }
    /// </code>
    /// </example>
    public static Follower<TSchedule> Follow<TSchedule>(this Optimizer optimizer, TSchedule schedule = default, long step = 0)
        where TSchedule : struct, ISchedule => new(optimizer, schedule, step);

    /// <summary>Has an optimizer follow a rate that metrics drive, such as one with <c>[ReduceOnPlateau]</c>.</summary>
    /// <typeparam name="TSchedule">The generated struct.</typeparam>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="schedule">The state to start from: default for a new training, the saved state for a resumed one.</param>
    /// <returns>What takes the metrics.</returns>
    /// <exception cref="System.ArgumentNullException">The optimizer is null.</exception>
    /// <exception cref="System.ArgumentException">The optimizer has no parameter groups.</exception>
    /// <example>
    /// <code>
    /// [ReduceOnPlateau(0.1, factor: 0.5, patience: 3)]
    /// partial struct Plateau;
    ///
    /// var rate = optimizer.FollowMetric&lt;Plateau&gt;();
    /// … rate.Report(validationLoss);
    /// </code>
    /// </example>
    public static MetricFollower<TSchedule> FollowMetric<TSchedule>(this Optimizer optimizer, TSchedule schedule = default)
        where TSchedule : struct, IMetricSchedule => new(optimizer, schedule);
}
