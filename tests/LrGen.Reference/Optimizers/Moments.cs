using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>The running averages of Adam and its relatives: m of the gradient and v of its square, both from 0.</summary>
internal sealed class Moments<T>(T[][] m, T[][] v)
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Gets m of a tensor.</summary>
    public T[] M(int tensor) => m[tensor];

    /// <summary>Gets v of a tensor.</summary>
    public T[] V(int tensor) => v[tensor];

    /// <summary>m = β1·m + (1 − β1)·g; v = β2·v + (1 − β2)·g².</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="g">Its gradient.</param>
    /// <param name="beta1">β1.</param>
    /// <param name="beta2">β2.</param>
    /// <param name="share">What the gradient is multiplied by on its way into m, where that is not 1 − β1.</param>
    public void Add(int tensor, T[] g, double beta1, double beta2, double? share = null)
    {
        T[] mean = m[tensor], square = v[tensor];
        for (int i = 0; i < g.Length; i++)
        {
            mean[i] = Number(beta1) * mean[i] + Number(share ?? 1 - beta1) * g[i];
            // From left to right, as PyTorch's addcmul multiplies: with float, g² alone would be ∞ from g = 2e19 on.
            square[i] = Number(beta2) * square[i] + Number(1 - beta2) * g[i] * g[i];
        }
    }

    private static T Number(double value) => T.CreateChecked(value);
}
