using System.CommandLine;
using System.CommandLine.Help;
using LrGen.Generator.Declarations;
using LrGen.Tool.Commands;
using LrGen.Tool.Schedules;

namespace LrGen.Tool;

/// <summary>The <c>lrgen</c> tool.</summary>
internal static class Program
{
    /// <summary>One class in Commands for each; a new one is a new line here.</summary>
    private static readonly Func<ToolCommand>[] s_commands =
    [
        static () => new PlotCommand(),
        static () => new TableCommand(),
        static () => new CheckCommand(),
        static () => new ListCommand(),
        static () => new ExplainCommand(),
        static () => new DiffCommand(),
        static () => new RangeCommand(),
        static () => new MergeCommand(),
        static () => new WatchCommand(),
        static () => new ReportCommand(),
    ];

    private static int Main(string[] arguments)
    {
        // Elsewhere it is UTF-8 already, which the curves in text need.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        return Run(arguments, Console.Out, Console.Error);
    }

    /// <summary>Runs one command line.</summary>
    internal static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Draws, lists, tabulates, compares and checks learning-rate schedules declared with LrGen.");
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new ExitCodeHelp((HelpAction)help.Action!);
        foreach (var create in s_commands)
            root.Add(create());
        var parsed = root.Parse(arguments);
        // Who asks for help need not give the rest.
        if (parsed.Errors.Count > 0 && parsed.Action is not ExitCodeHelp)
        {
            foreach (var wrong in parsed.Errors)
                error.WriteLine(wrong.Message);
            string command = parsed.CommandResult.Command is ToolCommand given ? given.Name + " " : string.Empty;
            error.WriteLine("'lrgen " + command + "--help' says what can be given.");
            return ExitCode.WrongUse;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception wrong) when (wrong is ToolException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(wrong.Message);
            return ExitCode.WrongUse;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            error.WriteLine(ScheduleReader.Failure(InternalFailure.Describe(wrong)).Text);
            return ExitCode.Failure;
        }
    }
}
