using Spectre.Console;

namespace Samples;

/// <summary>Shows how far the trainings are: a bar on a terminal, a few plain lines in a file or a pipe.</summary>
static class ProgressDisplay
{
    private const int PollMilliseconds = 100;
    private const int PlainLines = 5;

    /// <summary>Runs the work on another thread and shows its progress until it ends.</summary>
    /// <param name="work">The work, which counts the parts it has finished.</param>
    /// <param name="finished">The counter; it is asked for, because trainings that reported would have to allocate.</param>
    /// <param name="total">The number of parts at the end.</param>
    public static T Follow<T>(Func<T> work, ProgressCounter finished, int total)
    {
        var working = Task.Run(work);
        if (Console.IsOutputRedirected)
            WriteLines(working, finished, total);
        else
            ShowBar(working, finished, total);
        return working.GetAwaiter().GetResult();
    }

    private static void ShowBar(Task working, ProgressCounter finished, int total) =>
        AnsiConsole.Progress().Start(context =>
        {
            var bar = context.AddTask("training", maxValue: total);
            while (!HasEnded(working))
                bar.Value = finished.Count;
            bar.Value = finished.Count;
        });

    private static void WriteLines(Task working, ProgressCounter finished, int total)
    {
        int written = 0;
        bool hasEnded;
        do
        {
            hasEnded = HasEnded(working);
            for (; written < (long)finished.Count * PlainLines / total; written++)
                Console.WriteLine($"training: {(written + 1) * 100 / PlainLines} %");
        }
        while (!hasEnded);
    }

    /// <summary>Waits for a moment and says whether the work has ended; unlike Task.Wait it does not throw the work's exception.</summary>
    private static bool HasEnded(Task working) => Task.WaitAny([working], PollMilliseconds) == 0;
}
