using System;

namespace LrGen;

/// <summary>Tensors that differ from the others in their rate or in their weight decay.</summary>
/// <remarks>What stands here can be changed between updates. It is no part of the saved state, as the attributes are not.</remarks>
/// <example>
/// <code>
/// var biases = new ParameterGroup("biases") { DecaysWeights = false };
/// optimizer.Parameters.Add("hidden.bias", bias, biasGradients, biases);
/// </code>
/// </example>
public sealed class ParameterGroup
{
    private double _rateScale = 1;

    /// <summary>Initializes a group.</summary>
    /// <param name="name">What exceptions call it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ParameterGroup(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets or sets what the scheduled rate is multiplied by; 0 or above, and finite. 0 keeps the parameters as they are. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, NaN or infinite.</exception>
    public double RateScale
    {
        get => _rateScale;
        set => _rateScale = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RateScale), value, $"The rate scale of group '{Name}' has to be 0 or above, and finite.");
    }

    /// <summary>
    /// Gets or sets a value indicating whether the weight decay of the optimizer holds for the group. Default true. Biases and the
    /// scales of normalizations usually go without.
    /// </summary>
    public bool DecaysWeights { get; set; } = true;
}
