using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Steps in the parameter's own unit: the root of past steps over that of past gradients, torch.optim.Adadelta.</summary>
public sealed class Adadelta<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _squares;
    private readonly T[][] _steps;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public Adadelta(params int[][] shapes)
        : base(shapes) => (_squares, _steps) = (State(), State());

    /// <summary>Gets ρ.</summary>
    public double Rho { get; init; } = 0.9;

    /// <summary>Gets ε, inside of both roots.</summary>
    public double Epsilon { get; init; } = 1e-6;

    /// <summary>Gets or sets λ, which is added to the gradient.</summary>
    public double WeightDecay { get; set; }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        AddDecay(g, p, WeightDecay);
        T[] squares = _squares[tensor], steps = _steps[tensor];
        for (int i = 0; i < p.Length; i++)
        {
            squares[i] = Number(Rho) * squares[i] + Number(1 - Rho) * g[i] * g[i];
            T step = T.Sqrt(steps[i] + Number(Epsilon)) / T.Sqrt(squares[i] + Number(Epsilon)) * g[i];
            p[i] -= Number(rate) * step;
            steps[i] = Number(Rho) * steps[i] + Number(1 - Rho) * step * step;
        }
    }
}
