using System;

namespace LrGen;

/// <summary>What a reported metric was, and what it did to the rate.</summary>
[Flags]
public enum MetricReport
{
    /// <summary>The metric did not improve, and the rate stays.</summary>
    None = 0,

    /// <summary>The metric, or the mean that is judged in its place, improved by more than the threshold.</summary>
    Improved = 1,

    /// <summary>The metric was NaN or infinite, which counts as bad.</summary>
    NotFinite = 2,

    /// <summary>The report was not counted, because the rate has changed a short while ago.</summary>
    CoolingDown = 4,

    /// <summary>The rate is now lower.</summary>
    Reduced = 8,

    /// <summary>The rate is now higher.</summary>
    Raised = 16,

    /// <summary>The rate is the initial one again, and all is forgotten.</summary>
    Reset = 32,

    /// <summary>The rate is as low as it gets: one more reduction would not change it, or by no more than the attribute's epsilon.</summary>
    AtFloor = 64,

    /// <summary>The metric only went into a mean, which is judged when it has all its metrics.</summary>
    Accumulating = 128,
}
