using System;
using System.IO;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace LrGen;

/// <summary>Finds where a log goes on after the process that wrote it was killed.</summary>
internal static class LogRepair
{
    private const int ChunkBytes = 4096;

    // What every log begins with, so that no other file is taken for one and cut.
    private static ReadOnlySpan<byte> Beginning => "{\"log\":"u8;

    // What stands behind zeros, where a program had cut the file under an earlier version of the writer.
    private static ReadOnlySpan<byte> RecordBeginning => "{\"step\":"u8;

    /// <summary>Cuts off an unfinished last line and returns the position behind the last whole one.</summary>
    /// <remarks>
    /// A last line that is whole but for its line break, as editors leave it, stays. Zeros, which a file system may leave behind the
    /// written part after a power cut, belong to an unfinished line.
    /// </remarks>
    public static long EndOfLastLine(SafeFileHandle file, string path)
    {
        long length = RandomAccess.GetLength(file);
        if (length == 0)
            return 0;

        Span<byte> head = stackalloc byte[Beginning.Length];
        head = head[..RandomAccess.Read(file, head, 0)];
        if (!head.SequenceEqual(Beginning[..head.Length]) && !IsLogBehindZeros(file, length))
            throw new InvalidDataException($"{path} is no training log: it does not begin with a header.");

        long end = PositionAfterLastBreak(file, length);
        if (end == length)
            return length;

        if (IsWholeObject(file, end, length))
        {
            RandomAccess.Write(file, "\n"u8, length);
            return length + 1;
        }

        RandomAccess.SetLength(file, end);
        return end;
    }

    /// <summary>How many bytes two files begin with in common.</summary>
    /// <param name="one">A file.</param>
    /// <param name="other">Another one, or the same.</param>
    /// <param name="length">How far to look.</param>
    public static long Common(SafeFileHandle one, SafeFileHandle other, long length)
    {
        byte[] first = new byte[ChunkBytes], second = new byte[ChunkBytes];
        long same = 0;
        while (same < length)
        {
            int count = (int)Math.Min(length - same, ChunkBytes);
            int read = Math.Min(RandomAccess.Read(one, first.AsSpan(0, count), same), RandomAccess.Read(other, second.AsSpan(0, count), same));
            int common = first.AsSpan(0, read).CommonPrefixLength(second.AsSpan(0, read));
            same += common;
            if (common < count)
                break;
        }

        return same;
    }

    private static bool IsLogBehindZeros(SafeFileHandle file, long length)
    {
        byte[] chunk = new byte[ChunkBytes];
        for (long start = 0; start < length; start += ChunkBytes)
        {
            var read = chunk.AsSpan(0, RandomAccess.Read(file, chunk, start));
            int zeros = read.Length - read.TrimStart((byte)0).Length;
            if (zeros == read.Length)
                continue;
            Span<byte> head = stackalloc byte[RecordBeginning.Length];
            head = head[..RandomAccess.Read(file, head, start + zeros)];
            return start + zeros > 0 && (head.StartsWith(Beginning) || head.SequenceEqual(RecordBeginning));
        }

        return false;
    }

    private static long PositionAfterLastBreak(SafeFileHandle file, long length)
    {
        Span<byte> chunk = stackalloc byte[ChunkBytes];
        for (long end = length; end > 0; end -= ChunkBytes)
        {
            long start = Math.Max(0, end - ChunkBytes);
            int read = RandomAccess.Read(file, chunk[..(int)(end - start)], start);
            int index = chunk[..read].LastIndexOf((byte)'\n');
            if (index >= 0)
                return start + index + 1;
        }

        return 0;
    }

    private static bool IsWholeObject(SafeFileHandle file, long start, long end)
    {
        // A longer tail than this is no record.
        const int longest = 1 << 20;
        if (end - start > longest)
            return false;
        byte[] tail = new byte[end - start];
        RandomAccess.Read(file, tail, start);
        try
        {
            var reader = new Utf8JsonReader(tail);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
