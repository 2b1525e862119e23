using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>AdamWScheduleFree of the package schedule_free.</summary>
/// <remarks>v is corrected for its bias; there was a version of the package that multiplied the rate by √bc2 instead.</remarks>
public sealed class ScheduleFreeAdamW<T> : ScheduleFreeRule<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _v;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    public ScheduleFreeAdamW(params int[][] shapes)
        : base(shapes) => _v = State();

    /// <summary>Gets or sets β1, how much of y is x.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets β2.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets ε.</summary>
    public double Epsilon { get; init; } = 1e-8;

    private protected override double Interpolation => Beta1;

    private protected override void Normalize(int tensor, T[] g)
    {
        double correction = 1 - Math.Pow(Beta2, Taken);
        T[] v = _v[tensor];
        for (int i = 0; i < g.Length; i++)
        {
            v[i] = Number(Beta2) * v[i] + Number(1 - Beta2) * g[i] * g[i];
            g[i] /= T.Sqrt(v[i] / Number(correction)) + Number(Epsilon);
        }
    }
}
