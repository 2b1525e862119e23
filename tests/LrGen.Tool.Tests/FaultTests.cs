using LrGen.Generator.Declarations;
using LrGen.Tool.Schedules;

namespace LrGen.Tool.Tests;

/// <summary>Sources that brought the tool down: each is said in a line or two, and the schedules beside it are shown.</summary>
public sealed class FaultTests
{
    private const string Good = "\nstatic partial class Neighbour { [Constant(0.1)] public static partial double Good(long step); }\n";

    [Theory]
    [InlineData("[Adam] partial struct S;", "CS0592")]
    [InlineData("static partial class C { [Adam] public static partial double M(long step); }", "CS0592")]
    [InlineData("static partial class C { [ReduceOnPlateau(0.1)] public static partial double M(long step); }", "LRG009")]
    [InlineData("[SlantedTriangular, Mirror(Quantity = Quantity.Momentum)] readonly partial struct O;", "LRG006")]
    [InlineData("static partial class C { [Use(\"N\")] public static partial double M(long step); [Use(\"M\")] public static partial double N(long step); }", "LRG017")]
    public void Is_an_error_beside_a_schedule_that_is_shown(string source, string id)
    {
        using var project = new TestProject(source + Good);
        var (code, output, error) = TestProject.Run("list", project.Folder);
        Assert.Equal((1, ""), (code, error));
        Assert.Contains(id, output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'), l => l.StartsWith("Neighbour.Good", StringComparison.Ordinal) && l.Contains('█', StringComparison.Ordinal));
        (code, output, error) = TestProject.Run("check", project.Folder);
        Assert.Equal((1, ""), (code, error));
        Assert.Contains("error " + id, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_has_an_exit_code_of_its_own()
    {
        var failed = new Schedule { Name = "A", File = "A.cs", Line = 1, Words = "[Constant]", Kind = "method", Errors = [ScheduleReader.Failure("InvalidOperationException in A.B: no")] };
        Assert.Equal(2, ExitCode.Of([failed with { Errors = [] }, failed]));
        Assert.Equal(1, ExitCode.Of([failed with { Errors = [new Problem("LRG010", "")] }]));
        Assert.Equal(0, ExitCode.Of([failed with { Errors = [] }]));
        Assert.StartsWith("error: " + InternalFailure.Id, "error: " + failed.Hindrance, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Hindrance!);
    }
}
