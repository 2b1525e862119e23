using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>SGD whose gradients are scaled, per tensor, to a share of the tensor's own length, timm's Lars.</summary>
public sealed class Lars<T>(params int[][] shapes) : ReferenceOptimizer<T>(shapes)
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly MomentumBuffers<T> _buffers = new(shapes.Length);

    /// <summary>Gets or sets μ.</summary>
    public double Momentum { get; set; }

    /// <summary>Gets how much of the gradient does not come into the buffer.</summary>
    public double Dampening { get; init; }

    /// <summary>Gets or sets λ, which is added to the gradient.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets whether the step looks ahead along the buffer.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Gets c, the trust coefficient.</summary>
    public double Trust { get; init; } = 0.001;

    /// <summary>Gets ε.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gets whether a step is never longer than SGD's (LARC).</summary>
    public bool TrustClip { get; init; }

    /// <summary>Gets whether gradients of tensors without decay are scaled too.</summary>
    public bool AlwaysAdapt { get; init; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        if (WeightDecay != 0 || AlwaysAdapt)
        {
            T ratio = TrustRatio(Norm(p), Norm(g), rate);
            AddDecay(g, p, WeightDecay);
            for (int i = 0; i < g.Length; i++)
                g[i] *= ratio;
        }

        T[] direction = _buffers.Direction(tensor, g, Momentum, Dampening, Nesterov);
        for (int i = 0; i < p.Length; i++)
            p[i] -= Number(rate) * direction[i];
    }

    private T TrustRatio(T ofParameter, T ofGradient, double rate)
    {
        // The norm of the gradient is taken before the decay is added.
        T ratio = ofParameter > T.Zero && ofGradient > T.Zero
            ? Number(Trust) * ofParameter / (ofGradient + ofParameter * Number(WeightDecay) + Number(Epsilon))
            : T.One;
        return TrustClip ? T.Min(ratio / Number(rate), T.One) : ratio;
    }
}
