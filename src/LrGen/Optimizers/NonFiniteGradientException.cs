using System;

namespace LrGen;

/// <summary>The exception that an optimizer throws, before it changes anything, for a gradient that is NaN or infinite.</summary>
public sealed class NonFiniteGradientException : ArithmeticException
{
    internal NonFiniteGradientException(string tensor, int index, double value, long step)
        : base($"Gradient {index} of tensor '{tensor}' is {value.ToString(System.Globalization.CultureInfo.InvariantCulture)} at step {step}. "
            + "Nothing was updated. Skip the batch, or lower the rate or the loss scale.")
    {
        Tensor = tensor;
        Index = index;
        Value = value;
        Step = step;
    }

    /// <summary>Gets the name of the tensor.</summary>
    public string Tensor { get; }

    /// <summary>Gets the place in the tensor.</summary>
    public int Index { get; }

    /// <summary>Gets the gradient.</summary>
    public double Value { get; }

    /// <summary>Gets the index of the update that was to run.</summary>
    public long Step { get; }
}
