using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using LrGen.Analyzers.Rules;
using LrGen.Tool.Output;

namespace LrGen.Tool.Commands;

/// <summary>Prints the page of a rule.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly Argument<string?> _id;

    public ExplainCommand()
        : base("explain", "Explains a rule, for example LRG040; without an id it lists them all.")
    {
        _id = With(new Argument<string?>("id") { Description = "The id of the rule; 40 stands for LRG040.", Arity = ArgumentArity.ZeroOrOne });
        _id.CompletionSources.Add(static _ =>
            Descriptors.All.Select(d => new CompletionItem(d.Id, documentation: d.Title.ToString(CultureInfo.InvariantCulture))));
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        if (result.GetValue(_id) is not { Length: > 0 } given)
        {
            foreach (var rule in Descriptors.All)
                output.WriteLine(rule.Id + "  " + rule.DefaultSeverity.ToString().ToLowerInvariant().PadRight(7) + "  " + rule.Title);
            return ExitCode.Success;
        }

        string id = given.All(char.IsAsciiDigit) ? "LRG" + given.PadLeft(3, '0') : given.ToUpperInvariant();
        string page = Resource.Text(id + ".md") ?? throw new ToolException("There is no rule '" + given + "'." + Near(id) + " 'lrgen explain' lists all.");
        // A file gets the page as it is.
        if (Ink.IsShown(output))
            TerminalMarkdown.Write(page, output);
        else
            output.Write(page);
        return ExitCode.Success;
    }

    private static string Near(string id) => id.Length > 3 && int.TryParse(id.AsSpan(3), out _)
        ? " Near it are: " + string.Join(", ", Descriptors.All.Select(d => d.Id).OrderBy(d => Distance(d, id)).Take(5).Order()) + "."
        : string.Empty;

    private static int Distance(string one, string other) =>
        int.TryParse(one.AsSpan(3), out int a) && other.Length > 3 && int.TryParse(other.AsSpan(3), out int b) ? Math.Abs(a - b) : int.MaxValue;
}
