using System.CommandLine;
using System.Globalization;
using LrGen.Tool.Input;
using LrGen.Tool.Output;

namespace LrGen.Tool.Commands;

/// <summary>Joins the journals of the parts of one search.</summary>
internal sealed class MergeCommand : ToolCommand
{
    private readonly Argument<string[]> _journals;
    private readonly Option<string> _output;

    public MergeCommand()
        : base("merge", "Joins the journals of the parts of one search (lrgen merge a.jsonl b.jsonl -o all.jsonl), and says what is missing; the search goes on from "
            + "the joined one.")
    {
        _journals = With(new Argument<string[]>("journal") { Description = "The journals, JSON Lines.", Arity = ArgumentArity.OneOrMore });
        _output = With(new Option<string>("--output", "-o") { Description = "The file to write; it is replaced when it is whole.", Required = true });
    }

    /// <summary>So many gaps or trials are listed; the rest is counted.</summary>
    private const int MostListed = 20;

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string path = result.GetValue(_output)!;
        string[] journals = result.GetValue(_journals)!;
        foreach (string journal in journals)
            InputFile.CheckIsFile(journal);
        var merge = SearchJournal.Merge(journals, path);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Visible.Text(path)}: {merge.Trials} trials of {merge.Journals} journals, {merge.Repeated} repeated, {merge.Failed} failed."));
        foreach (var (journal, line) in merge.Unfinished)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Visible.Text(journal)}: line {line.Number} was left out: {line.Reason}."));
        if (merge.Twice.Count > 0)
            output.WriteLine("Came more than once: trial " + Listed(merge.Twice.Select(t => (t, t))) + ".");
        if (merge.Interrupted > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Interrupted: {merge.Interrupted}; they run again when their search goes on."));
        if (merge.IsComplete)
            return ExitCode.Success;
        string of = merge.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $" of {total}") : string.Empty;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Missing: {merge.Missing} trials{of}: ") + Listed(merge.Gaps) + ".");
        if (merge.MissingShards.Count > 0)
        {
            output.WriteLine("They are of the shards " + Listed(merge.MissingShards.Select(s => ((long)s.Index, (long)s.Index)))
                + string.Create(CultureInfo.InvariantCulture, $" of {merge.MissingShards[0].Count}. Submit again: --array=")
                + string.Join(',', merge.MissingShards.Select(s => s.Task.ToString(CultureInfo.InvariantCulture))));
        }

        return ExitCode.Findings;
    }

    /// <summary>Numbers and ranges of them: 3, 5–8.</summary>
    private static string Listed(IEnumerable<(long First, long Last)> ranges)
    {
        var all = ranges.ToList();
        string listed = string.Join(", ", all.Take(MostListed).Select(r =>
            string.Create(CultureInfo.InvariantCulture, $"{r.First}") + (r.Last > r.First ? string.Create(CultureInfo.InvariantCulture, $"–{r.Last}") : string.Empty)));
        return listed + (all.Count > MostListed ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - MostListed} more") : string.Empty);
    }
}
