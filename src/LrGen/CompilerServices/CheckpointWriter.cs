using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace LrGen.CompilerServices;

/// <summary>Writes the state of an optimizer in the form of <see cref="CheckpointFormat"/>.</summary>
internal sealed class CheckpointWriter
{
    private const int Part = 1 << 16;

    private readonly Stream? _stream;
    private uint _checksum = uint.MaxValue;
    private long _length;

    /// <param name="stream">Where to write; null only counts.</param>
    private CheckpointWriter(Stream? stream) => _stream = stream;

    public static void Write(OptimizerCore core, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException("The stream cannot be written.", nameof(stream));
        var count = new CheckpointWriter(null);
        count.Body(core);

        var writer = new CheckpointWriter(stream);
        writer.Bytes(CheckpointFormat.Magic);
        writer.Number(CheckpointFormat.Version, sizeof(ushort));
        writer.Number(count._length, sizeof(long));
        writer.Body(core);
        writer.Number(~writer._checksum, sizeof(uint));
    }

    private void Body(OptimizerCore core)
    {
        Text(core.Layout.Name);
        Number(core.Step, sizeof(long));
        Number(core.IsEvaluating ? 1 : 0, sizeof(byte));
        Number(core.Accumulated, sizeof(int));
        Number(core.Layout.Scalars.Length, sizeof(ushort));
        foreach (string name in core.Layout.Scalars)
            Text(name);
        var arrays = SavedArrays(core);
        Number(arrays.Count, sizeof(ushort));
        foreach (var (name, _) in arrays)
            Text(name);
        Number(core.Parameters.Count, sizeof(int));
        foreach (var tensor in core.Parameters)
        {
            Text(tensor.Name);
            Number(CheckpointFormat.TypeCode(tensor), sizeof(byte));
            Number(tensor.Shape.Count, sizeof(byte));
            foreach (int dimension in tensor.Shape)
                Number(dimension, sizeof(int));
            Number(tensor.Updates, sizeof(long));
            foreach (double scalar in tensor.Scalars)
                Number(BitConverter.DoubleToInt64Bits(scalar), sizeof(long));
            foreach (var (_, index) in arrays)
                Numbers(tensor.State[index]);
        }
    }

    /// <summary>The names of the arrays that are saved, and their places in the state.</summary>
    public static List<(string Name, int Index)> SavedArrays(OptimizerCore core)
    {
        var arrays = new List<(string, int)>();
        for (int i = 0; i < core.Layout.States.Length; i++)
        {
            if (core.Layout.States[i].IsSaved)
                arrays.Add((core.Layout.States[i].Name, i));
        }

        if (core.Accumulates)
            arrays.Add((CheckpointFormat.GradientSum, core.Layout.States.Length));
        return arrays;
    }

    private void Text(string text)
    {
        byte[] bytes = CheckpointFormat.Encoding.GetBytes(text);
        if (bytes.Length > ushort.MaxValue)
            throw new InvalidOperationException($"The name '{text[..32]}…' is too long to be saved.");
        Number(bytes.Length, sizeof(ushort));
        Bytes(bytes);
    }

    private void Number(long number, int bytes)
    {
        Span<byte> buffer = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(buffer, number);
        Bytes(buffer[..bytes]);
    }

    private void Numbers(Array numbers)
    {
        Number(numbers.Length, sizeof(long));
        if (numbers is float[] singles)
            Numbers<float>(singles);
        else
            Numbers<double>((double[])numbers);
    }

    private void Numbers<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        // In parts, since a span of bytes is at most 2 GiB long.
        while (numbers.Length > 0)
        {
            var part = numbers[..Math.Min(Part, numbers.Length)];
            if (!BitConverter.IsLittleEndian)
                part = Reversed(part);
            Bytes(MemoryMarshal.AsBytes(part));
            numbers = numbers[part.Length..];
        }
    }

    private static ReadOnlySpan<T> Reversed<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        var reversed = numbers.ToArray();
        ByteOrder.Reverse<T>(reversed);
        return reversed;
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        if (_stream is null)
            return;
        _checksum = CheckpointFormat.Checksum(_checksum, bytes);
        _stream.Write(bytes);
    }
}
