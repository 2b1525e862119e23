namespace LrGen;

/// <summary>How a trial ended.</summary>
public enum TrialStatus
{
    /// <summary>It returned a result.</summary>
    Done,

    /// <summary>It was stopped early, because others were better at the same step.</summary>
    Pruned,

    /// <summary>It threw an exception, or returned NaN.</summary>
    Failed,

    /// <summary>The search was cancelled, or the process told to end, while it ran; it is run again when the search goes on.</summary>
    Interrupted,
}
