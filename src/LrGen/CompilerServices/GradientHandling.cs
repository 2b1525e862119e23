using System.ComponentModel;

namespace LrGen.CompilerServices;

/// <summary>What an update does to gradients before the rule sees them. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GradientHandling
{
    /// <summary>Gets the norm that all gradients together are clipped at; 0 for none.</summary>
    public double ClipNorm { get; init; }

    /// <summary>Gets what is added to the norm before it is compared: PyTorch adds 1e-6, timm's LAMB nothing.</summary>
    public double NormMargin { get; init; }

    /// <summary>Gets the magnitude that each gradient is clipped at; 0 for none.</summary>
    public double ClipValue { get; init; }

    /// <summary>Gets a value indicating whether gradients have to be finite.</summary>
    public bool Check { get; init; }
}
