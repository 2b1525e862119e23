using System.CommandLine;
using System.CommandLine.Parsing;
using LrGen.Tool.Output;

namespace LrGen.Tool.Commands;

/// <summary>What is wrong with a command line, in a line for each mistake, with what may have been meant.</summary>
internal static class CommandLineErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens is [var unknown, ..] && !unknown.StartsWith('-'))
            return ["'" + unknown + "' is no command of lrgen." + Nearest.Question(unknown, command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name))];
        string[] options = [.. UnknownOptions(parsed, arguments)];
        if (options.Length > 0)
            return [.. options.Select(o => "'" + o + "' is no option of " + Name(command) + "." + Nearest.Question(o, NamesOf(command)))];
        return [.. parsed.Errors.Select(e => string.Join(' ', e.Message.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)))];
    }

    /// <summary>Where to read on.</summary>
    public static string Help(ParseResult parsed) => "'" + Name(parsed.CommandResult.Command) + " --help' says what can be given.";

    private static string Name(Command command) => command is RootCommand ? "lrgen" : "lrgen " + command.Name;

    /// <summary>What begins with two dashes and is neither an option, the value of one, nor a file. Behind a -- of their own all are what they are.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (arguments.Contains("--"))
            return [];
        var taken = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value);
        return taken.Concat(parsed.UnmatchedTokens).Where(t => t.Length > 3 && t.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(t)).Distinct();
    }

    private static IEnumerable<string> NamesOf(Command command) => command.Options.Where(o => !o.Hidden).SelectMany(o => o.Aliases.Append(o.Name))
        .Where(n => n.StartsWith("--", StringComparison.Ordinal));
}
