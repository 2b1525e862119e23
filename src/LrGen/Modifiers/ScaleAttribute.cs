namespace LrGen;

/// <summary>
/// A schedule multiplied: rate(t) · <c>factor</c>.
/// </summary>
/// <param name="factor">The factor; above 0 and finite.</param>
/// <remarks>
/// It multiplies the whole schedule, floors and ends included; a <c>From</c> of a warm-up and the <c>To</c> of a cooldown are rates, and
/// stay what they are. The rate before step 0 and after the end is multiplied like every other.
/// Source: the group multipliers of every system, for example fastai <c>lr_mult</c>.
/// </remarks>
/// <example>
/// <code>
/// [Scale(0.1), CosineDecay(0.1, steps: 1_000)]
/// public static partial double Finetuning(long step);
/// </code>
/// </example>
public sealed class ScaleAttribute(double factor = double.NaN) : ModifierAttribute
{
    /// <summary>Gets the factor.</summary>
    public double Factor { get; } = factor;
}
