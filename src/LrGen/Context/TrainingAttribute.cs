using System;

namespace LrGen;

/// <summary>
/// The training that schedules are for: how long it is, and how its updates, epochs, batches, samples and tokens relate.
/// </summary>
/// <remarks>
/// <para>
/// It stands on a declaration, on a type for all declarations inside, or on the assembly; for each property the nearest one that gives it
/// holds. A property can also come at run time, from the target's parameter (or member) named after it: <c>trainingSteps</c>,
/// <c>trainingStepsPerEpoch</c>, <c>trainingBatchSize</c>. How long the training is may then be 0, as may what the phases leave of it:
/// a phase of no steps is skipped.
/// </para>
/// <para>
/// It serves three things. Lengths with a <c>Unit</c> are converted: an epoch is <see cref="StepsPerEpoch"/> updates, or
/// ⌈<see cref="BatchesPerEpoch"/> ÷ <see cref="GradientAccumulation"/>⌉, or ⌈<see cref="Samples"/> ÷ samples per update⌉, where an update
/// sees <see cref="BatchSize"/> · <see cref="GradientAccumulation"/> · <see cref="Devices"/> samples. A <c>Fraction</c> is a share of the
/// whole training. And a schedule without its own <c>steps</c> takes the rest of the training after all other phases.
/// </para>
/// <para>Conversions are exact fractions: 2.4 epochs of 1,000 updates are 2,400 updates.</para>
/// <para>
/// The optimizer and what belongs to it change no code. The analyzers judge by them: [Constant(0.1)] is a usual rate of SGD and far too
/// high a one of Adam. What no attribute says can stand in an .editorconfig: <c>lrgen.optimizer = adam</c>, <c>lrgen.total_steps = 10000</c>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Training(Epochs = 90, StepsPerEpoch = 5_005, BatchSize = 256)]
/// static partial class ImageNet
/// {
///     [Warmup(5, Unit = Unit.Epochs), CosineDecay(0.1)]
///     public static partial double Rate(long step);
/// }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Struct | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Assembly,
    Inherited = false)]
public sealed class TrainingAttribute : Attribute
{
    /// <summary>Gets or sets what the step parameters of the declarations count. Default: updates of the optimizer.</summary>
    public Unit Counts { get; set; }

    /// <summary>Gets or sets the length of the training in updates of the optimizer; above 0.</summary>
    public double Steps { get; set; }

    /// <summary>Gets or sets the length of the training in epochs; above 0. Instead of <see cref="Steps"/>.</summary>
    public double Epochs { get; set; }

    /// <summary>Gets or sets the length of the training in tokens; above 0. Instead of <see cref="Steps"/>.</summary>
    public double Tokens { get; set; }

    /// <summary>Gets or sets how many updates of the optimizer an epoch has; above 0.</summary>
    public double StepsPerEpoch { get; set; }

    /// <summary>Gets or sets how many micro-batches an epoch has: the length of the data loader; above 0.</summary>
    public double BatchesPerEpoch { get; set; }

    /// <summary>Gets or sets how many samples an epoch has: the size of the training set; above 0.</summary>
    public double Samples { get; set; }

    /// <summary>Gets or sets how many samples one micro-batch has on one device; above 0.</summary>
    public double BatchSize { get; set; }

    /// <summary>Gets or sets over how many micro-batches gradients are accumulated for one update; a whole number above 0. Default 1.</summary>
    public double GradientAccumulation { get; set; } = 1;

    /// <summary>Gets or sets on how many devices each micro-batch runs with other data; a whole number above 0. Default 1.</summary>
    public double Devices { get; set; } = 1;

    /// <summary>Gets or sets how many tokens one sample has; above 0.</summary>
    public double TokensPerSample { get; set; }

    /// <summary>Gets or sets the optimizer that the rate is for.</summary>
    public OptimizerKind Optimizer { get; set; }

    /// <summary>Gets or sets what the rate moves. Default: a whole network.</summary>
    public Scope Scope { get; set; }

    /// <summary>Gets or sets the momentum of the optimizer, from 0 to below 1.</summary>
    public double Momentum { get; set; }

    /// <summary>Gets or sets what the norm of the gradients is clipped at; above 0.</summary>
    public double GradientClip { get; set; }

    /// <summary>Gets or sets the batch size of an update that the rate was found for; above 0.</summary>
    public double ReferenceBatchSize { get; set; }

    /// <summary>Gets or sets the numbers that the weights are stored in.</summary>
    public WeightType WeightType { get; set; }

    /// <summary>Gets or sets a value indicating whether the optimizer keeps a float copy of weights of fewer bits, to which it adds its updates.</summary>
    public bool MasterWeights { get; set; }
}
