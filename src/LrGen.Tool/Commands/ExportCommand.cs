using System.CommandLine;
using System.Globalization;
using LrGen.Tool.Export;
using LrGen.Tool.Input;
using LrGen.Tool.Output;
using LrGen.Tool.Report;

namespace LrGen.Tool.Commands;

/// <summary>Writes logs of trainings and journals of searches in forms that other programs read.</summary>
internal sealed class ExportCommand : ToolCommand
{
    private const string Csv = "csv", TensorBoard = "tensorboard";

    private readonly Argument<string[]> _inputs;
    private readonly Option<string> _format;
    private readonly Option<string?> _output;

    public ExportCommand()
        : base("export", "Writes training logs or a search's journals as CSV, or as event files for TensorBoard "
            + "(lrgen export run.jsonl -f tensorboard -o runs).")
    {
        _inputs = With(new Argument<string[]>("input")
        {
            Description = "Training logs, folders of them, or journals of searches (.jsonl).",
            Arity = ArgumentArity.OneOrMore,
        });
        _format = With(new Option<string>("--format", "-f") { Description = "csv or tensorboard.", DefaultValueFactory = static _ => Csv });
        _format.AcceptOnlyFromAmong(Csv, TensorBoard);
        _output = With(new Option<string?>("--output", "-o")
        {
            Description = "The file to write, or the folder of event files, with one folder for each run. Default: standard output, or runs.",
        });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string[] inputs = result.GetValue(_inputs)!;
        bool areJournals = inputs.All(ExportedTrials.IsJournal);
        if (!areJournals && inputs.FirstOrDefault(ExportedTrials.IsJournal) is { } journal)
            throw new ToolException("'" + journal + "' is the journal of a search, and others are training logs; export them one after the other.");
        string? path = result.GetValue(_output);
        if (areJournals)
        {
            var trials = ExportedTrials.Read(inputs, error);
            Write(result, path, output, trials.WriteCsv, trials.Runs());
        }
        else
        {
            var runs = ReportRun.Read(inputs);
            foreach (var run in runs.Where(r => r.Damage is not null))
                error.WriteLine(run.Path + ": " + run.Damage);
            var logs = new ExportedLogs(runs);
            Write(result, path, output, logs.WriteCsv, logs.Runs());
        }

        return ExitCode.Success;
    }

    private void Write(ParseResult result, string? path, TextWriter output, Action<TextWriter> writeCsv, IEnumerable<EventRun> runs)
    {
        if (result.GetValue(_format) == TensorBoard)
        {
            string folder = path ?? "runs";
            if (File.Exists(folder))
                throw new ToolException("'" + folder + "' is a file; name a folder for the event files.");
            int count = 0;
            foreach (var run in runs)
            {
                OutputFile.Write(Path.Combine(folder, run.Folder, EventFile.Name(run.Start)), run.Write);
                count++;
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Visible.Text(folder)}: {count} runs; 'tensorboard --logdir {Visible.Text(folder)}' shows them."));
        }
        else if (path is null)
        {
            writeCsv(output);
        }
        else
        {
            OutputFile.Write(path, stream =>
            {
                var encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
                using var writer = new StreamWriter(stream, encoding, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
                writeCsv(writer);
            });
        }
    }
}
