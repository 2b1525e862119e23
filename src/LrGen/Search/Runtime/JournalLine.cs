using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LrGen.CompilerServices;

namespace LrGen;

/// <summary>An entry of a journal as a line of JSON, which ends with a checksum of what stands before it.</summary>
internal static class JournalLine
{
    /// <summary>How many bytes a line can have: the reports of some millions of steps.</summary>
    public const int Longest = 128 << 20;

    /// <summary>"check":"1a2b3c4d"} with a comma before it.</summary>
    private const int CheckLength = 20;

    private static readonly string[] s_statuses = ["done", "pruned", "failed", "interrupted"];
    private static readonly string[] s_kinds = ["quasi-random", "random", "grid"];

    /// <summary>What every line begins with.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"trial\":"u8;

    /// <summary>What follows on the number of the trial.</summary>
    public static ReadOnlySpan<byte> BehindTrial => ",\"status\":\""u8;

    private static ReadOnlySpan<byte> CheckName => ",\"check\":\""u8;

    public static string NameOf(SearchKind kind) => s_kinds[(int)kind];

    /// <summary>Writes an entry and the end of its line.</summary>
    public static ReadOnlyMemory<byte> Write(JournalEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("trial", entry.Trial);
            writer.WriteString("status", s_statuses[(int)entry.Status]);
            WriteNumber(writer, "result", entry.Result);
            writer.WritePropertyName("values");
            entry.Values.WriteTo(writer);
            writer.WriteNumber("seconds", Math.Round(entry.Seconds, 6));
            if (entry.Error is not null)
                writer.WriteString("error", entry.Error);
            if (entry.Reports.Count > 0)
            {
                writer.WriteStartArray("reports");
                foreach (var report in entry.Reports)
                {
                    writer.WriteStartArray();
                    writer.WriteNumberValue(report.Step);
                    if (double.IsFinite(report.Value))
                        writer.WriteNumberValue(report.Value);
                    else
                        writer.WriteStringValue(Name(report.Value));
                    writer.WriteEndArray();
                }

                writer.WriteEndArray();
            }

            writer.WriteString("kind", NameOf(entry.Kind));
            writer.WriteNumber("seed", entry.Seed);
            writer.WriteString("space", entry.Space);
            if (entry.Trials is { } trials)
                writer.WriteNumber("trials", trials);
            if (entry.Shard is { } shard)
                WriteShard(writer, shard);
            if (entry.IsMerged)
                writer.WriteBoolean("merged", true);
            writer.WriteEndObject();
        }

        // The closing brace comes behind the checksum.
        var body = buffer.WrittenSpan[..^1];
        byte[] line = new byte[body.Length + CheckLength + 1];
        body.CopyTo(line);
        Encoding.ASCII.GetBytes(Check(body), line.AsSpan(body.Length));
        line[^1] = (byte)'\n';
        if (line.Length > Longest)
        {
            throw new SearchJournalException(string.Create(CultureInfo.InvariantCulture,
                $"Trial {entry.Trial} has {entry.Reports.Count:N0} reports; a line of the journal can have {Longest >> 20} MiB. Report less often."));
        }

        return line;
    }

    /// <summary>Reads a line; null where it is no entry, or its checksum is wrong. Lines of older journals have none.</summary>
    public static JournalEntry? Read(ReadOnlyMemory<byte> line)
    {
        bool isChecked = line.Length > CheckLength && line.Span[^CheckLength..].StartsWith(CheckName);
        if (isChecked && !line.Span[^CheckLength..].SequenceEqual(Encoding.ASCII.GetBytes(Check(line.Span[..^CheckLength]))))
            return null;
        if (!Utf8.IsValid(line.Span))
            return null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            int status = Array.IndexOf(s_statuses, root.GetProperty("status").GetString());
            int kind = Array.IndexOf(s_kinds, root.GetProperty("kind").GetString());
            var values = root.GetProperty("values");
            long trial = root.GetProperty("trial").GetInt64();
            bool hasShard = root.TryGetProperty("shard", out var shard);
            // A line with a shard is of a journal whose lines have checksums.
            if (status < 0 || kind < 0 || trial < 0 || values.ValueKind != JsonValueKind.Object || (hasShard && !isChecked))
                return null;
            return new JournalEntry
            {
                Trial = trial,
                Status = (TrialStatus)status,
                Result = Number(root.GetProperty("result")),
                Seconds = root.GetProperty("seconds").GetDouble(),
                Values = values.Clone(),
                Reports = root.TryGetProperty("reports", out var reports) ? Reports(reports) : [],
                Error = root.TryGetProperty("error", out var error) ? error.GetString() : null,
                Kind = (SearchKind)kind,
                Seed = root.GetProperty("seed").GetUInt64(),
                Space = root.GetProperty("space").GetString() ?? string.Empty,
                Trials = root.TryGetProperty("trials", out var trials) ? trials.GetInt64() : null,
                Shard = hasShard ? ReadShard(root, shard.GetString()!) : null,
                IsMerged = root.TryGetProperty("merged", out var merged) && merged.GetBoolean(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static string Check(ReadOnlySpan<byte> body) => string.Create(
        CultureInfo.InvariantCulture, $",\"check\":\"{~CheckpointFormat.Checksum(uint.MaxValue, body):x8}\"}}");

    private static void WriteShard(Utf8JsonWriter writer, Shard shard)
    {
        writer.WriteString("shard", shard.ToString());
        if (shard.First != 0)
            writer.WriteNumber("first", shard.First);
        if (shard.Step != 1)
            writer.WriteNumber("every", shard.Step);
    }

    private static Shard ReadShard(JsonElement root, string text) => LrGen.Shard.Parse(text) with
    {
        First = root.TryGetProperty("first", out var first) ? first.GetInt32() : 0,
        Step = root.TryGetProperty("every", out var step) ? Math.Max(step.GetInt32(), 1) : 1,
    };

    private static List<TrialReport> Reports(JsonElement array)
    {
        var reports = new List<TrialReport>(array.GetArrayLength());
        foreach (var report in array.EnumerateArray())
            reports.Add(new TrialReport(report[0].GetInt64(), Number(report[1])));
        return reports;
    }

    /// <summary>JSON has no number for what is not finite.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumber(name, value);
        else
            writer.WriteString(name, Name(value));
    }

    private static string Name(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
        : element.GetDouble();
}
