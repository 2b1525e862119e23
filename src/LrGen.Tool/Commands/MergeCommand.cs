using System.CommandLine;
using System.Globalization;

namespace LrGen.Tool.Commands;

/// <summary>Joins the journals of the parts of one search.</summary>
internal sealed class MergeCommand : ToolCommand
{
    private readonly Argument<string[]> _journals;
    private readonly Option<string> _output;

    public MergeCommand()
        : base("merge", "Joins the journals of the parts of one search (lrgen merge a.jsonl b.jsonl -o all.jsonl); the search goes on from the joined one.")
    {
        _journals = With(new Argument<string[]>("journal") { Description = "The journals, JSON Lines.", Arity = ArgumentArity.OneOrMore });
        _output = With(new Option<string>("--output", "-o") { Description = "The file to write; it is replaced when it is whole.", Required = true });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string path = result.GetValue(_output)!;
        var merge = SearchJournal.Merge(result.GetValue(_journals)!, path);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {merge.Trials} trials of {merge.Journals} journals, {merge.Repeated} repeated, {merge.Failed} failed."));
        return ExitCode.Success;
    }
}
