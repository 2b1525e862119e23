using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>An update rule whose every intermediate per element is a <typeparamref name="T"/>.</summary>
/// <remarks>
/// What is one number per step (bias corrections, step sizes, 1 − β) is computed in double and rounded where it meets an element, as
/// PyTorch does with Python's numbers. With <c>float</c> the parameters given to a step hold single precision numbers after it.
/// </remarks>
/// <typeparam name="T">The precision: <c>double</c>, or <c>float</c>.</typeparam>
public abstract class ReferenceOptimizer<T> : ReferenceOptimizer
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    protected ReferenceOptimizer(int[][] shapes)
        : base(shapes)
    {
    }

    /// <inheritdoc/>
    protected sealed override void Update(double[][] parameters, double[][] gradients, double rate)
    {
        T[][] g = new T[Tensors][];
        for (int tensor = 0; tensor < Tensors; tensor++)
        {
            g[tensor] = Rounded(gradients[tensor]);
            for (int i = 0; Maximize && i < g[tensor].Length; i++)
                g[tensor][i] = -g[tensor][i];
        }

        Begin(g, rate);
        for (int tensor = 0; tensor < Tensors; tensor++)
        {
            T[] p = Rounded(parameters[tensor]);
            Update(tensor, p, g[tensor], rate);
            Return(p, parameters[tensor]);
        }
    }

    /// <summary>Computes what a step has once for all tensors; may change the gradients.</summary>
    protected virtual void Begin(T[][] gradients, double rate)
    {
    }

    /// <summary>Updates one tensor; may change the gradient, which is the step's own copy.</summary>
    protected abstract void Update(int tensor, T[] p, T[] g, double rate);

    /// <summary>Returns a number of the step, rounded to the precision of the elements.</summary>
    protected static T Number(double value) => T.CreateChecked(value);

    /// <summary>Returns elements of a tensor in the precision.</summary>
    protected static T[] Rounded(double[] values) => Array.ConvertAll(values, Number);

    /// <summary>Writes elements back.</summary>
    protected static void Return(T[] values, double[] target)
    {
        for (int i = 0; i < values.Length; i++)
            target[i] = double.CreateChecked(values[i]);
    }

    /// <summary>Returns a state of zeros for each tensor, in its shape, or of another number.</summary>
    protected T[][] State(double value = 0)
    {
        T[][] state = new T[Tensors][];
        for (int tensor = 0; tensor < Tensors; tensor++)
        {
            state[tensor] = new T[Length(tensor)];
            Array.Fill(state[tensor], Number(value));
        }

        return state;
    }

    /// <summary>g ← g + λp, the decay that is a part of the gradient ("L2").</summary>
    protected static void AddDecay(T[] g, T[] p, double weightDecay)
    {
        // PyTorch leaves the gradient alone for λ = 0, so an infinite parameter does not become NaN.
        if (weightDecay == 0)
            return;
        for (int i = 0; i < g.Length; i++)
            g[i] += Number(weightDecay) * p[i];
    }

    /// <summary>p ← p·(1 − ηλ), the decay that is decoupled from the gradient.</summary>
    protected static void Decay(T[] p, double rate, double weightDecay)
    {
        if (weightDecay == 0)
            return;
        for (int i = 0; i < p.Length; i++)
            p[i] *= Number(1 - rate * weightDecay);
    }

    /// <summary>Returns ‖x‖, the root of the sum of squares.</summary>
    protected static T Norm(T[] x)
    {
        T sum = T.Zero;
        foreach (T element in x)
            sum += element * element;
        return T.Sqrt(sum);
    }

    /// <summary>Returns the point that lies a share w of the way from a to b.</summary>
    /// <remarks>PyTorch's form of lerp (ATen/native/Lerp.h): it starts from the nearer end, so w = 1 gives b itself.</remarks>
    protected static T Lerp(T a, T b, double w) =>
        Math.Abs(w) < 0.5 ? a + Number(w) * (b - a) : b - (b - a) * (T.One - Number(w));
}
