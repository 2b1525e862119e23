using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using LrGen.CompilerServices;

namespace LrGen.Tool.Export;

/// <summary>
/// Writes an event file of TensorBoard: records of TensorFlow (length, masked CRC-32C of the length, data, masked CRC-32C of the data; all
/// little-endian), each with one Event of event.proto. Scalars are simple values of a Summary, one record for each.
/// </summary>
/// <remarks>Sources: tensorflow/core/lib/io/record_writer.h, tensorflow/core/util/event.proto, tensorflow/core/framework/summary.proto.</remarks>
internal sealed class EventFile
{
    /// <summary>"The CRC of a string that has embedded CRCs" is a problem; so it is rotated, and this is added (lib/hash/crc32c.h).</summary>
    private const uint MaskDelta = 0xa282ead8;

    // Wire types of protocol buffers, and the fields' numbers above them.
    private const int Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5;
    private const byte WallTime = (1 << 3) | Fixed64, Step = (2 << 3) | Varint, FileVersion = (3 << 3) | Bytes, Summary = (5 << 3) | Bytes;
    private const byte Value = (1 << 3) | Bytes, Tag = (1 << 3) | Bytes, SimpleValue = (2 << 3) | Fixed32;

    private readonly Stream _stream;
    private byte[] _event = new byte[256];

    public EventFile(Stream stream, DateTimeOffset start)
    {
        _stream = stream;
        int length = PutTime(0, Seconds(start));
        _event[length++] = FileVersion;
        Record(PutText(length, "brain.Event:2"u8.ToArray()));
    }

    /// <summary>A name that TensorBoard takes for one of its files: the same for a run each time.</summary>
    public static string Name(DateTimeOffset start) => string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{start.ToUnixTimeSeconds()}.lrgen");

    public static double Seconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>The name of a scalar as the file has it.</summary>
    public static byte[] TagOf(string name) => Encoding.UTF8.GetBytes(name);

    /// <param name="tag">From <see cref="TagOf"/>.</param>
    /// <param name="step">The step.</param>
    /// <param name="value">Its value; event files have singles.</param>
    /// <param name="time">Seconds since 1970.</param>
    public void Scalar(byte[] tag, long step, double value, double time)
    {
        Reserve(tag.Length + 64);
        int valueLength = 1 + LengthOf((ulong)tag.Length) + tag.Length + 5;
        int summaryLength = 1 + LengthOf((ulong)valueLength) + valueLength;
        int length = PutTime(0, time);
        _event[length++] = Step;
        length = PutVarint(length, unchecked((ulong)step));
        _event[length++] = Summary;
        length = PutVarint(length, (ulong)summaryLength);
        _event[length++] = Value;
        length = PutVarint(length, (ulong)valueLength);
        _event[length++] = Tag;
        length = PutText(length, tag);
        _event[length++] = SimpleValue;
        BinaryPrimitives.WriteSingleLittleEndian(_event.AsSpan(length), (float)value);
        Record(length + 4);
    }

    private int PutTime(int at, double time)
    {
        _event[at] = WallTime;
        BinaryPrimitives.WriteDoubleLittleEndian(_event.AsSpan(at + 1), time);
        return at + 9;
    }

    private int PutText(int at, byte[] text)
    {
        at = PutVarint(at, (ulong)text.Length);
        text.CopyTo(_event, at);
        return at + text.Length;
    }

    private int PutVarint(int at, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _event[at++] = (byte)(value | 0x80);
        _event[at++] = (byte)value;
        return at;
    }

    private static int LengthOf(ulong value)
    {
        int length = 1;
        for (; value >= 0x80; value >>= 7)
            length++;
        return length;
    }

    private void Reserve(int count)
    {
        if (_event.Length < count)
            Array.Resize(ref _event, count);
    }

    private void Record(int length)
    {
        Span<byte> number = stackalloc byte[8], sum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt64LittleEndian(number, (ulong)length);
        _stream.Write(number);
        BinaryPrimitives.WriteUInt32LittleEndian(sum, Masked(number));
        _stream.Write(sum);
        _stream.Write(_event, 0, length);
        BinaryPrimitives.WriteUInt32LittleEndian(sum, Masked(_event.AsSpan(0, length)));
        _stream.Write(sum);
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~CheckpointFormat.Checksum(uint.MaxValue, bytes);
        return unchecked(((crc >> 15) | (crc << 17)) + MaskDelta);
    }
}
