using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>What the schedule-free optimizers share, from the package schedule_free.</summary>
/// <remarks>
/// Three points belong to a tensor: z, which gradients move; x, the average of z, which is evaluated; and y = (1 − β)z + βx, which the
/// gradient is taken at. Parameters are y during training, and x is computed back from y and z.
/// </remarks>
public abstract class ScheduleFreeRule<T> : ReferenceOptimizer<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[]?[] _z;
    private bool _training = true;
    private double _largestRate = -1;
    private double _weights;
    private double _rate;
    private double _share;

    private protected ScheduleFreeRule(int[][] shapes)
        : base(shapes) => _z = new T[shapes.Length][];

    /// <summary>Gets the steps of the linear warm-up that the rule has inside.</summary>
    public int WarmupSteps { get; init; }

    /// <summary>Gets r, the power of the step in its weight.</summary>
    public double StepPower { get; init; }

    /// <summary>Gets the power of the largest rate so far in a step's weight.</summary>
    public double RatePower { get; init; } = 2;

    /// <summary>Gets or sets λ; the decay is taken at y.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Gets β: how much of y is x.</summary>
    private protected abstract double Interpolation { get; }

    /// <summary>Turns parameters from y into x, to be evaluated; does nothing to those that are x.</summary>
    public void Evaluate(double[][] parameters)
    {
        if (_training)
            Move(parameters, 1 - 1 / Interpolation);
        _training = false;
    }

    /// <summary>Turns parameters back from x into y, to be trained; does nothing to those that are y.</summary>
    public void Train(double[][] parameters)
    {
        if (!_training)
            Move(parameters, 1 - Interpolation);
        _training = true;
    }

    /// <inheritdoc/>
    protected sealed override void Begin(T[][] gradients, double rate)
    {
        if (!_training)
            throw new InvalidOperationException("The parameters are the evaluated ones.");
        _rate = rate * (Taken <= WarmupSteps ? (double)Taken / WarmupSteps : 1);
        _largestRate = Math.Max(_rate, _largestRate);
        double weight = Math.Pow(Taken, StepPower) * Math.Pow(_largestRate, RatePower);
        _weights += weight;
        _share = _weights == 0 ? 0 : weight / _weights;
    }

    /// <inheritdoc/>
    protected sealed override void Update(int tensor, T[] p, T[] g, double rate)
    {
        T[] z = _z[tensor] ??= [.. p];
        Normalize(tensor, g);
        AddDecay(g, p, WeightDecay);
        double ofGradient = _rate * (Interpolation * (1 - _share) - 1);
        for (int i = 0; i < p.Length; i++)
        {
            p[i] = Lerp(p[i], z[i], _share);
            p[i] += Number(ofGradient) * g[i];
            z[i] -= Number(_rate) * g[i];
        }
    }

    /// <summary>Turns the gradient into the direction that z goes.</summary>
    private protected abstract void Normalize(int tensor, T[] g);

    private void Move(double[][] parameters, double share)
    {
        for (int tensor = 0; tensor < Tensors; tensor++)
        {
            // Before the first step all three points are one.
            if (_z[tensor] is not { } z)
                continue;
            T[] p = Rounded(parameters[tensor]);
            for (int i = 0; i < p.Length; i++)
                p[i] = Lerp(p[i], z[i], share);
            Return(p, parameters[tensor]);
        }
    }
}
