namespace LrGen;

/// <summary>
/// A warm-up before the schedule on the same target: by default rate(t) = from + (peak − from) · t ÷ <c>steps</c>, where peak is
/// the value that the schedule starts with.
/// </summary>
/// <param name="steps">The length w of the warm-up, in steps; above 0, or at run time 0 for no warm-up.</param>
/// <remarks>
/// <para>
/// The schedule begins at t = <paramref name="steps"/> and sees t − w: lengths of the schedule do not contain the warm-up.
/// <see cref="Join"/> changes that. A warm-up may stand before or after the schedule attributes; one target has at most one.
/// </para>
/// <para>
/// Where values come at run time, the peak is what the first phase of more than 0 steps starts with; where none has any, because the
/// warm-up takes the whole training, it is what the last phase would start with, and from t = w on its end value holds.
/// </para>
/// <para>
/// Before step 0 the rate is the rate at 0. With <see cref="FirstStep.AtStart"/> and no <see cref="From"/> that rate is 0, and the
/// first update changes nothing; <see cref="FirstStep.OneStepIn"/> avoids it.
/// </para>
/// <para>
/// Source: Goyal et al., "Accurate, Large Minibatch SGD", 2017; the conventions of each system are named at
/// <see cref="LrGen.FirstStep"/>, <see cref="WarmupShape"/> and <see cref="LrGen.Join"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Warmup(2_000), CosineDecay(3e-4, steps: 98_000)]
/// public static partial double Rate(long step);
/// </code>
/// </example>
public sealed class WarmupAttribute(double steps = double.NaN) : ModifierAttribute
{
    /// <summary>Gets the length of the warm-up, in steps.</summary>
    public double Steps { get; } = steps;

    /// <summary>Gets or sets the length as a share of the training, above 0 and at most 1; instead of <see cref="Steps"/>.</summary>
    public double Fraction { get; set; }

    /// <summary>Gets or sets what the steps are counted in. Default: what the step parameter counts.</summary>
    public Unit Unit { get; set; }

    /// <summary>Gets or sets the rate that the warm-up starts from; 0 or above, finite. Default 0.</summary>
    public double From { get; set; }

    /// <summary>Gets or sets the start as a share of the peak, 0 or above; instead of <see cref="From"/>. Default 0.</summary>
    public double FromRatio { get; set; }

    /// <summary>Gets or sets the shape. Default <see cref="WarmupShape.Linear"/>.</summary>
    public WarmupShape Shape { get; set; }

    /// <summary>Gets or sets the power of <see cref="WarmupShape.Polynomial"/>; above 0. Default 2.</summary>
    public double Power { get; set; } = 2;

    /// <summary>Gets or sets the share of the warm-up that update 0 has covered. Default <see cref="FirstStep.AtStart"/>.</summary>
    public FirstStep FirstStep { get; set; }

    /// <summary>Gets or sets the step that has the peak: step w, or with <see cref="End.LastStep"/> step w − 1.</summary>
    public End End { get; set; }

    /// <summary>Gets or sets how the warm-up meets the schedule. Default <see cref="Join.After"/>.</summary>
    public Join Join { get; set; }
}
