using System;
using System.Collections.Generic;
using System.IO;

namespace LrGen;

/// <summary>A journal that is open for writing. Its lines are on the disk before a trial counts as ended; threads may share it.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly object _lock = new();
    private readonly string _path;
    private readonly FileGuard _guard;
    private readonly FileStream _stream;
    private readonly JournalText _text;

    private JournalFile(string path, FileGuard guard, FileStream stream, JournalText text)
    {
        _path = path;
        _guard = guard;
        _stream = stream;
        _text = text;
    }

    /// <summary>Gets what the journal had when it was opened.</summary>
    public IReadOnlyList<JournalEntry> Entries => _text.Entries;

    /// <summary>Gets the last line, where it was not written whole.</summary>
    public DamagedLine? Unfinished => _text.Unfinished;

    /// <summary>Opens a journal or makes one. One that is there stays as it is until <see cref="Begin"/>.</summary>
    /// <exception cref="SearchJournalException">The file is no journal or damaged, and stays as it is; or another process has it open.</exception>
    public static JournalFile Open(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var guard = FileGuard.TryTake(path) ?? throw new SearchJournalException(
            $"{path} is open in another process. Give each process a journal of its own, and join them afterwards.");
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var text = new JournalText();
            text.Read(stream.SafeFileHandle, path);
            return new JournalFile(path, guard, stream, text);
        }
        catch
        {
            stream?.Dispose();
            guard.Dispose();
            throw;
        }
    }

    /// <summary>Makes it ready for more entries, after those that are there were looked at: a last line that was not written whole is cut off.</summary>
    public void Begin()
    {
        _stream.SetLength(_text.Whole);
        _stream.Position = _text.Whole;
        if (_text.EndsInLine)
            _stream.Write("\n"u8);
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>Adds an entry; it is on the disk when this returns.</summary>
    /// <exception cref="SearchJournalException">Another program has changed or removed the file.</exception>
    public void Append(JournalEntry entry)
    {
        var line = JournalLine.Write(entry);
        lock (_lock)
        {
            long start = _stream.Position;
            if (_stream.Length != start || !File.Exists(_path))
            {
                throw new SearchJournalException(
                    $"{_path} was changed or removed by another program while the search ran; trial {entry.Trial} could not be added. Run the search again.");
            }

            try
            {
                _stream.Write(line.Span);
                _stream.Flush(flushToDisk: true);
            }
            catch
            {
                // Half a line would spoil the next one.
                _stream.SetLength(start);
                _stream.Position = start;
                throw;
            }
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _guard.Dispose();
    }
}
