using System.CommandLine;
using System.CommandLine.Help;
using LrGen.Tool.Commands;
using LrGen.Tool.Input;
using LrGen.Tool.Output;

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
        static () => new ExportCommand(),
        static () => new CompletionsCommand(),
        static () => new CompleteCommand(),
    ];

    private static int Main(string[] arguments)
    {
        // Elsewhere it is UTF-8 already, which the curves in text need.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        try
        {
            return Run(arguments, Console.Out, Console.Error);
        }
        catch (IOException)
        {
            // Who reads the output has gone.
            return ExitCode.WrongUse;
        }
    }

    /// <summary>Runs one command line.</summary>
    internal static int Run(string[] arguments, TextWriter output, TextWriter error) =>
        RunVisible(arguments, new VisibleWriter(output), new VisibleWriter(error));

    private static int RunVisible(string[] arguments, VisibleWriter output, VisibleWriter error)
    {
        InputFile.Begin();
        var root = new RootCommand("Draws, lists, tabulates, compares and checks learning-rate schedules declared with LrGen.");
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new ExitCodeHelp((HelpAction)help.Action!);
        foreach (var create in s_commands)
            root.Add(create());
        var parsed = root.Parse(arguments);
        // Who asks for help need not give the rest.
        if (parsed.Action is not ExitCodeHelp && CommandLineErrors.Of(parsed, arguments) is { Count: > 0 } mistakes)
        {
            foreach (string mistake in mistakes)
                error.WriteLine(Visible.Text(mistake));
            error.WriteLine(CommandLineErrors.Help(parsed));
            return ExitCode.WrongUse;
        }

        try
        {
            return Bounded.WithStack(
                () => parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }));
        }
        catch (Exception wrong)
        {
            error.WriteLine(Visible.Text(Message(wrong)));
            return ExitCode.WrongUse;
        }
    }

    /// <summary>What is said of an exception: its message where it is of the input, and its kind where it should not have come.</summary>
    private static string Message(Exception wrong) => wrong switch
    {
        AggregateException { InnerException: { } inner } => Message(inner),
        ToolException or IOException or UnauthorizedAccessException => wrong.Message,
        InsufficientExecutionStackException => "The code is nested too deep to be read.",
        OutOfMemoryException => "There is not enough memory for this input.",
        _ => "lrgen failed on this input, which is a mistake of its own: " + wrong.GetType().Name + ": " + wrong.Message,
    };
}
