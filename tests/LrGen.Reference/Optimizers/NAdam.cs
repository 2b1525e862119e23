using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Adam with Nesterov's momentum, torch.optim.NAdam since version 2; 1.13 had another formula.</summary>
public sealed class NAdam<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly Moments<T> _moments;
    private double _mu;
    private double _nextMu;
    private double _product = 1;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public NAdam(params int[][] shapes)
        : base(shapes) => _moments = new(State(), State());

    /// <summary>Gets or sets β1.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β2.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets ε.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gets ψ.</summary>
    public double MomentumDecay { get; init; } = 4e-3;

    /// <summary>Gets or sets λ.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets whether the decay multiplies the parameters, as in AdamW, instead of being added to the gradient.</summary>
    public bool Decoupled { get; init; }

    /// <inheritdoc/>
    protected override void Begin(T[][] gradients, double rate)
    {
        _mu = Beta1 * (1 - 0.5 * Math.Pow(0.96, Taken * MomentumDecay));
        _nextMu = Beta1 * (1 - 0.5 * Math.Pow(0.96, (Taken + 1) * MomentumDecay));
        _product *= _mu;
    }

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        if (Decoupled)
            Decay(p, rate, WeightDecay);
        else
            AddDecay(g, p, WeightDecay);
        _moments.Add(tensor, g, Beta1, Beta2);
        double correction = 1 - Math.Pow(Beta2, Taken);
        double ofGradient = rate * (1 - _mu) / (1 - _product);
        double ofMean = rate * _nextMu / (1 - _product * _nextMu);
        T[] m = _moments.M(tensor), v = _moments.V(tensor);
        for (int i = 0; i < p.Length; i++)
        {
            T denominator = T.Sqrt(v[i] / Number(correction)) + Number(Epsilon);
            p[i] -= Number(ofGradient) * g[i] / denominator;
            p[i] -= Number(ofMean) * m[i] / denominator;
        }
    }
}
