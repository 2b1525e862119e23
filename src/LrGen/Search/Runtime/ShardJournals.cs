using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace LrGen;

/// <summary>The journals of the other shards of a search, in a folder that all of them share.</summary>
internal sealed class ShardJournals
{
    private const string Placeholder = "{shard}";

    /// <summary>How often they are read, in milliseconds: a folder of a cluster is a disk far away.</summary>
    private const long Interval = 1_000;

    private readonly List<(string Path, JournalText Text)> _others = [];
    private readonly SearchIdentity _identity;
    private long _readAt = long.MinValue;

    private ShardJournals(SearchIdentity identity) => _identity = identity;

    /// <summary>The journal of a shard.</summary>
    public static string PathOf(string journal, int index) =>
        journal.Replace(Placeholder, index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The others; null where the name of the journal does not say which they are.</summary>
    public static ShardJournals? Of(SearchOptions options, SearchIdentity identity)
    {
        if (options.Shard.Count == 1 || !options.Journal!.Contains(Placeholder, StringComparison.Ordinal))
            return null;
        var journals = new ShardJournals(identity);
        for (int index = 0; index < options.Shard.Count; index++)
        {
            if (index != options.Shard.Index)
                journals._others.Add((PathOf(options.Journal, index), new JournalText()));
        }

        return journals;
    }

    /// <summary>What has come to them since the last call, once a second at most. A line that is half written is waited for.</summary>
    public IEnumerable<JournalEntry> ReadNew()
    {
        long now = Environment.TickCount64;
        if (_readAt != long.MinValue && now - _readAt < Interval)
            return [];
        _readAt = now;
        var found = new List<JournalEntry>();
        _others.RemoveAll(other => !Read(other.Path, other.Text, found));
        return found;
    }

    /// <summary>Whether it is worth to be read again: one that is damaged or of another search is the merge's to report.</summary>
    private bool Read(string path, JournalText text, List<JournalEntry> found)
    {
        text.Entries.Clear();
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            text.Read(file, path, isWritten: true);
        }
        catch (SearchJournalException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its shard has not begun, or the folder is out of reach for now.
            return true;
        }

        foreach (var entry in text.Entries)
        {
            if (SearchIdentity.Of(entry) != _identity)
                return false;
        }

        found.AddRange(text.Entries);
        return true;
    }
}
