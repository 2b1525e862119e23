namespace LrGen.Logging.Tests;

/// <summary>Real networks, trained by the Digits sample at three constant rates and along four schedules.</summary>
public sealed class DigitsTests
{
    private const int Seeds = 4;

    [Fact]
    public void The_verdicts_on_real_networks_are_what_their_rates_were_chosen_for()
    {
        using var folder = new TemporaryFolder();
        using (var process = Programs.Start("Digits.dll", [], "--schedules", "--seeds", $"{Seeds}", "--log", folder.Path))
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        Assert.Equal(7 * Seeds, Directory.GetFiles(folder.Path).Length);
        All("constant-too-low-*", LossVerdictKind.BarelyFalling);
        All("constant-well-chosen-*", LossVerdictKind.Healthy);
        All("constant-too-high-*", LossVerdictKind.Oscillating, LossVerdictKind.Diverged);
        All("step-decay-*", LossVerdictKind.Healthy);
        All("exponential-decay-*", LossVerdictKind.Healthy);
        All("warm-up-cosine-*", LossVerdictKind.Healthy);

        void All(string pattern, params LossVerdictKind[] expected)
        {
            foreach (string path in Directory.GetFiles(folder.Path, pattern))
            {
                var log = TrainingLogReader.Read(path);
                Assert.Equal(3_600, log.Records.Count);
                Assert.Empty(log.Damaged);
                Assert.Equal(["accuracy"], log.Metrics);
                Assert.InRange(log.Records[^180].Metric(0), 0.05, 1);
                Assert.StartsWith("[", log.Schedule);
                var verdict = LossVerdict.Of(log.Records);
                Assert.True(expected.Contains(verdict.Kind), $"{log.Run}: {verdict.Text}");
                // These fall by 85 to 93 %.
                Assert.False(verdict.Text.StartsWith("Barely", StringComparison.Ordinal), $"{log.Run}: {verdict.Text}");
            }
        }
    }
}
