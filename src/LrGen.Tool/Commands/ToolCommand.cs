using System.CommandLine;

namespace LrGen.Tool.Commands;

/// <summary>One command of the tool: its options and what it does.</summary>
internal abstract class ToolCommand : Command
{
    protected ToolCommand(string name, string description)
        : base(name, description)
    {
        SetAction(result => Run(result, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
    }

    /// <summary>Does it; <see cref="ToolException"/> is for wrong use.</summary>
    /// <returns>A member of <see cref="ExitCode"/>.</returns>
    protected abstract int Run(ParseResult result, TextWriter output, TextWriter error);

    /// <summary>Adds an option or argument and gives it back.</summary>
    protected T With<T>(T symbol)
        where T : Symbol
    {
        if (symbol is Option option)
            Add(option);
        else if (symbol is Argument argument)
            Add(argument);
        return symbol;
    }
}
