using LrGen;
using Spectre.Console;

namespace RateSearch;

/// <summary>Writes the table of the kinds, and the map of rates and batch sizes.</summary>
static class Report
{
    private const int Columns = 10;
    private const double LowestRate = 0.01;
    private const double HighestRate = 3;

    public static void WriteComparison(Contender[] contenders)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{"kind",-22}{"best loss",18}{"after a quarter",20}{"epochs",9}[/]");
        foreach (var contender in contenders)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"{contender.Name,-22}{Losses(contender.Results, 1),18}{Losses(contender.Results, 4),20}{contender.Epochs.Average(),9:F0}");
        }
        AnsiConsole.MarkupLine("""

            best loss        the lowest cross-entropy on images that no training saw, of the trials that came to their end,
                             mean ± standard deviation over the seeds
            after a quarter  the same after the first quarter of the trials; a grid goes through its space in order
            epochs           trained by one search, mean over the seeds
            """);
    }

    public static void WriteBest(SearchResult<Trial> result)
    {
        Console.WriteLine($"{result.Trials.Count} trials have ended, {result.Resumed} of them before; {result.Failures.Count()} failed.");
        if (result.Best is { } best)
        {
            Console.WriteLine(
                $"best: trial {best.Index}, loss {best.Result:F4}, rate {best.Trial.Rate:G3}, batch {best.Trial.Batch}, decay {best.Trial.Decay:G3}");
        }
    }

    /// <summary>The lowest loss of every range of rates at every batch size, green where it is low and red where it is high.</summary>
    public static void WriteMap(IEnumerable<TrialResult<Trial>> trials)
    {
        var cells = trials.Where(t => t.Status == TrialStatus.Done).GroupBy(t => (t.Trial.Batch, Column(t.Trial.Rate)))
            .ToDictionary(cell => cell.Key, cell => cell.Min(t => t.Result));
        if (cells.Count == 0)
            return;
        double lowest = cells.Values.Min();
        AnsiConsole.MarkupLine("\n[bold]lowest loss by rate and batch size[/]");
        AnsiConsole.MarkupLineInterpolated($"{"rate from",-10}{string.Concat(Enumerable.Range(0, Columns).Select(c => $"{RateOf(c),7:G2}"))}");
        foreach (int batch in cells.Keys.Select(key => key.Batch).Distinct().Order())
        {
            string line = $"batch {batch,-4}";
            for (int column = 0; column < Columns; column++)
            {
                // One colour is a doubling of the loss.
                line += cells.TryGetValue((batch, column), out double loss)
                    ? $"[black on {Colour(Math.Log2(loss / lowest))}]{(loss < 99 ? loss.ToString("F3") : "  ∞  "),6} [/]"
                    : "     · ";
            }
            AnsiConsole.MarkupLine(line);
        }
    }

    private static string Losses(SearchResult<Trial>[] results, int part) => Statistics.MeanAndDeviation(
        [.. results.Select(r => r.Trials.Take(Math.Max(r.Trials.Count / part, 1)).Where(t => t.Status == TrialStatus.Done).Min(t => t.Result))], "F4");

    private static int Column(double rate) =>
        Math.Clamp((int)(Columns * Math.Log(rate / LowestRate) / Math.Log(HighestRate / LowestRate)), 0, Columns - 1);

    private static double RateOf(int column) => LowestRate * Math.Pow(HighestRate / LowestRate, (double)column / Columns);

    private static string Colour(double doublings) => doublings switch
    {
        < 0.25 => "green",
        < 0.5 => "greenyellow",
        < 1 => "yellow",
        < 2 => "orange1",
        _ => "red",
    };
}
