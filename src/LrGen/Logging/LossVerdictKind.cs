namespace LrGen;

/// <summary>What a loss curve looks like.</summary>
public enum LossVerdictKind
{
    /// <summary>There are too few records to say.</summary>
    TooFewRecords,

    /// <summary>The loss is no number any more, or it has lost most of what it had gained: the rate is too high.</summary>
    Diverged,

    /// <summary>The loss goes up and down by more than the noise of the batches: the rate is too high.</summary>
    Oscillating,

    /// <summary>The loss has hardly fallen; or it is slow and still falling: the rate is too low, or the run too short. The text says which.</summary>
    BarelyFalling,

    /// <summary>The loss fell and now stands, and the rate is still high: a lower rate may help.</summary>
    Plateau,

    /// <summary>None of these.</summary>
    Healthy,
}
