using System;
using System.Globalization;

namespace LrGen;

/// <summary>The exception that an optimizer throws, before it changes anything, for a gradient that is NaN or infinite, or is so once it is scaled.</summary>
public sealed class NonFiniteGradientException : ArithmeticException
{
    internal NonFiniteGradientException(string tensor, int index, double value, long step, double scale = 1)
        : base(string.Create(CultureInfo.InvariantCulture, $"Gradient {index} of tensor '{tensor}' is {value}")
            + (scale == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", and not finite times GradientScale, {scale},"))
            + string.Create(CultureInfo.InvariantCulture, $" at step {step}. Nothing was updated. ")
            + (scale == 1 ? "Skip the batch, or lower the rate or the loss scale." : "Lower GradientScale."))
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
