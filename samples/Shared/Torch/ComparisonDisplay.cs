using Spectre.Console;

namespace Samples;

/// <summary>Shows how far the trainings are: a bar for each table on a terminal, a few plain lines in a file or a pipe.</summary>
static class ComparisonDisplay
{
    /// <summary>Runs a comparison on another thread and shows its progress until it ends.</summary>
    public static Outcome[][][] Follow(Comparison comparison)
    {
        var sections = Enumerable.Range(0, comparison.Sections.Length);
        return ProgressDisplay.Follow(
            comparison.Run, () => sections.Sum(comparison.Finished), sections.Sum(comparison.Total), working => ShowBars(working, comparison));
    }

    private static void ShowBars(Task working, Comparison comparison) => AnsiConsole.Progress()
        .Columns(
            new TaskDescriptionColumn(),
            new ProgressBarColumn(),
            new PercentageColumn(),
            new RemainingTimeColumn())
        .Start(context =>
        {
            ProgressTask[] bars = [.. comparison.Sections.Select((s, i) => context.AddTask(s.Name, autoStart: false, comparison.Total(i)))];
            bool hasEnded;
            do
            {
                hasEnded = ProgressDisplay.HasEnded(working);
                for (int i = 0; i < bars.Length; i++)
                {
                    // The time that remains is reckoned from the start of the bar.
                    if (comparison.Finished(i) > 0 && !bars[i].IsStarted)
                        bars[i].StartTask();
                    bars[i].Value = comparison.Finished(i);
                }
            }
            while (!hasEnded);
        });
}
