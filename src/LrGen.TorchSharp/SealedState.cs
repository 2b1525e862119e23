using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace LrGen;

/// <summary>
/// A file with a checksum: TorchSharp reads the state of its optimizers as it comes, and would take what is damaged. "LRGENSDT", the version 1 (2 bytes),
/// the state, and the SHA-256 of all before it (32 bytes).
/// </summary>
internal static class SealedState
{
    private const ushort Version = 1;
    private const int HeaderLength = 10;

    private static ReadOnlySpan<byte> Magic => "LRGENSDT"u8;

    /// <summary>Saves what moves an optimizer, and the optimizer's own state.</summary>
    /// <exception cref="InvalidOperationException">TorchSharp does not save that.</exception>
    public static void Save(string path, Optimizer optimizer, Action<BinaryWriter> write, int keep)
    {
        var state = StateOf(optimizer);
        CheckpointFile.Save(path, stream => Write(stream, writer =>
        {
            write(writer);
            state.save_state_dict(writer);
        }), keep);
    }

    /// <summary>Loads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="read">Reads what moves the optimizer; its result takes that over, when all was read.</param>
    public static void Load(string path, Optimizer optimizer, Func<BinaryReader, Action> read)
    {
        var state = StateOf(optimizer);
        CheckpointFile.Load(path, stream => Read(stream, reader =>
        {
            var take = read(reader);
            state.load_state_dict(reader);
            take();
        }));
    }

    private static OptimizerHelper StateOf(Optimizer optimizer) => optimizer as OptimizerHelper ?? throw new InvalidOperationException(
        $"TorchSharp saves no state of {optimizer.GetType().Name}; save the rest alone: Save(BinaryWriter).");

    private static void Write(Stream stream, Action<BinaryWriter> write)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(hashed, Encoding.UTF8))
        {
            writer.Write(Magic);
            writer.Write(Version);
            write(writer);
        }

        stream.Write(hash.Hash!);
    }

    /// <exception cref="CheckpointException">The file is damaged, or another one; nothing was read from it.</exception>
    private static void Read(Stream stream, Action<BinaryReader> read)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith(Magic))
            throw new CheckpointException("The file is not the saved state of a TorchSharp optimizer: it does not start with \"LRGENSDT\".");
        ushort version = System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(header[Magic.Length..]);
        if (version != Version)
            throw new CheckpointException($"The saved state has version {version}; this version of LrGen.TorchSharp reads version {Version}.");
        long length = stream.Length - SHA256.HashSizeInBytes;
        if (length < HeaderLength || !IsWhole(stream, length))
            throw new CheckpointException("The saved state is truncated or damaged: its checksum is wrong.");
        stream.Position = HeaderLength;
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        read(reader);
    }

    private static bool IsWhole(Stream stream, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        stream.Position = 0;
        while (length > 0)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(length, buffer.Length));
            if (read == 0)
                return false;
            hash.AppendData(buffer, 0, read);
            length -= read;
        }

        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(sum);
        return sum.SequenceEqual(hash.GetHashAndReset());
    }
}
