using System.Globalization;
using System.Text.Json;
using LrGen.Tool.Input;
using LrGen.Tool.Output;

namespace LrGen.Tool.Export;

/// <summary>Journals of a search: a line for each trial, or a run with what it reported.</summary>
internal sealed class ExportedTrials(IReadOnlyList<JournalEntry> entries)
{
    /// <summary>Gets the trials that came to an end, in their order: of one that was interrupted, and then run, the last entry is the one.</summary>
    public IEnumerable<JournalEntry> Ended => entries.Where(e => e.Status != TrialStatus.Interrupted).GroupBy(e => e.Trial).Select(g => g.Last());

    /// <summary>Whether a file begins as a journal does.</summary>
    /// <exception cref="ToolException">It is a device or a pipe.</exception>
    public static bool IsJournal(string path)
    {
        if (!File.Exists(path))
            return false;
        InputFile.Note(path);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> head = stackalloc byte[JournalLine.Beginning.Length];
        return RandomAccess.Read(file, head, 0) == head.Length && head.SequenceEqual(JournalLine.Beginning);
    }

    public static ExportedTrials Read(IEnumerable<string> paths, TextWriter error)
    {
        var entries = new List<JournalEntry>();
        foreach (string path in paths)
        {
            InputFile.Note(path);
            entries.AddRange(SearchJournal.Read(path, out var unfinished));
            if (unfinished is { } line)
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Visible.Text(path)}: line {line.Number} was left out: {line.Reason}."));
        }

        return new ExportedTrials([.. entries.OrderBy(e => e.Trial)]);
    }

    /// <summary>Columns: trial, status, result, seconds, shard, the parameters of the space, and the error.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var csv = new CsvWriter(writer);
        string[] parameters = [.. entries.SelectMany(e => e.Values.EnumerateObject()).Select(p => p.Name).Distinct()];
        foreach (string name in (string[])["trial", "status", "result", "seconds", "shard", .. parameters, "error"])
            csv.Text(name);
        csv.EndLine();
        foreach (var entry in entries)
        {
            csv.Integer(entry.Trial);
            csv.Text(entry.Status.ToString().ToLowerInvariant());
            csv.Number(entry.Result, !double.IsNaN(entry.Result));
            csv.Number(entry.Seconds);
            csv.Text(entry.Shard?.ToString() ?? string.Empty);
            foreach (string name in parameters)
                csv.Text(entry.Values.TryGetProperty(name, out var value) ? Text(value) : string.Empty);
            csv.Text(entry.Error ?? string.Empty);
            csv.EndLine();
        }
    }

    /// <summary>
    /// A run for each trial: its reports, its result behind them, and its numbers among the parameters. Journals do not say when a trial began.
    /// </summary>
    public IEnumerable<EventRun> Runs()
    {
        foreach (var entry in Ended)
            yield return new EventRun("trial-" + entry.Trial.ToString("0000", CultureInfo.InvariantCulture), DateTimeOffset.UnixEpoch, Scalars(entry));
    }

    private static IEnumerable<(byte[], long, double, double)> Scalars(JournalEntry entry)
    {
        byte[] report = EventFile.TagOf("report");
        foreach (var (step, value) in entry.Reports)
            yield return (report, step, value, entry.Seconds);
        long last = entry.Reports is [.., var end] ? end.Step : 0;
        if (!double.IsNaN(entry.Result))
            yield return (EventFile.TagOf("result"), last, entry.Result, entry.Seconds);
        foreach (var parameter in entry.Values.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number))
            yield return (EventFile.TagOf("parameters/" + parameter.Name), last, parameter.Value.GetDouble(), entry.Seconds);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => string.Empty,
        _ => value.GetRawText(),
    };
}
