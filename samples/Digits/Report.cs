using Spectre.Console;

namespace Digits;

/// <summary>Writes a table: one row per optimizer, its attributes below its name.</summary>
static class Report
{
    /// <summary>Writes the table of the schedules, with the curve of each.</summary>
    public static void WriteSchedules(Contender[] contenders, Outcome[][] outcomes, DigitSet heldOutSet)
    {
        double highestRate = contenders.Max(contender => contender.Rates.Max());
        WriteTable("schedule", contenders, outcomes, "  learning rate", contender => "  " + RateCurve.Of(contender.Rates, highestRate));
        WriteLegend(heldOutSet);
        AnsiConsole.MarkupLineInterpolated(
            $"learning rate  over the {Budget.Steps:N0} updates of a training; a full block is {highestRate}");
        WriteAllocation(outcomes);
    }

    /// <summary>Writes the table of the update rules, with the time of an update.</summary>
    public static void WriteRules(Contender[] contenders, Outcome[][] outcomes, DigitSet heldOutSet)
    {
        WriteTable("update rule", contenders, outcomes, $"{"µs/update",11}", contender => $"{contender.Time(),11:F1}");
        WriteLegend(heldOutSet);
        AnsiConsole.MarkupLineInterpolated(
            $"µs/update      one update of the {Network.Parameters:N0} parameters, on one thread, the gradient not included");
        WriteAllocation(outcomes);
    }

    private static void WriteTable(
        string title, Contender[] contenders, Outcome[][] outcomes, string lastTitle, Func<Contender, string> last)
    {
        int seeds = outcomes[0].Length;
        WriteRow("bold", title, "held-out %", "worst", "loss", "failed", lastTitle);
        foreach (var (contender, runs) in contenders.Zip(outcomes))
        {
            int failed = runs.Count(run => run.HasFailed);
            WriteRow(
                failed > 0 ? "red" : "default",
                contender.Name,
                Statistics.MeanAndDeviation([.. runs.Select(run => 100 * run.HeldOutAccuracy)], "F1"),
                $"{100 * runs.Min(run => run.HeldOutAccuracy):F1}",
                $"{runs.Average(run => run.TrainingLoss):F4}",
                $"{failed} of {seeds}",
                last(contender));
            AnsiConsole.MarkupLineInterpolated($"[grey]  {contender.Attributes}[/]");
        }
    }

    private static void WriteRow(string style, string name, string accuracy, string worst, string loss, string failed, string last) =>
        AnsiConsole.MarkupLineInterpolated($"[{style}]{name,-22}{accuracy,11}{worst,7}{loss,8}{failed,11}{last}[/]");

    private static void WriteLegend(DigitSet heldOutSet) => AnsiConsole.MarkupInterpolated($"""

        held-out %     right answers on {heldOutSet.Count} images that no training saw (every fifth of
                       each digit), mean ± standard deviation over the seeds
        worst          the same for the worst seed
        loss           mean cross-entropy on the training images after the last
                       update, mean over the seeds; guessing has ln 10 = {Outcome.GuessingLoss:F2}
        failed         diverged (a loss that is NaN, infinite or worse than guessing), or
                       under {Outcome.LowestAccuracy:P0} held-out

        """);

    private static void WriteAllocation(Outcome[][] outcomes)
    {
        long updates = outcomes.Sum(runs => runs.Sum(run => run.Updates));
        long allocated = outcomes.Sum(runs => runs.Sum(run => run.AllocatedBytes));
        AnsiConsole.MarkupInterpolated($"""

            {allocated:N0} bytes allocated in {updates:N0} updates.

            """);
    }
}
