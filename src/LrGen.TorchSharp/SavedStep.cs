using System;
using System.IO;

namespace LrGen;

/// <summary>A step in a file: "LRGENSTP", the version 1 (2 bytes), the step (8 bytes), all little-endian.</summary>
internal static class SavedStep
{
    private const ushort Version = 1;

    private static ReadOnlySpan<byte> Magic => "LRGENSTP"u8;

    public static void Write(BinaryWriter writer, long step)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(step);
    }

    public static long Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            Span<byte> magic = stackalloc byte[Magic.Length];
            foreach (ref byte b in magic)
                b = reader.ReadByte();
            if (!magic.SequenceEqual(Magic))
                throw new CheckpointException("The data is not the saved step of a schedule: it does not start with \"LRGENSTP\".");
            ushort version = reader.ReadUInt16();
            if (version != Version)
                throw new CheckpointException($"The saved step has version {version}; this version of LrGen reads version {Version}.");
            return reader.ReadInt64();
        }
        catch (EndOfStreamException exception)
        {
            throw new CheckpointException("The saved step is truncated: the data ends too early.", exception);
        }
    }
}
