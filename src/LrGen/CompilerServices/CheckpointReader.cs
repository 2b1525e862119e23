using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace LrGen.CompilerServices;

/// <summary>
/// Reads what <see cref="CheckpointWriter"/> wrote. Nothing of the optimizer changes before all is read and the checksum is right.
/// </summary>
internal sealed class CheckpointReader
{
    /// <summary>A damaged length must not ask for memory that the data cannot fill: arrays grow by so many numbers as they are read.</summary>
    private const int Part = 1 << 20;

    private readonly OptimizerCore _core;
    private readonly Stream _stream;
    private uint _checksum = uint.MaxValue;
    private long _read;

    private CheckpointReader(OptimizerCore core, Stream stream) => (_core, _stream) = (core, stream);

    private sealed record SavedTensor(string Name, byte Type, int[] Shape, long Updates, double[] Scalars, Array[] Arrays);

    public static void Read(OptimizerCore core, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        try
        {
            new CheckpointReader(core, stream).Read();
        }
        catch (DecoderFallbackException exception)
        {
            throw new CheckpointException("The saved state is damaged: a name is no UTF-8.", exception);
        }
    }

    private void Read()
    {
        Span<byte> magic = stackalloc byte[CheckpointFormat.Magic.Length];
        if (_stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual(CheckpointFormat.Magic))
            throw new CheckpointException("The data is not the saved state of an optimizer: it does not start with \"LRGENOPT\".");
        _checksum = CheckpointFormat.Checksum(_checksum, magic);
        long version = Number(sizeof(ushort));
        if (version != CheckpointFormat.Version)
            throw new CheckpointException($"The saved state has version {version}; this version of LrGen reads version {CheckpointFormat.Version}.");
        long length = Number(sizeof(long));
        if (length < 0 || _stream.CanSeek && length > _stream.Length - _stream.Position - sizeof(uint))
            throw new CheckpointException($"The saved state is truncated or damaged: it should have {length:N0} more bytes.");
        long start = _read;

        string rule = Text();
        if (rule != _core.Layout.Name)
            throw new CheckpointException($"The state was saved by [{rule}]; this optimizer is [{_core.Layout.Name}].");
        long step = Number(sizeof(long));
        long evaluating = Number(sizeof(byte));
        long accumulated = Number(sizeof(int));
        CheckNames("numbers", _core.Layout.Scalars);
        var arrays = CheckpointWriter.SavedArrays(_core);
        CheckNames("arrays", [.. arrays.Select(a => a.Name)]);
        long count = Number(sizeof(int));
        if (step < 0 || accumulated < 0 || evaluating > 1 || count < 0)
            throw Damaged("a count is out of range");
        var tensors = new List<SavedTensor>();
        for (long i = 0; i < count; i++)
            tensors.Add(Tensor(arrays));
        if (_read - start != length)
            throw Damaged($"its body has {_read - start:N0} bytes instead of {length:N0}");
        uint checksum = ~_checksum;
        if ((uint)Number(sizeof(uint)) != checksum)
            throw Damaged("its checksum is wrong");
        Restore(tensors, arrays);
        (_core.Step, _core.Accumulated, _core.IsEvaluating) = (step, (int)accumulated, evaluating == 1);
    }

    private SavedTensor Tensor(List<(string Name, int Index)> arrays)
    {
        string name = Text();
        byte type = (byte)Number(sizeof(byte));
        if (type > 2)
            throw Damaged($"tensor '{name}' has the unknown type {type}");
        var shape = new int[Number(sizeof(byte))];
        long length = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = (int)Number(sizeof(int));
            length *= shape[i];
            if (shape[i] < 1 || length > Array.MaxLength)
                throw Damaged($"tensor '{name}' has an impossible shape");
        }

        if (shape.Length == 0)
            throw Damaged($"tensor '{name}' has no shape");
        if (_core.Parameters.Count > 0)
            CheckTensor(name, type, shape);
        long updates = Number(sizeof(long));
        if (updates < 0)
            throw Damaged($"tensor '{name}' has {updates} updates");
        var scalars = new double[_core.Layout.Scalars.Length];
        for (int i = 0; i < scalars.Length; i++)
            scalars[i] = BitConverter.Int64BitsToDouble(Number(sizeof(long)));
        var state = new Array[arrays.Count];
        for (int i = 0; i < state.Length; i++)
        {
            int index = arrays[i].Index;
            long expected = index < _core.Layout.States.Length ? _core.Layout.States[index].LengthFor(TensorShape.Of(shape)) : length;
            if (Number(sizeof(long)) != expected)
                throw Damaged($"an array of tensor '{name}' has another length than {expected:N0}");
            state[i] = type == 1 ? Numbers<double>((int)expected) : Numbers<float>((int)expected);
        }

        return new SavedTensor(name, type, shape, updates, scalars, state);
    }

    private void CheckTensor(string name, byte type, int[] shape)
    {
        var tensor = _core.Parameters.Find(name)
            ?? throw new CheckpointException($"The saved state has a tensor '{name}'; this optimizer has {_core.Parameters.Names()}.");
        if (!tensor.Shape.SequenceEqual(shape))
        {
            throw new CheckpointException(
                $"Tensor '{name}' was saved with shape {TensorShape.Text(shape)}; here it has {TensorShape.Text(tensor.Shape)}.");
        }

        if (CheckpointFormat.TypeCode(tensor) != type)
            throw new CheckpointException($"Tensor '{name}' was saved as {TypeName(type)}; here it is {tensor.ElementType.Name}.");
    }

    private void CheckNames(string what, string[] expected)
    {
        var names = new string[Number(sizeof(ushort))];
        for (int i = 0; i < names.Length; i++)
            names[i] = Text();
        if (!names.SequenceEqual(expected))
        {
            throw new CheckpointException(
                $"The state was saved by [{_core.Layout.Name}] with other options: its {what} are {List(names)}, this optimizer's {List(expected)}.");
        }

        static string List(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);
    }

    private void Restore(List<SavedTensor> tensors, List<(string Name, int Index)> arrays)
    {
        if (_core.Parameters.Count > 0)
        {
            var missing = _core.Parameters.FirstOrDefault(t => tensors.TrueForAll(s => s.Name != t.Name));
            if (missing is not null)
                throw new CheckpointException($"The saved state has no tensor '{missing.Name}'.");
        }

        if (tensors.Select(t => t.Name).Distinct().Count() != tensors.Count)
            throw Damaged("two tensors have one name");
        foreach (var saved in tensors)
        {
            if (_core.Parameters.Find(saved.Name) is not null)
                continue;
            var shape = TensorShape.Of(saved.Shape);
            int length = shape.Matrices * shape.Rows * shape.Columns;
            if (saved.Type == 0)
                _core.Parameters.Add<float>(saved.Name, length, null, saved.Shape);
            else if (saved.Type == 1)
                _core.Parameters.Add<double>(saved.Name, length, null, saved.Shape);
            else
                _core.Parameters.Add<Half>(saved.Name, length, null, saved.Shape);
        }

        foreach (var saved in tensors)
        {
            var tensor = _core.Parameters[saved.Name];
            var state = (Array[])tensor.State.Clone();
            for (int i = 0; i < arrays.Count; i++)
                state[arrays[i].Index] = saved.Arrays[i];
            tensor.Restore(saved.Updates, saved.Scalars, state);
        }
    }

    private static CheckpointException Damaged(string what) => new($"The saved state is damaged: {what}.");

    private static string TypeName(byte type) => type switch { 0 => "Single", 1 => "Double", _ => "Half" };

    private string Text()
    {
        byte[] bytes = new byte[Number(sizeof(ushort))];
        Bytes(bytes);
        return CheckpointFormat.Encoding.GetString(bytes);
    }

    private long Number(int bytes)
    {
        Span<byte> buffer = stackalloc byte[sizeof(long)];
        buffer.Clear();
        Bytes(buffer[..bytes]);
        long number = BinaryPrimitives.ReadInt64LittleEndian(buffer);
        return bytes == sizeof(int) ? (int)number : number;
    }

    private T[] Numbers<T>(int length)
        where T : unmanaged
    {
        var numbers = new T[Math.Min(length, Part)];
        int read = 0;
        while (true)
        {
            var part = numbers.AsSpan(read);
            Bytes(MemoryMarshal.AsBytes(part));
            if (!BitConverter.IsLittleEndian)
                ByteOrder.Reverse(part);
            read = numbers.Length;
            if (read == length)
                return numbers;
            Array.Resize(ref numbers, (int)Math.Min(length, 2L * read));
        }
    }

    private void Bytes(Span<byte> bytes)
    {
        if (_stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new CheckpointException("The saved state is truncated: the data ends too early.");
        _checksum = CheckpointFormat.Checksum(_checksum, bytes);
        _read += bytes.Length;
    }
}
