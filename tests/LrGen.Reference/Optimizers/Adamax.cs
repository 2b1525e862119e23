using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Adam with the largest gradient, decayed, instead of the root of v, torch.optim.Adamax.</summary>
public sealed class Adamax<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _m;
    private readonly T[][] _u;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public Adamax(params int[][] shapes)
        : base(shapes) => (_m, _u) = (State(), State());

    /// <summary>Gets or sets β1.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β2.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets ε, which is added to the gradient's size rather than to the denominator.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gets or sets λ, which is added to the gradient.</summary>
    public double WeightDecay { get; set; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        AddDecay(g, p, WeightDecay);
        double step = rate / (1 - Math.Pow(Beta1, Taken));
        T[] m = _m[tensor], u = _u[tensor];
        for (int i = 0; i < p.Length; i++)
        {
            m[i] = Number(Beta1) * m[i] + Number(1 - Beta1) * g[i];
            u[i] = T.Max(Number(Beta2) * u[i], T.Abs(g[i]) + Number(Epsilon));
            p[i] -= Number(step) * m[i] / u[i];
        }
    }
}
