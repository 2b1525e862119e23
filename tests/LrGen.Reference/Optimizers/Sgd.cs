using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Stochastic gradient descent with momentum, torch.optim.SGD.</summary>
/// <remarks>The rate is outside of the buffer: a rate that falls makes past gradients count less, unlike in Keras.</remarks>
public sealed class Sgd<T>(params int[][] shapes) : ReferenceOptimizer<T>(shapes)
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly MomentumBuffers<T> _buffers = new(shapes.Length);

    /// <summary>Gets or sets μ.</summary>
    public double Momentum { get; set; }

    /// <summary>Gets τ: how much of the gradient does not come into the buffer.</summary>
    public double Dampening { get; init; }

    /// <summary>Gets or sets λ, which is added to the gradient.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets whether the step looks ahead along the buffer; PyTorch asks for μ above 0 and τ = 0 then.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        AddDecay(g, p, WeightDecay);
        T[] direction = _buffers.Direction(tensor, g, Momentum, Dampening, Nesterov);
        for (int i = 0; i < p.Length; i++)
            p[i] -= Number(rate) * direction[i];
    }
}
