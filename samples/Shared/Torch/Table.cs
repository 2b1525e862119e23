using Spectre.Console;

namespace Samples;

/// <summary>A column: its heading and what it shows of a training.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Of">The number.</param>
/// <param name="Format">How it is written.</param>
readonly record struct Column(string Heading, Func<Outcome, double> Of, string Format);

/// <summary>Writes a table: one row for each contender, its attributes below its name.</summary>
static class Table
{
    public static void Write(Section section, Outcome[][] outcomes, params Column[] columns)
    {
        int width = section.Contenders.Max(c => c.Name.Length);
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine(section.Title);
        AnsiConsole.WriteLine();
        WriteRow("bold", width, "", [.. columns.Select(c => c.Heading)], "learning rate");
        foreach (var (contender, runs) in section.Contenders.Zip(outcomes))
        {
            string[] cells = [.. columns.Select(column => Statistics.MeanAndDeviation([.. runs.Select(column.Of)], column.Format))];
            // A full block is the row's own highest rate, since rates of different optimizers do not compare.
            WriteRow("default", width, contender.Name, cells, RateCurve.Of(contender.Rates, contender.Rates.Max()));
            AnsiConsole.MarkupLineInterpolated($"[grey]  {contender.Attributes}[/]");
        }
    }

    /// <summary>Writes how long the optimizer's part of an update took: no part of the table, since it differs from run to run.</summary>
    public static void WriteTimes(Section section, Outcome[][] outcomes)
    {
        if (section.Timed.Length > 0)
            AnsiConsole.WriteLine();
        foreach (var (contender, runs) in section.Contenders.Zip(outcomes))
        {
            if (section.Timed.Contains(contender.Name))
                AnsiConsole.WriteLine($"time of the optimizer's part of an update: {contender.Name} {runs.Average(r => r.UpdateMicroseconds):F0} µs");
        }
    }

    private static void WriteRow(string style, int width, string name, string[] cells, string curve) =>
        AnsiConsole.MarkupLineInterpolated($"[{style}]{name.PadRight(width)}{string.Concat(cells.Select(cell => $"{cell,14}"))}  {curve}[/]");
}
