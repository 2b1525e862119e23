using System.Diagnostics;
using System.Globalization;

namespace LrGen.Tool.Input;

/// <summary>Runs work on files that may be made to take for ever.</summary>
internal static class Bounded
{
    /// <summary>The stack of a command: deep enough for code that is nested as deep as what is read.</summary>
    private const int StackBytes = 256 << 20;

    /// <summary>On a machine that does other things, too, the clock runs so much faster than the processor's time.</summary>
    private const int ClockFactor = 5;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs it on a thread with room.</summary>
    public static T WithStack<T>(Func<T> work) => Run(work, TimeSpan.MaxValue, long.MaxValue, string.Empty);

    /// <summary>Runs it for so much processor time, and with so much memory, at most; where it takes more, it is left behind.</summary>
    /// <exception cref="ToolException">It takes more.</exception>
    public static T Run<T>(Func<T> work, TimeSpan most, long mostBytes, string what)
    {
        T? result = default;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
            }
        }, StackBytes) { IsBackground = true, Name = "lrgen" };
        thread.Start();
        if (most == TimeSpan.MaxValue)
        {
            thread.Join();
            failure?.Throw();
            return result!;
        }

        long before = GC.GetTotalMemory(forceFullCollection: false);
        var watch = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        var timeBefore = process.TotalProcessorTime;
        while (!thread.Join(s_look))
        {
            process.Refresh();
            if (process.TotalProcessorTime - timeBefore > most || watch.Elapsed > ClockFactor * most)
                throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{what} takes longer than {most.TotalSeconds} s, the most that is waited for."));
            if (GC.GetTotalMemory(forceFullCollection: false) - before > mostBytes)
                throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{what} takes more than {mostBytes >> 20} MiB, the most that is given to it."));
        }

        failure?.Throw();
        return result!;
    }
}
