using System.Collections.Generic;
using System.Text.Json;

namespace LrGen;

/// <summary>A trial that has ended, or was interrupted, as a journal has it.</summary>
public sealed record JournalEntry
{
    /// <summary>Gets the 0-based index of the trial in the whole search.</summary>
    public required long Trial { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required TrialStatus Status { get; init; }

    /// <summary>Gets what it returned, or reported last where it was given up; NaN where it failed or was interrupted.</summary>
    public required double Result { get; init; }

    /// <summary>Gets how long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Gets the values of the space's parameters: a JSON object.</summary>
    public required JsonElement Values { get; init; }

    /// <summary>Gets what it reported on the way.</summary>
    public IReadOnlyList<TrialReport> Reports { get; init; } = [];

    /// <summary>Gets the message of the exception that it threw; null where it threw none.</summary>
    public string? Error { get; init; }

    /// <summary>Gets how the search chooses its trials.</summary>
    public required SearchKind Kind { get; init; }

    /// <summary>Gets the seed of the search.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets a hash of the space's definition.</summary>
    public required string Space { get; init; }

    /// <summary>Gets the shard of the process that ran it; null in older journals, which do not say.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Gets how many trials the whole search had when it ran; null in older journals.</summary>
    public long? Trials { get; init; }

    /// <summary>Gets whether the journal is one that <see cref="SearchJournal.Merge"/> wrote, of the trials of several shards.</summary>
    public bool IsMerged { get; init; }
}
