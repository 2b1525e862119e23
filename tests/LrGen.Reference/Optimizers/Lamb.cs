using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Adam whose steps are as long, per tensor, as the tensor itself, timm's Lamb.</summary>
public sealed class Lamb<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly Moments<T> _moments;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public Lamb(params int[][] shapes)
        : base(shapes) => _moments = new(State(), State());

    /// <summary>Gets or sets β1.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β2.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets ε.</summary>
    public double Epsilon { get; init; } = 1e-6;

    /// <summary>Gets or sets λ, which is added to Adam's step.</summary>
    public double WeightDecay { get; set; } = 0.01;

    /// <summary>Gets what the norm over the gradients of all tensors is brought down to, or null.</summary>
    public double? MaxGradientNorm { get; init; } = 1;

    /// <summary>Gets whether the gradient comes into m with the share 1 − β1 rather than whole.</summary>
    public bool GradientAveraging { get; init; } = true;

    /// <summary>Gets whether a step is never longer than Adam's.</summary>
    public bool TrustClip { get; init; }

    /// <summary>Gets whether steps are fitted to tensors without decay too.</summary>
    public bool AlwaysAdapt { get; init; }

    /// <inheritdoc/>
    protected override void Begin(T[][] gradients, double rate)
    {
        if (MaxGradientNorm is not { } most)
            return;
        T divisor = T.Max(Norm(Array.ConvertAll(gradients, Norm)) / Number(most), T.One);
        foreach (T[] g in gradients)
        {
            for (int i = 0; i < g.Length; i++)
                g[i] /= divisor;
        }
    }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        _moments.Add(tensor, g, Beta1, Beta2, GradientAveraging ? null : 1);
        double correction1 = 1 - Math.Pow(Beta1, Taken);
        double root = Math.Sqrt(1 - Math.Pow(Beta2, Taken));
        T[] m = _moments.M(tensor), v = _moments.V(tensor), u = new T[p.Length];
        for (int i = 0; i < p.Length; i++)
            u[i] = m[i] / Number(correction1) / (T.Sqrt(v[i]) / Number(root) + Number(Epsilon));
        AddDecay(u, p, WeightDecay);
        T ratio = WeightDecay != 0 || AlwaysAdapt ? TrustRatio(Norm(p), Norm(u)) : T.One;
        for (int i = 0; i < p.Length; i++)
        {
            u[i] *= ratio;
            p[i] -= Number(rate) * u[i];
        }
    }

    private T TrustRatio(T ofParameter, T ofStep)
    {
        T ratio = ofParameter > T.Zero && ofStep > T.Zero ? ofParameter / ofStep : T.One;
        return TrustClip ? T.Min(ratio, T.One) : ratio;
    }
}
