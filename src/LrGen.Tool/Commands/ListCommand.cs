using System.CommandLine;

namespace LrGen.Tool.Commands;

/// <summary>Lists the schedules of a project with their facts.</summary>
internal sealed class ListCommand() : ToolCommand("list", "Lists the schedules of a project, with what each comes to.")
{
    protected override int Run(ParseResult result, TextWriter output, TextWriter error) => ExitCode.Success;
}
