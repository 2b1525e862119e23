using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LrGen;

/// <summary>Reads and joins the journals of searches: files of JSON Lines, one for each trial that has ended.</summary>
/// <example>
/// <code>
/// {"trial":3,"status":"done","result":0.12,"values":{"Rate":0.01,"Batch":32},"seconds":1.9,"kind":"random","seed":1,"space":"9f0c…"}
/// </code>
/// </example>
public static class SearchJournal
{
    /// <summary>Reads the entries of a journal, also while a search writes to it; a last line that is not whole is left out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SearchJournalException">A line before the last is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return JournalFile.Parse(bytes.ToArray(), path).Entries;
    }

    /// <summary>Joins the journals of the parts of one search into one, in the order of the trials.</summary>
    /// <param name="journals">The files; they stay as they are.</param>
    /// <param name="output">The file to write; it may be one of them. It is replaced at once, when it is whole.</param>
    /// <returns>What was joined.</returns>
    /// <exception cref="ArgumentException">There is no journal to join.</exception>
    /// <exception cref="SearchJournalException">A journal is damaged, or two are of different searches; the message says which.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <remarks>
    /// Of a trial that ended several times the result that says most is kept: one that came to its end before one that was given up before one that
    /// failed; among equals the first. A search goes on from the joined journal as from any other.
    /// </remarks>
    public static JournalMerge Merge(IEnumerable<string> journals, string output)
    {
        ArgumentNullException.ThrowIfNull(journals);
        ArgumentException.ThrowIfNullOrEmpty(output);
        string[] paths = [.. journals];
        if (paths.Length == 0)
            throw new ArgumentException("There is no journal to join.", nameof(journals));

        var kept = new SortedDictionary<long, JournalEntry>();
        int repeated = 0;
        (JournalEntry Entry, string Path)? first = null;
        foreach (string path in paths)
        {
            foreach (var entry in Read(path))
            {
                first ??= (entry, path);
                if (SearchIdentity.Of(entry).Difference(SearchIdentity.Of(first.Value.Entry)) is { } difference)
                    throw new SearchJournalException($"{path} and {first.Value.Path} are of different searches: {difference}. Only parts of one search can be joined.");
                if (kept.TryGetValue(entry.Trial, out var other))
                {
                    repeated++;
                    if (entry.Status >= other.Status)
                        continue;
                }

                kept[entry.Trial] = entry;
            }
        }

        string draft = output + ".tmp";
        using (var stream = File.Create(draft))
        {
            foreach (var entry in kept.Values)
                stream.Write(JournalLine.Write(entry).Span);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, output, overwrite: true);
        return new JournalMerge(paths.Length, kept.Count, repeated, kept.Values.Count(e => e.Status == TrialStatus.Failed));
    }
}
