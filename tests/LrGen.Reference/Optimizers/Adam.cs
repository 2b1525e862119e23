using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Adam, torch.optim.Adam.</summary>
public sealed class Adam<T>(params int[][] shapes) : AdamRule<T>(shapes)
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Gets or sets λ, which is added to the gradient.</summary>
    public double WeightDecay { get; set; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        AddDecay(g, p, WeightDecay);
        Adapt(tensor, p, g, rate);
    }
}
