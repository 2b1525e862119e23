using System.CommandLine;
using System.Globalization;
using LrGen.Tool.Input;
using LrGen.Tool.Output;
using LrGen.Tool.Report;

namespace LrGen.Tool.Commands;

/// <summary>Follows the log of a training in the terminal.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private const int ChartRows = 17;
    private const int FewestChartRows = 6;

    // To the top left, and from there to the end of the screen; each line is cleared behind its text (ECMA-48).
    private const string Home = "\e[H";
    private const string ClearLine = "\e[K";
    private const string ClearRest = "\e[J";
    private const string ClearScreen = "\e[2J";

    private readonly Argument<string> _log;
    private readonly Option<bool> _once;
    private readonly Option<double> _interval;
    private readonly Option<int?> _width;

    public WatchCommand()
        : base("watch", "Follows a training log in the terminal: loss, rate and what the loss curve says. Ends with Ctrl+C.")
    {
        _log = With(new Argument<string>("log") { Description = "The log (.jsonl); it need not be there yet." });
        _once = With(new Option<bool>("--once") { Description = "Writes one picture and ends; with 1 where the loss has diverged." });
        _interval = With(new Option<double>("--interval")
        {
            Description = "Seconds between two looks at the file. Default: 1.",
            DefaultValueFactory = static _ => 1,
        });
        _width = With(new Option<int?>("--width") { Description = "Characters. Default: the terminal's width." });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string path = result.GetValue(_log)!;
        if (result.GetValue(_width) is < 40 or > 1000)
            throw new ToolException("--width has to be from 40 to 1000.");
        if (result.GetValue(_once))
        {
            var run = ReportRun.Read([path])[0];
            foreach (string line in Picture(run, result.GetValue(_width) ?? TerminalWidth.Less(1), int.MaxValue))
                output.WriteLine(line);
            return run.Verdict.Kind == LossVerdictKind.Diverged ? ExitCode.Findings : ExitCode.Success;
        }

        double seconds = result.GetValue(_interval);
        if (!(seconds is >= 0.05 and <= 3600))
            throw new ToolException("--interval has to be from 0.05 to 3600 seconds.");
        Follow(path, TimeSpan.FromSeconds(seconds), result.GetValue(_width), output);
        return ExitCode.Success;
    }

    private static void Follow(string path, TimeSpan interval, int? width, TextWriter output)
    {
        using var stop = new ManualResetEventSlim();
        ConsoleCancelEventHandler end = (_, cancel) =>
        {
            cancel.Cancel = true;
            stop.Set();
        };
        Console.CancelKeyPress += end;
        try
        {
            InputFile.CheckIsFile(path);
            var reader = new TrainingLogReader(path, ReportRun.MostRecords);
            // In a file or a pipe the pictures follow one another.
            var terminal = VisibleWriter.TerminalOf(output);
            bool isScreen = ReferenceEquals(terminal, Console.Out) && !Console.IsOutputRedirected;
            terminal.Write(isScreen ? ClearScreen : string.Empty);
            bool hasSaidWaiting = false;
            do
            {
                bool isNew = Refresh(reader);
                if (isNew && reader.Records.Count > 0)
                    Show(new ReportRun(path, reader), width ?? TerminalWidth.Less(1), isScreen, output);
                else if (reader.Records.Count == 0 && !hasSaidWaiting)
                {
                    output.WriteLine("Waiting for records in " + Visible.Text(path) + ".");
                    hasSaidWaiting = true;
                }

                output.Flush();
            }
            while (!stop.Wait(interval));
        }
        finally
        {
            Console.CancelKeyPress -= end;
        }
    }

    private static bool Refresh(TrainingLogReader reader)
    {
        try
        {
            return reader.Refresh();
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static void Show(ReportRun run, int width, bool isScreen, TextWriter output)
    {
        var terminal = VisibleWriter.TerminalOf(output);
        terminal.Write(isScreen ? Home : string.Empty);
        foreach (string line in Picture(run, width, isScreen ? Console.WindowHeight - 1 : int.MaxValue))
        {
            output.Write(line);
            terminal.WriteLine(isScreen ? ClearLine : string.Empty);
        }

        terminal.Write(isScreen ? ClearRest : Environment.NewLine);
    }

    /// <summary>Charts with lines of text above and below, as high as there is room; no line is wider than the width.</summary>
    private static IEnumerable<string> Picture(ReportRun run, int width, int height)
    {
        string[] above = [.. Above(run).Select(line => line.Length > width ? line[..(width - 1)] + "…" : line)];
        string[] below = [.. Below(run).SelectMany(line => Wrapped(line, width))];
        // Beside the two charts: two empty lines, and a title and an axis for each.
        int rows = Math.Clamp(height - above.Length - below.Length - 6, FewestChartRows, ChartRows);
        var axis = Axis.OfValues(run.SmoothLoss.Select(p => p.Value));
        return
        [
            .. above,
            string.Empty,
            "loss" + (axis.IsLogarithmic ? " (logarithmic)" : string.Empty),
            .. TerminalChart.Draw(run.SmoothLoss, axis, run.LastStep, width, rows - rows / 3),
            "rate",
            .. TerminalChart.Draw(run.Rate, Axis.OfRates(run.Rate.Select(p => p.Value)), run.LastStep, width, rows / 3),
            string.Empty,
            .. below,
        ];
    }

    private static IEnumerable<string> Above(ReportRun run)
    {
        var last = run.Log.Records[^1];
        string epoch = double.IsNaN(last.Epoch) ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", epoch {last.Epoch:0.##}");
        yield return run.Name + (run.Schedule is { } schedule ? "  " + schedule : string.Empty);
        yield return string.Create(CultureInfo.InvariantCulture, $"step {last.Step:#,0}{epoch}, rate {last.Rate:G4}, loss {last.Loss:G4}, {run.Duration()}");
        foreach (string metric in run.Log.Metrics)
        {
            if (run.BestMetric(metric) is { } best)
            {
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{Visible.Text(metric)} {run.Metric(metric)[^1].Value:G4}, {best.Word} {best.Best.Value:G4} at step {best.Best.Step:#,0}");
            }
        }
    }

    private static IEnumerable<string> Below(ReportRun run)
    {
        yield return run.Verdict.Text;
        if (run.Damage is { } damage)
            yield return damage;
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = string.Empty;
            }

            line += (line.Length > 0 ? " " : string.Empty) + word;
        }

        yield return line;
    }
}
