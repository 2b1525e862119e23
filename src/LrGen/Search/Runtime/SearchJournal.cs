using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace LrGen;

/// <summary>Reads and joins the journals of searches: files of JSON Lines, one for each trial that has ended.</summary>
/// <example>
/// <code>
/// {"trial":3,"status":"done","result":0.12,"values":{"Rate":0.01,"Batch":32},"seconds":1.9,"kind":"random","seed":1,"space":"9f0c…","trials":64,
///  "shard":"0/4","check":"5e12a0c7"}
/// </code>
/// </example>
/// <remarks>
/// A line is written at once and is on the disk before its trial counts as ended. "check" is the CRC-32C of all that stands before it, so that a line
/// that was changed is not believed; lines of older journals, which have none, are read. What is no journal is never written to.
/// </remarks>
public static class SearchJournal
{
    /// <summary>Reads the entries of a journal, also while a search writes to it; a last line that is not whole is left out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SearchJournalException">The file is no journal, or a line of it is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> Read(string path) => Read(path, out _);

    /// <summary>Reads the entries of a journal, also while a search writes to it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unfinished">The last line, where it is not whole and was left out; null where it is.</param>
    /// <exception cref="SearchJournalException">The file is no journal, or a line of it is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> Read(string path, out DamagedLine? unfinished)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var text = ReadText(path);
        unfinished = text.Unfinished;
        return text.Entries;
    }

    /// <summary>Joins the journals of the parts of one search into one, in the order of the trials.</summary>
    /// <param name="journals">The files; they stay as they are.</param>
    /// <param name="output">The file to write; it may be one of them. It is replaced at once, when it is whole.</param>
    /// <returns>What was joined, what was left out, and what is missing.</returns>
    /// <exception cref="ArgumentException">There is no journal to join.</exception>
    /// <exception cref="SearchJournalException">
    /// A file is no journal or damaged, two are of different searches, a trial has two results, or none of them has a trial; or the output is another
    /// file than a journal of this search, or has trials that no journal has. The message says which; nothing is written.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <remarks>
    /// Of a trial that ended several times the entry that says most is kept: one that came to its end before one that was given up before one that
    /// failed; among equals the first. Two results of one trial are an error. A search goes on from the joined journal as from any other.
    /// </remarks>
    public static JournalMerge Merge(IEnumerable<string> journals, string output)
    {
        ArgumentNullException.ThrowIfNull(journals);
        ArgumentException.ThrowIfNullOrEmpty(output);
        string[] paths = [.. journals];
        if (paths.Length == 0)
            throw new ArgumentException("There is no journal to join.", nameof(journals));

        var merged = new MergedTrials();
        foreach (string path in paths)
            merged.Add(path, ReadText(path));
        if (merged.Count == 0)
            throw new SearchJournalException($"No trial has ended in {string.Join(", ", paths)}. Nothing was written.");
        CheckOutput(output, merged);
        FileReplacement.Write(output, stream =>
        {
            foreach (var entry in merged.Entries)
                stream.Write(JournalLine.Write(entry with { IsMerged = true }).Span);
        });
        return merged.Summary();
    }

    private static JournalText ReadText(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var text = new JournalText();
        text.Read(file, path);
        return text;
    }

    /// <summary>What is replaced has to be a journal of this search, all of whose trials are among those that are written.</summary>
    private static void CheckOutput(string output, MergedTrials merged)
    {
        if (!File.Exists(output) || RealPath.IsDevice(output))
            return;
        foreach (var entry in ReadText(output).Entries)
        {
            if (merged.Difference(entry) is { } difference)
                throw new SearchJournalException($"{output} is the journal of another search: {difference}. Give another output.");
            if (entry.Status != TrialStatus.Interrupted && !merged.Contains(entry.Trial))
            {
                throw new SearchJournalException(string.Create(CultureInfo.InvariantCulture,
                    $"{output} has trial {entry.Trial}, which none of the journals has. Name it among them, too, or give another output."));
            }
        }
    }
}
