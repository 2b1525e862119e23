using System;
using System.Collections.Generic;
using System.IO;

namespace LrGen;

/// <summary>A journal that is open for writing. Its lines are on the disk before a trial counts as ended; threads may share it.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly object _lock = new();
    private readonly FileStream _stream;

    private JournalFile(FileStream stream, List<JournalEntry> entries)
    {
        _stream = stream;
        Entries = entries;
    }

    /// <summary>Gets what the journal had when it was opened.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; }

    /// <summary>Opens a journal or makes one; a last line that was not written whole is cut off.</summary>
    /// <exception cref="SearchJournalException">The journal is damaged, or another process has it open.</exception>
    public static JournalFile Open(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var stream = OpenAlone(path);
        try
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var (entries, whole, endsInLine) = Parse(bytes, path);
            stream.SetLength(whole);
            stream.Position = whole;
            if (endsInLine)
                stream.Write("\n"u8);
            stream.Flush(flushToDisk: true);
            return new JournalFile(stream, entries);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads the entries of a journal.</summary>
    /// <returns>
    /// The entries; the length of what is whole; and whether the last line lacks nothing but its end.
    /// </returns>
    /// <exception cref="SearchJournalException">A line before the last is damaged.</exception>
    public static (List<JournalEntry> Entries, long Whole, bool EndsInLine) Parse(ReadOnlyMemory<byte> bytes, string path)
    {
        var entries = new List<JournalEntry>();
        int start = 0;
        for (int number = 1; start < bytes.Length; number++)
        {
            int length = bytes.Span[start..].IndexOf((byte)'\n');
            bool isLast = length < 0 || start + length + 1 == bytes.Length;
            var line = length < 0 ? bytes[start..] : bytes.Slice(start, length);
            if (JournalLine.Read(line) is { } entry)
                entries.Add(entry);
            else if (isLast)
                return (entries, start, false);
            else
                throw new SearchJournalException($"Line {number} of {path} is no entry of a journal; only the last line can be one that was not written whole.");
            if (length < 0)
                return (entries, bytes.Length, true);
            start += length + 1;
        }

        return (entries, start, false);
    }

    /// <summary>Adds an entry; it is on the disk when this returns.</summary>
    public void Append(JournalEntry entry)
    {
        var line = JournalLine.Write(entry);
        lock (_lock)
        {
            _stream.Write(line.Span);
            _stream.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream OpenAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        }
        catch (IOException e) when (File.Exists(path) && e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new SearchJournalException($"{path} cannot be opened; another process may be writing to it. Give each process a journal of its own.", e);
        }
    }
}
