using System.CommandLine;
using System.Globalization;
using LrGen.Tool.Export;
using LrGen.Tool.Input;
using LrGen.Tool.Output;
using LrGen.Tool.Report;

namespace LrGen.Tool.Commands;

/// <summary>Makes one page of the logs of trainings.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private const string Minimize = "minimize", Maximize = "maximize";

    private readonly Argument<string[]> _logs;
    private readonly Option<string> _goal;
    private readonly Option<string> _output;
    private readonly Option<string?> _title;

    public ReportCommand()
        : base("report", "Makes one HTML page of training logs: loss and rate over the steps, runs compared, and what each loss curve says; or of a search's "
            + "journals: the best so far, and each parameter against the result.")
    {
        _logs = With(new Argument<string[]>("logs")
        {
            Description = "Logs (.jsonl), folders of them, or journals of one search.",
            Arity = ArgumentArity.OneOrMore,
        });
        _output = With(new Option<string>("--output", "-o")
        {
            Description = "The file to write. Default: report.html.",
            DefaultValueFactory = static _ => "report.html",
        });
        _goal = With(new Option<string>("--goal")
        {
            Description = "Which results of a search are better: minimize, the lower, or maximize.",
            DefaultValueFactory = static _ => Minimize,
        });
        _goal.AcceptOnlyFromAmong(Minimize, Maximize);
        _title = With(new Option<string?>("--title") { Description = "The title of the page. Default: the name of the run, or how many there are." });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string[] inputs = result.GetValue(_logs)!;
        if (inputs.Any(ExportedTrials.IsJournal))
            return ReportSearch(inputs, result, output, error);
        var runs = ReportRun.Read(inputs);
        if (runs.Count > ReportAssets.MostRuns)
        {
            throw new ToolException(string.Create(CultureInfo.InvariantCulture,
                $"{runs.Count} runs are too many to tell apart; name at most {ReportAssets.MostRuns}."));
        }

        string file = result.GetValue(_output)!;
        string title = result.GetValue(_title) ?? (runs.Count == 1 ? runs[0].Name : string.Create(CultureInfo.InvariantCulture, $"{runs.Count} trainings"));
        OutputFile.Write(file, new ReportPage(runs, title).Write());

        foreach (var run in runs)
        {
            output.WriteLine(run.Name + ": " + run.Verdict.Text);
            if (run.Damage is { } damage)
                error.WriteLine(run.Path + ": " + damage);
        }

        output.WriteLine(Visible.Text(file + ": " + title));
        return ExitCode.Success;
    }

    private int ReportSearch(string[] inputs, ParseResult result, TextWriter output, TextWriter error)
    {
        string file = result.GetValue(_output)!;
        var goal = result.GetValue(_goal) == Maximize ? SearchGoal.Maximize : SearchGoal.Minimize;
        string title = result.GetValue(_title)
            ?? "Search: " + string.Join(", ", inputs.Take(3).Select(Path.GetFileNameWithoutExtension)) + (inputs.Length > 3 ? ", …" : string.Empty);
        var page = new SearchPage(ExportedTrials.Read(inputs, error).Ended, title, goal);
        OutputFile.Write(file, page.Write());
        output.WriteLine(page.Summary);
        output.WriteLine(Visible.Text(file + ": " + title));
        return ExitCode.Success;
    }
}
