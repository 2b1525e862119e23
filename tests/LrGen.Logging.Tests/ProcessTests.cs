using System.Globalization;

namespace LrGen.Logging.Tests;

/// <summary>What only another process shows: being killed, and ending without Dispose.</summary>
public sealed class ProcessTests
{
    private const string Program = "LrGen.Optimizers.Bits.dll";

    [Fact]
    public async Task A_process_that_is_killed_again_and_again_loses_less_than_a_second_each_time()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File();
        var random = new Random(1);
        long highest = -1;
        for (int kill = 0; kill < LongRun.Size(full: 5, quick: 2); kill++)
        {
            using var process = Programs.Start(Program, [], "log", path);
            // The process says which step it has written after each thousandth of a second or so, with its clock.
            var written = new List<(long Step, double Seconds)>();
            var reading = Task.Run(() =>
            {
                while (process.StandardOutput.ReadLine() is { } line)
                {
                    if (line.Split(' ') is [var step, var seconds] && double.TryParse(seconds, CultureInfo.InvariantCulture, out double time))
                        written.Add((long.Parse(step, CultureInfo.InvariantCulture), time));
                }
            });
            Assert.True(SpinWait.SpinUntil(() => written.Count > 0, TimeSpan.FromSeconds(60)));
            await Task.Delay(random.Next(1_200, 2_000));
            process.Kill();
            await process.WaitForExitAsync();
            await reading;

            var reader = TrainingLogReader.Read(path);
            Assert.Empty(reader.Damaged);
            Assert.Equal(kill + 1, reader.Openings);
            Assert.Equal(Enumerable.Range(0, reader.Records.Count).Select(i => (long)i), reader.Records.Select(r => r.Step));
            long last = reader.Records is [.., var record] ? record.Step : -1;
            Assert.True(last >= highest);
            highest = last;
            if (written is [.., var said] && said.Seconds > 1)
                Assert.True(last >= written.Last(w => w.Seconds < said.Seconds - 1).Step, $"{last} of {said.Step} are there");
        }

        Assert.True(highest > 100, $"{highest} records");
    }

    [Fact]
    public void A_process_that_ends_without_Dispose_loses_nothing()
    {
        using var folder = new TemporaryFolder();
        using var process = Programs.Start(Program, [], "log", folder.File(), "500");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(500, TrainingLogReader.Read(folder.File()).Records.Count);
    }
}
