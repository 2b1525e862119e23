using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrGen;

/// <summary>Finds memory that an update would write to while it is still to be read, or would update twice.</summary>
internal static class MemoryOverlap
{
    /// <summary>Makes sure that the memory of a tensor is none of the others'.</summary>
    /// <remarks>
    /// Gradients may be those of another tensor, as nothing writes to them; and they may be the parameters themselves, all of them: each is read just before it
    /// is written.
    /// </remarks>
    /// <exception cref="ArgumentException">Memory overlaps; the message names both.</exception>
    public static void Check<T>(string name, Memory<T> parameters, Memory<T> gradients, ReadOnlySpan<ParameterTensor> others)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (IsShifted<T>(parameters.Span, gradients.Span))
        {
            throw new ArgumentException(
                $"The parameters and the gradients of tensor '{name}' overlap: an update would overwrite gradients before it reads them. "
                + "Give them memory of their own, or the same.", nameof(gradients));
        }

        foreach (var other in others)
        {
            if (other.Name == name || !other.HasMemory)
                continue;
            if (Overlaps<T>(parameters.Span, other.ParameterBytes))
                throw Shared("parameters", "parameters", "updated twice", nameof(parameters));
            if (Overlaps<T>(parameters.Span, other.GradientBytes))
                throw Shared("parameters", "gradients", "overwritten before they are read", nameof(parameters));
            if (Overlaps<T>(gradients.Span, other.ParameterBytes))
                throw Shared("gradients", "parameters", "overwritten before they are read", nameof(gradients));

            ArgumentException Shared(string own, string others, string consequence, string argument) => new(
                $"The {own} of tensor '{name}' are in the memory of the {others} of tensor '{other.Name}', and would be {consequence}. "
                + (own == others ? "Register memory that two layers share once." : "Give each memory of its own."), argument);
        }
    }

    /// <summary>Whether two spans share memory without being the same.</summary>
    public static bool IsShifted<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
        where T : unmanaged => Overlaps(one, MemoryMarshal.AsBytes(other)) && !Unsafe.AreSame(ref MemoryMarshal.GetReference(one), ref MemoryMarshal.GetReference(other));

    /// <summary>Memory that has no place yet, as that of tensors between two updates, shares it with none.</summary>
    private static bool Overlaps<T>(ReadOnlySpan<T> one, ReadOnlySpan<byte> other)
        where T : unmanaged => !Unsafe.IsNullRef(ref MemoryMarshal.GetReference(one)) && !Unsafe.IsNullRef(ref MemoryMarshal.GetReference(other))
            && MemoryMarshal.AsBytes(one).Overlaps(other);
}
