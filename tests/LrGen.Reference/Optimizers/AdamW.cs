using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Adam with decoupled weight decay, torch.optim.AdamW.</summary>
public sealed class AdamW<T>(params int[][] shapes) : AdamRule<T>(shapes)
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Gets or sets λ; parameters are multiplied by 1 − ηλ before anything else.</summary>
    public double WeightDecay { get; set; } = 1e-2;

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        Decay(p, rate, WeightDecay);
        Adapt(tensor, p, g, rate);
    }
}
