namespace LrGen;

/// <summary>What a length is counted in. Lengths are converted to what the step parameter counts when the code is generated.</summary>
public enum Unit
{
    /// <summary>What the step parameter of the target counts: no conversion.</summary>
    Own,

    /// <summary>Updates of the optimizer.</summary>
    Steps,

    /// <summary>Passes over the training set.</summary>
    Epochs,

    /// <summary>Micro-batches: with gradients accumulated over several of them, they are more than the updates.</summary>
    Batches,

    /// <summary>Training examples.</summary>
    Samples,

    /// <summary>Tokens of text.</summary>
    Tokens,
}
