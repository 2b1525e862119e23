using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace LrGen;

/// <summary>Reads the lines of a journal, and tells one that a process could not finish from all that must not be touched.</summary>
internal sealed class JournalText
{
    private readonly LineReader _lines = new(JournalLine.Longest);
    private long _number;

    /// <summary>Gets the entries in the order of the file.</summary>
    public List<JournalEntry> Entries { get; } = [];

    /// <summary>Gets the length of what is whole; <see cref="EndsInLine"/> says whether it lacks the end of its last line.</summary>
    public long Whole { get; private set; }

    /// <summary>Gets whether the last line lacks nothing but its end.</summary>
    public bool EndsInLine { get; private set; }

    /// <summary>Gets the last line, where it was not written whole; null where it was.</summary>
    public DamagedLine? Unfinished { get; private set; }

    /// <summary>Reads on from the last line that was whole.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">What exceptions call it.</param>
    /// <param name="isWritten">Whether another process writes to it: what stands behind the last line break is then waited for.</param>
    /// <exception cref="SearchJournalException">A line is no entry of a journal.</exception>
    public void Read(SafeFileHandle file, string path, bool isWritten = false)
    {
        _lines.StartAt(Whole);
        (EndsInLine, Unfinished) = (false, null);
        while (_lines.Read(file, out var line, out bool isTooLong))
        {
            _number++;
            if (isTooLong)
                throw Damaged(path, string.Create(CultureInfo.InvariantCulture, $"has more than {JournalLine.Longest >> 20} MiB"));
            Entries.Add(JournalLine.Read(line) ?? throw Damaged(path, "is no entry of a journal, or was changed"));
            Whole = _lines.LineStart;
        }

        if (_lines.RestLength > 0 && !isWritten)
            TakeRest(path);
    }

    /// <summary>What stands behind the last line break: an entry, or what is left of one.</summary>
    private void TakeRest(string path)
    {
        _number++;
        byte[] rest = _lines.Rest.ToArray();
        if (_lines.RestLength == rest.Length && JournalLine.Read(rest) is { } entry)
        {
            Entries.Add(entry);
            Whole += rest.Length;
            EndsInLine = true;
        }
        else if (IsBeginning(rest) && !IsObject(rest))
        {
            Unfinished = new DamagedLine(_number, "not written whole");
            _number--;
        }
        else
        {
            throw Damaged(path, "is no entry of a journal, nor the beginning of one");
        }
    }

    /// <summary>Whether a process that was stopped can have left this: the beginning of a line, and the zeros of a file system after a power cut.</summary>
    private bool IsBeginning(ReadOnlySpan<byte> rest)
    {
        var text = rest.TrimEnd((byte)0);
        // A first line that has not come so far may be anyone's.
        if (!text.StartsWith(JournalLine.Beginning))
            return Whole > 0 && JournalLine.Beginning.StartsWith(text);
        var number = text[JournalLine.Beginning.Length..];
        var next = number.TrimStart("0123456789"u8);
        return next.IsEmpty || (next.Length < number.Length && (next.StartsWith(JournalLine.BehindTrial) || JournalLine.BehindTrial.StartsWith(next)));
    }

    /// <summary>The closing brace is the last thing of a line: what has it was written whole.</summary>
    private static bool IsObject(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private SearchJournalException Damaged(string path, string what) => new(Whole == 0
        ? $"{path} is no journal of a search: line 1 {what}. It stays as it is; give the search another file."
        : string.Create(CultureInfo.InvariantCulture,
            $"Line {_number} of {path} {what}. It stays as it is; without that line the search goes on and runs its trial again."));
}
