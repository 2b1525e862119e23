using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace LrGen.CompilerServices;

/// <summary>The form of saved state, version 1.</summary>
/// <remarks>
/// All numbers are little-endian. A text is its length in bytes (2) and UTF-8.
/// <code>
/// "LRGENOPT"                      8 bytes
/// version                         2: 1
/// length of the body              8
/// body
///   rule                          text: Adam
///   step                          8
///   evaluating                    1: 0 or 1, whether the parameters were those to evaluate with
///   accumulated                   4: gradients in the sums
///   scalars of a tensor           2: number; each a text
///   arrays of a tensor            2: number; each a text ("gradients": the sum of accumulated ones)
///   tensors                       4: number
///   of each tensor
///     name                        text
///     type of the parameters      1: 0 float, 1 double, 2 Half (its state is float)
///     dimensions                  1: number; each 4
///     updates                     8
///     scalars                     8 each, double
///     arrays                      each its length (8) and its numbers, float (4) or double (8)
/// checksum                        4: CRC-32C of all before it
/// </code>
/// </remarks>
internal static class CheckpointFormat
{
    public const ushort Version = 1;

    /// <summary>What the sum of accumulated gradients is called among the arrays.</summary>
    public const string GradientSum = "gradients";

    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadOnlySpan<byte> Magic => "LRGENOPT"u8;

    public static byte TypeCode(ParameterTensor tensor) => tensor switch
    {
        ParameterTensor<float> => 0,
        ParameterTensor<double> => 1,
        _ => 2,
    };

    /// <summary>CRC-32C (Castagnoli), continued: start with all bits set and invert the result.</summary>
    public static uint Checksum(uint checksum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte b in bytes)
            checksum = BitOperations.Crc32C(checksum, b);
        return checksum;
    }
}

/// <summary>The order of bytes in memory and in saved state.</summary>
internal static class ByteOrder
{
    public static void Reverse<T>(Span<T> numbers)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(int))
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<T, int>(numbers), MemoryMarshal.Cast<T, int>(numbers));
        else
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<T, long>(numbers), MemoryMarshal.Cast<T, long>(numbers));
    }
}
