using Spectre.Console;

namespace Samples;

/// <summary>Shows how far the trainings are: bars on a terminal, a few plain lines in a file or a pipe.</summary>
static class ProgressDisplay
{
    private const int PollMilliseconds = 100;
    private const int PlainLines = 5;

    /// <summary>Runs the work on another thread and shows its progress, as one bar, until it ends.</summary>
    /// <param name="work">The work, which counts the parts it has finished.</param>
    /// <param name="finished">The counter; it is asked for, because trainings that reported would have to allocate.</param>
    /// <param name="total">The number of parts at the end.</param>
    public static T Follow<T>(Func<T> work, ProgressCounter finished, int total) =>
        Follow(work, () => finished.Count, total, working => ShowBar(working, finished, total));

    /// <summary>Runs the work on another thread and shows its progress until it ends.</summary>
    /// <param name="work">The work.</param>
    /// <param name="finished">Returns how many parts of it are finished.</param>
    /// <param name="total">The number of parts at the end.</param>
    /// <param name="showBars">Shows bars on a terminal until the work has ended.</param>
    public static T Follow<T>(Func<T> work, Func<long> finished, long total, Action<Task> showBars)
    {
        var working = Task.Run(work);
        if (Console.IsOutputRedirected)
            WriteLines(working, finished, total);
        else
            showBars(working);
        return working.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a moment and says whether the work has ended; unlike Task.Wait it does not throw the work's exception.</summary>
    public static bool HasEnded(Task working) => Task.WaitAny([working], PollMilliseconds) == 0;

    private static void ShowBar(Task working, ProgressCounter finished, int total) =>
        AnsiConsole.Progress().Start(context =>
        {
            var bar = context.AddTask("training", maxValue: total);
            while (!HasEnded(working))
                bar.Value = finished.Count;
            bar.Value = finished.Count;
        });

    private static void WriteLines(Task working, Func<long> finished, long total)
    {
        int written = 0;
        bool hasEnded;
        do
        {
            hasEnded = HasEnded(working);
            for (; written < finished() * PlainLines / total; written++)
                Console.WriteLine($"training: {(written + 1) * 100 / PlainLines} %");
        }
        while (!hasEnded);
    }
}
