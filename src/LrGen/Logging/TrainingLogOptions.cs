using System;

namespace LrGen;

/// <summary>How a <see cref="TrainingLog"/> is written.</summary>
public sealed class TrainingLogOptions
{
    /// <summary>
    /// Gets how long a record is in memory only, at most; above 0. Default half a second, so that a process that is killed loses less
    /// than its last second also where the timer is late.
    /// </summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Gets whether each flush waits until the disk has the data (fsync). Default false: records outlive the process, not a power cut.
    /// </summary>
    public bool Durable { get; init; }
}
