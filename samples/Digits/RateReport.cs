using LrGen;
using Spectre.Console;

namespace Digits;

/// <summary>Writes what range tests proposed beside a grid of rates.</summary>
static class RateReport
{
    private const int CurveWidth = 60;
    private const double HighestOfFirst = 1.3;
    private const string Levels = "▁▂▃▄▅▆▇█";

    public static void Write(RateFindings found)
    {
        WriteCurve(found.First);
        AnsiConsole.MarkupLineInterpolated($"[bold]{"how",-14}{"rate",-24}{"held-out %",11}{"worst",7}{"failed",10}[/]");
        var best = found.Grid.MaxBy(tried => tried.MeanAccuracy);
        foreach (var tried in found.Grid.Concat(found.Proposals))
        {
            int failed = tried.Outcomes.Count(outcome => outcome.HasFailed);
            string style = failed > 0 ? "red" : tried == best || tried == found.Proposals[0] ? "green" : "default";
            double[] accuracies = [.. tried.Outcomes.Select(outcome => 100 * outcome.HeldOutAccuracy)];
            string line = $"{tried.Name,-14}{Range(tried.Rates),-24}{Statistics.MeanAndDeviation(accuracies, "F1"),11}{accuracies.Min(),7:F1}";
            AnsiConsole.MarkupLineInterpolated($"[{style}]{line}{$"{failed} of {accuracies.Length}",10}[/]");
        }

        double below = found.PointsBelowBest;
        string comparison = $"{Math.Abs(below):F2} points {(below > 0 ? "below" : "above")}";
        AnsiConsole.MarkupLineInterpolated(
            $"\nThe proposal, {found.Proposals[0].Name}, is {comparison} the best rate of the grid, {best!.Rates[0]:G3}.");
    }

    /// <summary>The smoothed loss over the rate, on one line.</summary>
    private static void WriteCurve(RangeTestResult test)
    {
        var losses = test.SmoothedLosses;
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (double loss in losses)
            (lowest, highest) = (Math.Min(lowest, loss), Math.Max(highest, loss));
        // Where the test diverges there is no end to the loss, and beside it the fall would be flat.
        highest = Math.Min(highest, HighestOfFirst * losses[0]);
        string line = "";
        for (int column = 0; column < CurveWidth; column++)
        {
            double loss = losses[(2 * column + 1) * losses.Length / (2 * CurveWidth)];
            line += Levels[(int)((Levels.Length - 1) * (Math.Min(loss, highest) - lowest) / (highest - lowest) + 0.5)];
        }
        AnsiConsole.MarkupLineInterpolated($"smoothed loss of the first seed, from {lowest:F2}, over rates from {test.Rates[0]:G3} to {test.Rates[^1]:G3}");
        AnsiConsole.MarkupLineInterpolated($"{line}\n");
    }

    private static string Range(double[] rates) =>
        rates.Min().Equals(rates.Max()) ? $"{rates[0]:G3}" : $"{rates.Min():G3} to {rates.Max():G3}";
}
