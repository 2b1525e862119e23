using Spectre.Console;

namespace Samples;

/// <summary>Shows how far the trainings are: a bar for each table on a terminal, a few plain lines in a file or a pipe.</summary>
static class ComparisonDisplay
{
    private const int PollMilliseconds = 100;
    private const int PlainLines = 5;

    /// <summary>Runs a comparison on another thread and shows its progress until it ends.</summary>
    public static Outcome[][][] Follow(Comparison comparison)
    {
        var working = Task.Run(comparison.Run);
        if (Console.IsOutputRedirected)
            WriteLines(working, comparison);
        else
            ShowBars(working, comparison);
        return working.GetAwaiter().GetResult();
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
                hasEnded = HasEnded(working);
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

    private static void WriteLines(Task working, Comparison comparison)
    {
        long total = Enumerable.Range(0, comparison.Sections.Length).Sum(comparison.Total);
        int written = 0;
        bool hasEnded;
        do
        {
            hasEnded = HasEnded(working);
            long finished = Enumerable.Range(0, comparison.Sections.Length).Sum(comparison.Finished);
            for (; written < finished * PlainLines / total; written++)
                Console.WriteLine($"training: {(written + 1) * 100 / PlainLines} %");
        }
        while (!hasEnded);
    }

    /// <summary>Waits for a moment and says whether the work has ended; unlike Task.Wait it does not throw the work's exception.</summary>
    private static bool HasEnded(Task working) => Task.WaitAny([working], PollMilliseconds) == 0;
}
