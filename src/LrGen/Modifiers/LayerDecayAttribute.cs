namespace LrGen;

/// <summary>
/// One schedule for the layers of a network, lower layers slower: rate(t) · <c>factor</c>^(<c>layers</c> − 1 − <c>layer</c>).
/// </summary>
/// <param name="factor">What each layer multiplies the rate of the next by; above 0. Above 1 lower layers are faster (LRG030).</param>
/// <param name="layers">How many layers there are; a whole number from 2 to 256.</param>
/// <remarks>
/// The layer is the target's parameter <c>layer</c> (of a struct: its member <c>Layer</c>), an integer from 0, the layer next to the
/// input, to <paramref name="layers"/> − 1, the head, whose rate is the schedule's; any other throws an
/// <see cref="System.ArgumentOutOfRangeException"/>. The multipliers are computed exactly and rounded once. Every rate is multiplied,
/// before step 0 and after the end as well. The hover shows the schedule without the multipliers.
/// Source: Howard and Ruder, "ULMFiT", 2018 (factor 1/2.6); Bao et al., "BEiT", 2021; timm <c>layer_decay</c>.
/// </remarks>
/// <example>
/// <code>
/// [LayerDecay(0.75, layers: 14), Warmup(5), CosineDecay(5e-4, steps: 95)]
/// public static partial double Rate(int epoch, int layer);
/// </code>
/// </example>
public sealed class LayerDecayAttribute(double factor = double.NaN, double layers = double.NaN) : ModifierAttribute
{
    /// <summary>Gets what each layer multiplies the rate of the next by.</summary>
    public double Factor { get; } = factor;

    /// <summary>Gets how many layers there are.</summary>
    public double Layers { get; } = layers;

    /// <summary>Gets the layer: NaN, which stands for the target's parameter of that name.</summary>
    public double Layer { get; } = double.NaN;
}
