using System.Diagnostics;

namespace LrGen.Tool.Tests;

public sealed class WatchTests : IDisposable
{
    private readonly Logs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public void Once_draws_loss_and_rate_with_the_verdict()
    {
        string log = _logs.Write("a.jsonl", Logs.Healthy, schedule: "[Warmup(200), CosineDecay(0.1)] " + new string('x', 100));
        var (code, output, error) = TestProject.Run("watch", log, "--once", "--width", "80");
        Assert.Equal((0, ""), (code, error));
        string[] lines = output.Split('\n');
        Assert.StartsWith("a  [Warmup(200), CosineDecay(0.1)]", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("step 1,999, epoch 10, rate ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("accuracy 0.99", lines[2], StringComparison.Ordinal);
        Assert.Contains("Healthy: the loss fell from", output, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 81));
        // Of dots there are many, and the line of the rate goes up and then down.
        Assert.True(output.Count(c => c is > '\u2800' and <= '\u28ff') > 100);
    }

    [Fact]
    public void The_exit_code_says_whether_the_loss_has_diverged()
    {
        string log = _logs.Write("a.jsonl", x => x < 0.5 ? 2 : double.NaN);
        var (code, output, _) = TestProject.Run("watch", log, "--once");
        Assert.Equal(1, code);
        Assert.Contains("Diverged: the loss is NaN", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_record_is_drawn_and_none_is_said()
    {
        string log = _logs.Write("a.jsonl", Logs.Healthy, steps: 1);
        Assert.Contains("Too few records", TestProject.Run("watch", log, "--once").Output, StringComparison.Ordinal);
        string empty = _logs.Write("b.jsonl", Logs.Healthy, steps: 0);
        Assert.Equal(2, TestProject.Run("watch", empty, "--once").Code);
        Assert.Equal(2, TestProject.Run("watch", _logs.PathTo("missing.jsonl"), "--once").Code);
        Assert.Equal(2, TestProject.Run("watch", log, "--interval", "0").Code);
        Assert.Equal(2, TestProject.Run("watch", log, "--width", "3").Code);
    }

    [Fact]
    public void It_follows_a_log_that_is_not_there_yet_and_then_grows()
    {
        string path = _logs.PathTo("live.jsonl");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "watch", path, "--interval", "0.1"])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.StartsWith("Waiting for records", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
            using var log = TrainingLog.Open(path);
            for (int i = 0; i < 3; i++)
            {
                log.Write(i, 0.1, 2 - i);
                log.Flush();
                string expected = $"step {i},";
                bool isSeen = SpinWait.SpinUntil(
                    () => process.StandardOutput.ReadLine()?.StartsWith(expected, StringComparison.Ordinal) == true, TimeSpan.FromSeconds(30));
                Assert.True(isSeen, expected);
            }
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
