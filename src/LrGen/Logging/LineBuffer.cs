using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LrGen;

/// <summary>Whole lines of a training log that are not in the file yet.</summary>
internal sealed class LineBuffer
{
    /// <summary>The most bytes of a number with its comma: −1.7976931348623157E+308 has 24, "-Infinity" has 11.</summary>
    public const int NumberBytes = 32;

    /// <summary>The most bytes of a record without metrics: its five numbers, and names and braces.</summary>
    public const int RecordBytes = (5 * NumberBytes) + 80;

    private const int Capacity = 1 << 16;

    private byte[] _bytes = new byte[Capacity];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Returns a metric's name as it stands in a record: quoted, escaped, with its colon.</summary>
    public static byte[] Key(string name) => Encoding.UTF8.GetBytes($"\"{Escaped(name)}\":");

    public bool HasRoomFor(int count) => count <= _bytes.Length - _length;

    /// <summary>Makes room for a record that is longer than the whole buffer: one with thousands of metrics.</summary>
    public void Reserve(int count)
    {
        if (!HasRoomFor(count))
            Array.Resize(ref _bytes, _length + count);
    }

    public void Clear() => _length = 0;

    /// <param name="run">What the run is called.</param>
    /// <param name="schedule">The schedule of the rate; null leaves it out.</param>
    /// <param name="start">When the log was opened.</param>
    /// <param name="lost">How many bytes of earlier records are gone; 0 leaves it out.</param>
    public void AddHeader(string run, string? schedule, DateTime start, long lost = 0)
    {
        var line = new StringBuilder($"{{\"log\":1,\"run\":\"{Escaped(run)}\"");
        if (schedule is not null)
            line.Append(CultureInfo.InvariantCulture, $",\"schedule\":\"{Escaped(schedule)}\"");
        line.Append(CultureInfo.InvariantCulture, $",\"start\":\"{start:O}\"");
        if (lost > 0)
            line.Append(CultureInfo.InvariantCulture, $",\"lost\":{lost}");
        line.Append("}\n");
        byte[] bytes = Encoding.UTF8.GetBytes(line.ToString());
        Reserve(bytes.Length);
        Add(bytes);
    }

    public void AddRecord(long step, double epoch, bool hasEpoch, double rate, double loss, TimeSpan time)
    {
        Add("{\"step\":"u8);
        step.TryFormat(_bytes.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
        if (hasEpoch)
        {
            Add(",\"epoch\":"u8);
            Add(epoch);
        }

        Add(",\"rate\":"u8);
        Add(rate);
        Add(",\"loss\":"u8);
        Add(loss);
        Add(",\"time\":"u8);
        Add(Math.Round(time.TotalSeconds, 3));
    }

    public void BeginMetrics() => Add(",\"metrics\":{"u8);

    public void AddMetric(ReadOnlySpan<byte> key, double value, bool isFirst)
    {
        if (!isFirst)
            Add(","u8);
        Add(key);
        Add(value);
    }

    public void EndMetrics() => Add("}"u8);

    public void EndRecord() => Add("}\n"u8);

    /// <summary>A text in quotes. Half a surrogate pair, which no reader could take, becomes U+FFFD in the first step.</summary>
    private static JsonEncodedText Escaped(string text) => JsonEncodedText.Encode(Encoding.UTF8.GetBytes(text));

    private void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    /// <remarks>The shortest digits that come back as the same double.</remarks>
    private void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            Add(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8);
            return;
        }

        value.TryFormat(_bytes.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        // The shortest digits of two powers of two are those of the double below (dotnet/runtime#131131); 17 always suffice.
        if (double.IsPow2(value) && double.Parse(_bytes.AsSpan(_length, written), NumberStyles.Float, CultureInfo.InvariantCulture) != value)
            value.TryFormat(_bytes.AsSpan(_length), out written, "G17", CultureInfo.InvariantCulture);
        _length += written;
    }
}
