using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LrGen.Tool.Commands;

/// <summary>The help of System.CommandLine, and after it what the process returns.</summary>
internal sealed class ExitCodeHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(ExitCode.Help);
        return code;
    }
}
