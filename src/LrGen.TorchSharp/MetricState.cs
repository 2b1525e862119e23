using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace LrGen;

/// <summary>
/// What reports of metrics have made of a schedule, in a file: "LRGENMET", the version 1 (2 bytes), the number of values (4 bytes), and each with its name and
/// the kind of its value. What the struct was made with is no part of it.
/// </summary>
internal static class MetricState
{
    private const ushort Version = 1;

    private static ReadOnlySpan<byte> Magic => "LRGENMET"u8;

    private enum Kind : byte
    {
        Flag,
        Integer,
        Real,
    }

    public static void Write<TSchedule>(BinaryWriter writer, TSchedule schedule)
        where TSchedule : struct
    {
        object state = schedule;
        var properties = PropertiesOf(typeof(TSchedule));
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(properties.Count);
        foreach (var property in properties)
        {
            writer.Write(property.Name);
            WriteValue(writer, property.GetValue(state)!);
        }
    }

    /// <summary>A schedule with the state that was saved, and all else as it is.</summary>
    /// <exception cref="CheckpointException">The data is no such state, or that of another declaration.</exception>
    public static TSchedule Read<TSchedule>(BinaryReader reader, TSchedule schedule)
        where TSchedule : struct
    {
        string name = typeof(TSchedule).Name;
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
            throw new CheckpointException($"The data is not the saved state of {name}: it does not start with \"LRGENMET\".");
        try
        {
            ushort version = reader.ReadUInt16();
            if (version != Version)
                throw new CheckpointException($"The saved state of {name} has version {version}; this version of LrGen.TorchSharp reads version {Version}.");
            return ReadValues(reader, schedule, name);
        }
        catch (EndOfStreamException exception)
        {
            throw new CheckpointException($"The saved state of {name} is truncated: the data ends too early.", exception);
        }
    }

    private static TSchedule ReadValues<TSchedule>(BinaryReader reader, TSchedule schedule, string name)
        where TSchedule : struct
    {
        object state = schedule;
        var properties = PropertiesOf(typeof(TSchedule)).ToDictionary(p => p.Name, StringComparer.Ordinal);
        int count = reader.ReadInt32();
        for (int i = 0; i < count; i++)
        {
            string saved = reader.ReadString();
            object value = ReadValue(reader);
            if (!properties.Remove(saved, out var property) || property.PropertyType != value.GetType())
                throw new CheckpointException($"The state was saved of another schedule than {name}: that one has no {saved} of this kind.");
            property.SetValue(state, value);
        }

        return properties.Count == 0 ? (TSchedule)state
            : throw new CheckpointException(
                $"The state was saved of another schedule than {name}: it has no {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>The struct is the whole state, and these are it: what the generator gives a public setter.</summary>
    private static List<PropertyInfo> PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p is { CanRead: true, SetMethod.IsPublic: true } && p.GetIndexParameters().Length == 0 && IsKnown(p.PropertyType))
            .OrderBy(p => p.Name, StringComparer.Ordinal),
    ];

    private static bool IsKnown(Type type) => type == typeof(bool) || type == typeof(int) || type == typeof(double);

    private static void WriteValue(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case bool flag:
                writer.Write((byte)Kind.Flag);
                writer.Write(flag);
                break;
            case int number:
                writer.Write((byte)Kind.Integer);
                writer.Write(number);
                break;
            default:
                writer.Write((byte)Kind.Real);
                writer.Write((double)value);
                break;
        }
    }

    private static object ReadValue(BinaryReader reader) => (Kind)reader.ReadByte() switch
    {
        Kind.Flag => reader.ReadBoolean(),
        Kind.Integer => reader.ReadInt32(),
        Kind.Real => reader.ReadDouble(),
        var kind => throw new CheckpointException(
            $"The saved state has a value of the kind {(byte)kind}, which this version of LrGen.TorchSharp does not know."),
    };
}
