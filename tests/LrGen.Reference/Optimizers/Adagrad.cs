using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>The gradient over the root of the sum of its squares, torch.optim.Adagrad.</summary>
public sealed class Adagrad<T>(params int[][] shapes) : ReferenceOptimizer<T>(shapes)
    where T : IBinaryFloatingPointIeee754<T>
{
    private T[][]? _sum;

    /// <summary>Gets what the sums start from.</summary>
    public double InitialAccumulator { get; init; }

    /// <summary>Gets by how much the divisor of the rate grows per step.</summary>
    public double RateDecay { get; init; }

    /// <summary>Gets ε.</summary>
    public double Epsilon { get; init; } = 1e-10;

    /// <summary>Gets or sets λ, which is added to the gradient.</summary>
    public double WeightDecay { get; set; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        double decayed = rate / (1 + (Taken - 1) * RateDecay);
        AddDecay(g, p, WeightDecay);
        T[] sum = (_sum ??= State(InitialAccumulator))[tensor];
        for (int i = 0; i < p.Length; i++)
        {
            sum[i] += g[i] * g[i];
            p[i] -= Number(decayed) * g[i] / (T.Sqrt(sum[i]) + Number(Epsilon));
        }
    }
}
