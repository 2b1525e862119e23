using System.Numerics;

namespace LrGen.Reference.Optimizers;

/// <summary>The buffers of SGD's momentum, which LARS has too.</summary>
internal sealed class MomentumBuffers<T>(int tensors)
    where T : IBinaryFloatingPointIeee754<T>
{
    private readonly T[]?[] _buffers = new T[tensors][];

    /// <summary>Returns what the rate is multiplied by.</summary>
    public T[] Direction(int tensor, T[] g, double momentum, double dampening, bool nesterov)
    {
        if (momentum == 0)
            return g;
        T mu = T.CreateChecked(momentum);
        T[]? buffer = _buffers[tensor];
        if (buffer is null)
        {
            // The first gradient is taken whole: dampening applies from the second on.
            _buffers[tensor] = buffer = [.. g];
        }
        else
        {
            for (int i = 0; i < g.Length; i++)
                buffer[i] = mu * buffer[i] + T.CreateChecked(1 - dampening) * g[i];
        }

        if (!nesterov)
            return buffer;
        T[] ahead = new T[g.Length];
        for (int i = 0; i < g.Length; i++)
            ahead[i] = g[i] + mu * buffer[i];
        return ahead;
    }
}
