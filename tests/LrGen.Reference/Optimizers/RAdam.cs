using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>Adam whose adaptive part waits until its variance can be rectified, torch.optim.RAdam.</summary>
public sealed class RAdam<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly Moments<T> _moments;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public RAdam(params int[][] shapes)
        : base(shapes) => _moments = new(State(), State());

    /// <summary>Gets or sets β1.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β2.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets ε, which is added before the bias correction of v, unlike in Adam.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gets or sets λ.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets whether the decay multiplies the parameters, as in AdamW, instead of being added to the gradient.</summary>
    public bool Decoupled { get; init; }

    /// <summary>Returns ρ of a step, the length of the average that v is worth.</summary>
    public static double Rho(double beta2, int t) => Longest(beta2) - 2 * t * Math.Pow(beta2, t) / (1 - Math.Pow(beta2, t));

    /// <inheritdoc/>
    protected override void Update(int tensor, T[] p, T[] g, double rate)
    {
        if (Decoupled)
            Decay(p, rate, WeightDecay);
        else
            AddDecay(g, p, WeightDecay);
        _moments.Add(tensor, g, Beta1, Beta2);
        double correction1 = 1 - Math.Pow(Beta1, Taken);
        double root = Math.Sqrt(1 - Math.Pow(Beta2, Taken));
        double rho = Rho(Beta2, Taken), longest = Longest(Beta2);
        T[] m = _moments.M(tensor), v = _moments.V(tensor);
        for (int i = 0; i < p.Length; i++)
        {
            T corrected = m[i] / Number(correction1);
            if (rho > 5)
            {
                double rectification = Math.Sqrt((rho - 4) * (rho - 2) * longest / ((longest - 4) * (longest - 2) * rho));
                p[i] -= Number(rate) * corrected * Number(rectification) * Number(root) / (T.Sqrt(v[i]) + Number(Epsilon));
            }
            else
            {
                p[i] -= Number(rate) * corrected;
            }
        }
    }

    private static double Longest(double beta2) => 2 / (1 - beta2) - 1;
}
