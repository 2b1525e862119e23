using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Steps of one size along the sign of an average, lion-pytorch.</summary>
public sealed class Lion<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _m;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public Lion(params int[][] shapes)
        : base(shapes) => _m = State();

    /// <summary>Gets or sets β1, of the average whose sign is taken.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β2, of the average that is kept.</summary>
    public double Beta2 { get; set; } = 0.99;

    /// <summary>Gets or sets λ; parameters are multiplied by 1 − ηλ first.</summary>
    public double WeightDecay { get; set; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        Decay(p, rate, WeightDecay);
        T[] m = _m[tensor];
        for (int i = 0; i < p.Length; i++)
        {
            T average = Number(Beta1) * m[i] + Number(1 - Beta1) * g[i];
            // Like PyTorch's sign, 0 for 0; it passes NaN on, where T.Sign would throw.
            T sign = T.IsNaN(average) ? average : Number(T.Sign(average));
            p[i] -= Number(rate) * sign;
            m[i] = Number(Beta2) * m[i] + Number(1 - Beta2) * g[i];
        }
    }
}
