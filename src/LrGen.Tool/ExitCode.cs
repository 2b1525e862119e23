namespace LrGen.Tool;

/// <summary>What the tool's process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>There are findings: of the analyzers, schedules that could not be drawn, differences that were asked for.</summary>
    public const int Findings = 1;

    /// <summary>The command line or its input cannot be used, or a part of the tool crashed on it.</summary>
    public const int WrongUse = 2;

    public const string Help = "Exit codes: 0 all is well; 1 there are findings; 2 the command line or its input cannot be used, or a part of lrgen crashed.";
}
