namespace LrGen;

/// <summary>Which metrics are better.</summary>
public enum MetricMode
{
    /// <summary>Lower ones: a loss, an error.</summary>
    Min,

    /// <summary>Higher ones: an accuracy.</summary>
    Max,
}

/// <summary>What the threshold of an improvement is measured in.</summary>
public enum ThresholdMode
{
    /// <summary>
    /// A share of the best metric: with <see cref="MetricMode.Min"/> a metric is better below best − threshold · |best|. For a best
    /// metric of 0 or above that is PyTorch's best · (1 − threshold). Below 0 PyTorch's formula asks for less than no improvement, and
    /// a metric that stands still counts as better for ever; here it does not.
    /// </summary>
    Relative,

    /// <summary>The metric itself: with <see cref="MetricMode.Min"/> a metric is better below best − threshold.</summary>
    Absolute,
}

/// <summary>How many bad reports in a row it takes.</summary>
public enum PatienceRule
{
    /// <summary>More than the patience: a patience of 2 forgives two bad reports. PyTorch, TorchSharp, Paddle, timm, mmengine.</summary>
    Exceeded,

    /// <summary>As many as the patience, at least one. Keras.</summary>
    Reached,

    /// <summary>
    /// Exactly as many as the patience, which has to be 1 or above. Optax. The same as <see cref="Reached"/>, unless a saved state is
    /// resumed with a lower patience than the number of bad reports that it has.
    /// </summary>
    Exactly,
}

/// <summary>What a report does while the cooldown after a reduction lasts.</summary>
public enum CooldownOrder
{
    /// <summary>The metric can become the best; then the cooldown becomes one shorter, and no bad report is counted. PyTorch, Optax.</summary>
    AfterMetric,

    /// <summary>The cooldown becomes one shorter first: the report that ends it is counted again. Keras.</summary>
    BeforeMetric,

    /// <summary>The cooldown becomes one shorter, and the metric is not looked at. Paddle.</summary>
    InsteadOfMetric,
}

/// <summary>The system whose defaults <see cref="ReduceOnPlateauAttribute"/> has. Each option that is given goes before them.</summary>
public enum PlateauDialect
{
    /// <summary>
    /// PyTorch, TorchSharp, timm, Hugging Face, mmengine: more bad reports than the patience, relative threshold,
    /// <see cref="CooldownOrder.AfterMetric"/>, epsilon 1e-8.
    /// </summary>
    PyTorch,

    /// <summary>Keras: as many as the patience, absolute threshold, <see cref="CooldownOrder.BeforeMetric"/>, epsilon 0.</summary>
    Keras,

    /// <summary>Optax: exactly the patience, relative threshold, <see cref="CooldownOrder.AfterMetric"/>, epsilon 0.</summary>
    Optax,

    /// <summary>Paddle: as PyTorch, but <see cref="CooldownOrder.InsteadOfMetric"/>.</summary>
    Paddle,
}
