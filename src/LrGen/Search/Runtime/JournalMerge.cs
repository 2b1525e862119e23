using System;
using System.Collections.Generic;

namespace LrGen;

/// <summary>What <see cref="SearchJournal.Merge"/> has joined.</summary>
/// <param name="Journals">How many files were read.</param>
/// <param name="Trials">How many trials the joined journal has.</param>
/// <param name="Repeated">How many entries were left out, because their trial had another.</param>
/// <param name="Failed">How many of the trials have failed.</param>
public sealed record JournalMerge(int Journals, int Trials, int Repeated, int Failed)
{
    /// <summary>Gets how many trials the whole search has; null where no journal says it.</summary>
    public long? Total { get; init; }

    /// <summary>Gets how many trials are missing; without <see cref="Total"/> those below the highest that is there.</summary>
    public long Missing { get; init; }

    /// <summary>Gets whether all trials are there.</summary>
    public bool IsComplete => Missing == 0;

    /// <summary>Gets the trials that are missing: the first and the last of each gap.</summary>
    public IReadOnlyList<(long First, long Last)> Gaps { get; init; } = [];

    /// <summary>Gets the shards that have missing trials, with the ids of their tasks; empty where the journals are not of shards.</summary>
    public IReadOnlyList<Shard> MissingShards { get; init; } = [];

    /// <summary>Gets the trials that came more than once.</summary>
    public IReadOnlyList<long> Twice { get; init; } = [];

    /// <summary>Gets how many entries are of trials that were interrupted; they are run again when their search goes on.</summary>
    public int Interrupted { get; init; }

    /// <summary>Gets the last lines that were not written whole, by the file that they are in. They were left out.</summary>
    public IReadOnlyList<(string Journal, DamagedLine Line)> Unfinished { get; init; } = [];

    /// <summary>Returns whether two have the same counts.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(JournalMerge? other) => other is not null
        && (Journals, Trials, Repeated, Failed) == (other.Journals, other.Trials, other.Repeated, other.Failed);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Journals, Trials, Repeated, Failed);
}
