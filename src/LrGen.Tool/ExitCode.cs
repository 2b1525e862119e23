using LrGen.Generator.Declarations;
using LrGen.Tool.Schedules;

namespace LrGen.Tool;

/// <summary>What the tool's process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>There are findings: of the analyzers, schedules that could not be drawn, differences that were asked for.</summary>
    public const int Findings = 1;

    /// <summary>The command line or its input cannot be used.</summary>
    public const int WrongUse = 2;

    /// <summary>The tool itself failed: on one of the schedules, or altogether.</summary>
    public const int Failure = 2;

    public const string Help = "Exit codes: 0 all is well; 1 there are findings; 2 the command line or its input cannot be used, or a part of lrgen failed on it.";

    /// <summary>What a command returns that could not draw some of its schedules.</summary>
    public static int Of(IEnumerable<Schedule> schedules)
    {
        var problems = schedules.SelectMany(s => s.Errors).ToList();
        return problems.Any(p => p.Id == InternalFailure.Id) ? Failure : problems.Count > 0 ? Findings : Success;
    }
}
