namespace LrGen;

/// <summary>Something that metrics drive: implemented by the generator on a <c>partial struct</c> with a metric attribute.</summary>
public interface IMetricDriven
{
    /// <summary>Takes the metric of one validation, and lowers or raises the rate where that is due.</summary>
    /// <param name="metric">The metric. NaN and the infinities count as bad and are never kept; the result says so.</param>
    /// <returns>What the metric was, and what it did.</returns>
    MetricReport Report(double metric);
}

/// <summary>
/// A rate that metrics drive: implemented by the generator on a <c>partial struct</c> that carries a metric attribute and no schedule.
/// </summary>
/// <remarks>
/// The struct is the whole state: save it with any serializer that writes public properties, and the copy goes on exactly where the
/// original was. It changes with <see cref="IMetricDriven.Report"/>: keep it in a field or a local that is not <c>readonly</c>, and
/// take it by <c>ref</c>. A variable of type <see cref="IMetricSchedule"/> boxes the struct.
/// </remarks>
/// <example>
/// <code>
/// [ReduceOnPlateau(0.1, factor: 0.5, patience: 3)]
/// partial struct Plateau;
///
/// static void Train&lt;TSchedule&gt;(ref TSchedule schedule) where TSchedule : struct, IMetricSchedule { … schedule.Report(loss) … }
/// </code>
/// </example>
public interface IMetricSchedule : IMetricDriven
{
    /// <summary>Gets the rate of the updates until the next report.</summary>
    double Rate { get; }
}
