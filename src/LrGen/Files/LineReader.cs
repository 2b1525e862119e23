using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace LrGen;

/// <summary>Reads lines of a file, with memory for no more than one of them.</summary>
internal sealed class LineReader(int longest)
{
    private const int ChunkBytes = 1 << 16;

    private byte[] _buffer = new byte[ChunkBytes];
    private int _start;
    private int _end;
    private long _skipped;
    private long _position;

    /// <summary>Gets how many bytes a line can have.</summary>
    public int Longest => longest;

    /// <summary>Gets where the line that is not whole begins: behind the last line break that was read.</summary>
    public long LineStart { get; private set; }

    /// <summary>Gets the bytes behind the last line break, as far as they are kept.</summary>
    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Gets how many bytes there are behind the last line break.</summary>
    public long RestLength => _position - LineStart;

    /// <summary>Begins at a line.</summary>
    public void StartAt(long position)
    {
        (_position, LineStart, _skipped) = (position, position, 0);
        _start = _end = 0;
    }

    /// <summary>Reads the next line that has its line break.</summary>
    /// <param name="file">The file, which can grow from call to call.</param>
    /// <param name="line">The line without its break; its beginning where it is too long.</param>
    /// <param name="isTooLong">Whether it has more than <see cref="Longest"/> bytes.</param>
    /// <returns>Whether there is one.</returns>
    public bool Read(SafeFileHandle file, out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        int searched = _start;
        while (true)
        {
            int index = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (index >= 0)
            {
                int end = searched + index;
                line = _buffer.AsMemory(_start, end - _start);
                isTooLong = _skipped > 0;
                LineStart += _skipped + (end - _start) + 1;
                _skipped = 0;
                _start = end + 1;
                return true;
            }

            int read = Fill(file);
            if (read == 0)
            {
                (line, isTooLong) = (default, false);
                return false;
            }

            searched = _end - read;
        }
    }

    /// <summary>Reads on; the line that is being read then begins at the start of the buffer.</summary>
    private int Fill(SafeFileHandle file)
    {
        if (_start > 0)
        {
            Rest.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length && _buffer.Length < longest)
        {
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, longest));
        }
        else if (_end == _buffer.Length)
        {
            // Too long: what comes is counted and left out.
            int kept = _end / 2;
            _skipped += _end - kept;
            _end = kept;
        }

        int read = RandomAccess.Read(file, _buffer.AsSpan(_end), _position);
        _position += read;
        _end += read;
        return read;
    }
}
