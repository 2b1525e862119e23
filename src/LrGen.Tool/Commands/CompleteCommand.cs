using System.CommandLine;

namespace LrGen.Tool.Commands;

/// <summary>What the scripts of <see cref="CompletionsCommand"/> ask: the words that can stand in the place of the last one, one a line.</summary>
internal sealed class CompleteCommand : ToolCommand
{
    private readonly Argument<string[]> _words;

    public CompleteCommand()
        : base("complete", "Prints what can stand in the place of the last of the words: lrgen complete -- plot --st")
    {
        Hidden = true;
        _words = With(new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string[] words = result.GetValue(_words) ?? [];
        // A shell that cannot hand over an empty word gives quotation marks.
        string last = words is [.., var word] && word != "\"\"" ? word : string.Empty;
        var root = (RootCommand)result.RootCommandResult.Command;
        string line = string.Concat(words.SkipLast(1).Select(w => "\"" + w.Replace("\"", string.Empty, StringComparison.Ordinal) + "\" ")) + last;
        foreach (string label in root.Parse(line).GetCompletions(line.Length).Select(c => c.InsertText ?? c.Label).Where(l => Fits(l, last)).Distinct())
            output.WriteLine(label);
        return ExitCode.Success;
    }

    /// <summary>Options come where one is begun; the help's short names not at all.</summary>
    private static bool Fits(string label, string word) => label.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && label.StartsWith('-') == word.StartsWith('-') && label is not ("-h" or "-?" or "/h" or "/?");
}
