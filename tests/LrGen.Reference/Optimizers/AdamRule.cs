using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>What Adam and AdamW share: all but the weight decay.</summary>
public abstract class AdamRule<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly Moments<T> _moments;
    private readonly T[][] _largest;

    private protected AdamRule(int[][] shapes)
        : base(shapes)
    {
        _moments = new(State(), State());
        _largest = State();
    }

    /// <summary>Gets or sets β1.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β2.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets ε, outside of the root and after the bias correction.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gets whether the largest v so far takes the place of v.</summary>
    public bool Amsgrad { get; init; }

    /// <summary>Adam's step from a gradient.</summary>
    private protected void Adapt(int tensor, T[] p, T[] g, double rate)
    {
        _moments.Add(tensor, g, Beta1, Beta2);
        double step = rate / (1 - Math.Pow(Beta1, Taken));
        double root = Math.Sqrt(1 - Math.Pow(Beta2, Taken));
        T[] m = _moments.M(tensor), v = _moments.V(tensor), largest = _largest[tensor];
        for (int i = 0; i < p.Length; i++)
        {
            // The maximum is of v before its bias correction.
            largest[i] = T.Max(largest[i], v[i]);
            T denominator = T.Sqrt(Amsgrad ? largest[i] : v[i]) / Number(root) + Number(Epsilon);
            p[i] -= Number(step) * m[i] / denominator;
        }
    }
}
