using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LrGen;

/// <summary>An entry of a journal as a line of JSON.</summary>
internal static class JournalLine
{
    private static readonly string[] s_statuses = ["done", "pruned", "failed"];
    private static readonly string[] s_kinds = ["quasi-random", "random", "grid"];

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
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a line; null where it is no entry.</summary>
    public static JournalEntry? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            int status = Array.IndexOf(s_statuses, root.GetProperty("status").GetString());
            int kind = Array.IndexOf(s_kinds, root.GetProperty("kind").GetString());
            var values = root.GetProperty("values");
            long trial = root.GetProperty("trial").GetInt64();
            if (status < 0 || kind < 0 || trial < 0 || values.ValueKind != JsonValueKind.Object)
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
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

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
