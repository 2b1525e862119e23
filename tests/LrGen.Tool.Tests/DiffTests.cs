namespace LrGen.Tool.Tests;

public sealed class DiffTests
{
    private const string Two =
        """
        static partial class Rates
        {
            [Constant(0.1, Steps = 20), LinearDecay(0.1, to: 0, steps: 10)]
            public static partial double Old(long step);

            [Constant(0.1, Steps = 10), LinearDecay(0.1, to: 0, steps: 20)]
            public static partial double New(long step);
        }
        """;

    [Fact]
    public void Two_declarations_are_compared_step_by_step()
    {
        using var project = new TestProject(Two);
        var (code, output, _) = TestProject.Run("diff", "Rates.Old", "Rates.New", project.Folder);
        Assert.Equal(0, code);
        Assert.Contains("differs at 19 of 31 steps, first at 11: 0.1 → 0.095 (−5 %)", output, StringComparison.Ordinal);
        Assert.Contains("most at 20: 0.1 → 0.05 (−50 %)", output, StringComparison.Ordinal);
        Assert.Equal(1, TestProject.Run("diff", "Rates.Old", "Rates.New", project.Folder, "--exit-code").Code);
        Assert.Equal(0, TestProject.Run("diff", "Rates.Old", "Rates.Old", project.Folder, "--exit-code").Code);
        Assert.Contains("the same at", TestProject.Run("diff", "Rates.Old", "Rates.New", project.Folder, "--steps", "10").Output, StringComparison.Ordinal);
        Assert.Equal(2, TestProject.Run("diff", "Rates.Old", "Rates.None", project.Folder).Code);
    }

    [Fact]
    public void Two_commits_are_compared()
    {
        using var project = new TestProject(Two);
        project.Git("init", "--quiet");
        project.Git("add", ".");
        project.Git("commit", "--quiet", "-m", "One");
        project.Write("Rates.cs", Two.Replace("Steps = 20", "Steps = 15", StringComparison.Ordinal));
        project.Write("More.cs", "static partial class More { [Constant(0.1)] public static partial double Rate(long step); }");
        project.Git("add", ".");
        project.Git("commit", "--quiet", "-m", "Two");

        var (code, output, _) = TestProject.Run("diff", "HEAD~1", "HEAD", "--", project.PathTo("Rates.cs"));
        Assert.Equal(0, code);
        Assert.Contains("Rates.Old", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Rates.New", output, StringComparison.Ordinal);
        Assert.Contains("first at 16: 0.1 → 0.09 (−10 %)", output, StringComparison.Ordinal);
        Assert.Contains("length: 30 → 25", output, StringComparison.Ordinal);
        Assert.Contains("1 schedule is the same.", output, StringComparison.Ordinal);

        (code, output, _) = TestProject.Run("diff", "HEAD~1", "HEAD", "--exit-code", "--", project.Folder);
        Assert.Equal(1, code);
        Assert.Contains("More.Rate: only in HEAD", output, StringComparison.Ordinal);
        Assert.Equal(2, TestProject.Run("diff", "HEAD~1", "HEAD", "--", project.PathTo("More.cs")).Code);
        Assert.Equal(0, project.Start("diff", "HEAD~1", "HEAD", "--", "Rates.cs").Code);
    }

    [Fact]
    public void Two_inputs_are_compared()
    {
        using var project = new TestProject(Sources.All);
        var (code, output, _) = TestProject.Run("diff", project.Folder, project.Build(), "--exit-code");
        Assert.True(code == 0, output);
        Assert.Contains("12 schedules are the same.", output, StringComparison.Ordinal);
    }
}
