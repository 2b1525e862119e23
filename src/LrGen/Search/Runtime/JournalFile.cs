using System;
using System.Collections.Generic;
using System.IO;

namespace LrGen;

/// <summary>A journal that is open for writing. Its lines are on the disk before a trial counts as ended; threads may share it.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly object _lock = new();
    private readonly FileStream _guard;
    private readonly FileStream _stream;

    private JournalFile(FileStream guard, FileStream stream, List<JournalEntry> entries)
    {
        _guard = guard;
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
        // Not the journal itself: where it is kept from writers, .NET keeps it from readers, too, but for Windows.
        var guard = Guard(path);
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var (entries, whole, endsInLine) = Parse(bytes, path);
            stream.SetLength(whole);
            stream.Position = whole;
            if (endsInLine)
                stream.Write("\n"u8);
            stream.Flush(flushToDisk: true);
            return new JournalFile(guard, stream, entries);
        }
        catch
        {
            stream?.Dispose();
            guard.Dispose();
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

    public void Dispose()
    {
        _stream.Dispose();
        _guard.Dispose();
    }

    /// <summary>Locks the file beside the journal. The system lets go of it when the process ends, however it does; the file stays.</summary>
    private static FileStream Guard(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path + ".lock"))
        {
            throw new SearchJournalException($"{path} is open in another process. Give each process a journal of its own, and join them afterwards.", e);
        }
    }
}
