using System.CommandLine;
using System.Globalization;
using LrGen.Tool.Output;
using LrGen.Tool.Report;

namespace LrGen.Tool.Commands;

/// <summary>Makes one page of the logs of trainings.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private readonly Argument<string[]> _logs;
    private readonly Option<string> _output;
    private readonly Option<string?> _title;

    public ReportCommand()
        : base("report", "Makes one HTML page of training logs: loss and rate over the steps, runs compared, and what each loss curve says.")
    {
        _logs = With(new Argument<string[]>("logs") { Description = "Logs (.jsonl), or folders of them.", Arity = ArgumentArity.OneOrMore });
        _output = With(new Option<string>("--output", "-o")
        {
            Description = "The file to write. Default: report.html.",
            DefaultValueFactory = static _ => "report.html",
        });
        _title = With(new Option<string?>("--title") { Description = "The title of the page. Default: the name of the run, or how many there are." });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        var runs = ReportRun.Read(result.GetValue(_logs)!);
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
}
