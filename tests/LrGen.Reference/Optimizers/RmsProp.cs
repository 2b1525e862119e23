using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>The gradient over the root of the average of its squares, torch.optim.RMSprop.</summary>
public sealed class RmsProp<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _squares;
    private readonly T[][] _means;
    private readonly T[][] _buffers;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public RmsProp(params int[][] shapes)
        : base(shapes) => (_squares, _means, _buffers) = (State(), State(), State());

    /// <summary>Gets α.</summary>
    public double Alpha { get; init; } = 0.99;

    /// <summary>Gets ε, outside of the root.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gets or sets μ; the buffer holds gradients that are already divided.</summary>
    public double Momentum { get; set; }

    /// <summary>Gets or sets λ, which is added to the gradient.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets whether the divisor is the root of the variance.</summary>
    public bool Centered { get; init; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        AddDecay(g, p, WeightDecay);
        T[] squares = _squares[tensor], means = _means[tensor], buffer = _buffers[tensor];
        for (int i = 0; i < p.Length; i++)
        {
            squares[i] = Number(Alpha) * squares[i] + Number(1 - Alpha) * g[i] * g[i];
            T average;
            if (Centered)
            {
                means[i] = Number(Alpha) * means[i] + Number(1 - Alpha) * g[i];
                average = T.Sqrt(squares[i] - means[i] * means[i]);
            }
            else
            {
                average = T.Sqrt(squares[i]);
            }

            average += Number(Epsilon);
            if (Momentum > 0)
            {
                buffer[i] = Number(Momentum) * buffer[i] + g[i] / average;
                p[i] -= Number(rate) * buffer[i];
            }
            else
            {
                p[i] -= Number(rate) * g[i] / average;
            }
        }
    }
}
