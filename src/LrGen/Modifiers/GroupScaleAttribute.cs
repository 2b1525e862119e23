namespace LrGen;

/// <summary>
/// One schedule for several parameter groups: rate(t) · scales[<c>group</c>].
/// </summary>
/// <param name="scales">The multiplier of each group; 0 or above, not all 0. A group with 0 is frozen.</param>
/// <remarks>
/// The group is the target's parameter <c>group</c> (of a struct: its member <c>Group</c>), an integer from 0 up to the number of scales
/// less one; any other throws an <see cref="System.ArgumentOutOfRangeException"/>. Every rate is multiplied, before step 0 and after the
/// end as well. The hover shows the schedule without the multipliers.
/// Source: darknet and Caffe <c>lr_mult</c>, timm <c>lr_scale</c>, fastai <c>slice</c>; PyTorch's rate per parameter group.
/// </remarks>
/// <example>
/// <code>
/// const int Weights = 0, Biases = 1, Embeddings = 2;
///
/// [GroupScale(1, 2, 0.1), CosineDecay(0.1, steps: 1_000)]
/// public static partial double Rate(long step, int group);
/// </code>
/// </example>
public sealed class GroupScaleAttribute(params double[] scales) : ModifierAttribute
{
    /// <summary>Gets the multiplier of each group.</summary>
    public double[] Scales { get; } = scales;

    /// <summary>Gets the group: NaN, which stands for the target's parameter of that name.</summary>
    public double Group { get; } = double.NaN;
}
