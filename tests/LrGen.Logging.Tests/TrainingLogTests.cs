using System.Text.Json;

namespace LrGen.Logging.Tests;

public sealed class TrainingLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_is_a_header_and_a_line_of_JSON_for_each_record()
    {
        using (var log = TrainingLog.Open(_folder.File("first.jsonl"), schedule: "[Constant(0.5)] \"é\""))
        {
            var accuracy = log.Metric("accuracy \"%\"");
            log.Write(0, 0.5, 2.25);
            log.Write(1, 0.125, 1e-5, double.NaN, [accuracy.Is(0.75), log.Metric("top5").Is(double.NegativeInfinity)]);
        }

        string[] lines = File.ReadAllLines(_folder.File("first.jsonl"));
        Assert.Equal(3, lines.Length);
        var header = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(1, header.GetProperty("log").GetInt32());
        Assert.Equal("first", header.GetProperty("run").GetString());
        Assert.Equal("[Constant(0.5)] \"é\"", header.GetProperty("schedule").GetString());
        Assert.InRange(header.GetProperty("start").GetDateTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
        Assert.Matches("""^\{"step":0,"rate":0\.5,"loss":2\.25,"time":[0-9.E-]+\}$""", lines[1]);
        Assert.Matches(
            """^\{"step":1,"epoch":0\.125,"rate":1E-05,"loss":"NaN","time":[0-9.E-]+,"metrics":\{"accuracy \\u0022%\\u0022":0\.75,"top5":"-Infinity"\}\}$""",
            lines[2]);
    }

    [Fact]
    public void Every_double_comes_back_bit_for_bit()
    {
        var random = new Random(1);
        double[] values =
        [
            0, -0.0, double.Epsilon, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
            // Where the JSON of .NET 9 and 10 rounds wrongly.
            Math.ScaleB(1, -25), Math.ScaleB(1, -958), 2.2250738585072014E-308, 0.1, 1d / 3,
            .. Enumerable.Range(0, 20_000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))),
        ];
        using (var log = TrainingLog.Open(_folder.File()))
        {
            var metric = log.Metric("m");
            for (int i = 0; i < values.Length; i++)
                log.Write(i, values[i], values[i], values[i], [metric.Is(values[i])]);
        }

        var records = TrainingLogReader.Read(_folder.File()).Records;
        Assert.Equal(values.Length, records.Count);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(i, records[i].Step);
            foreach (double read in (double[])[records[i].Epoch, records[i].Rate, records[i].Loss, records[i].Metric(0)])
                Assert.True(Same(values[i], read), $"{values[i]:R} came back as {read:R}");
        }

        // Of NaN there is one in text.
        static bool Same(double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y) || (double.IsNaN(x) && double.IsNaN(y));
    }

    [Fact]
    public void The_longest_record_fits()
    {
        using (var log = TrainingLog.Open(_folder.File()))
        {
            var metrics = Enumerable.Range(0, 5_000).Select(i => log.Metric($"a metric with a long name {i}")).ToArray();
            log.Write(long.MinValue, -double.MaxValue, -double.MaxValue, -double.MaxValue);
            log.Write(long.MaxValue, 1, 1, [.. metrics.Select(m => m.Is(-double.MaxValue))]);
        }

        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Empty(reader.Damaged);
        Assert.Equal(2, reader.Records.Count);
        Assert.Equal(5_000, reader.Metrics.Count);
        Assert.Equal(-double.MaxValue, reader.Records[1].Metric(4_999));
        Assert.Equal(double.NaN, reader.Records[0].Metric(0));
    }

    [Fact]
    public void A_record_is_in_the_file_within_a_second_also_when_no_other_comes()
    {
        using var log = TrainingLog.Open(_folder.File());
        log.Write(0, 0.1, 2);
        var reader = new TrainingLogReader(_folder.File());
        Assert.True(SpinWait.SpinUntil(() => reader.Refresh() && reader.Records.Count == 1, TimeSpan.FromSeconds(1)) || reader.Records.Count == 1);
    }

    [Fact]
    public void Records_of_several_threads_are_whole_lines()
    {
        using (var log = TrainingLog.Open(_folder.File(), options: new TrainingLogOptions { FlushInterval = TimeSpan.FromMilliseconds(1), Durable = true }))
            Parallel.For(0, 20_000, i => log.Write(i, 0.1, i));
        Assert.Equal(20_001, File.ReadAllLines(_folder.File()).Length);
        Assert.Empty(TrainingLogReader.Read(_folder.File()).Damaged);
    }

    [Theory]
    [InlineData("{\"step\":2,\"rate\":0.1,\"lo")]
    [InlineData("{\"step\":2,\"rate\":0.1,\"loss\":1.5")]
    [InlineData("{")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("{\"step\":2}\0\0\0\0")]
    public void A_torn_last_line_is_removed_on_reopening(string torn)
    {
        using (var log = TrainingLog.Open(_folder.File()))
        {
            log.Write(0, 0.1, 2);
            log.Write(1, 0.1, 1.75);
        }

        string before = File.ReadAllText(_folder.File());
        File.AppendAllText(_folder.File(), torn);
        Assert.True(TrainingLogReader.Read(_folder.File()).HasUnfinishedLine);
        using (var log = TrainingLog.Open(_folder.File()))
            log.Write(2, 0.1, 1.5);

        Assert.StartsWith(before + "{\"log\":1", File.ReadAllText(_folder.File()), StringComparison.Ordinal);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Empty(reader.Damaged);
        Assert.False(reader.HasUnfinishedLine);
        Assert.Equal(2, reader.Openings);
        Assert.Equal([2, 1.75, 1.5], reader.Records.Select(r => r.Loss));
    }

    [Fact]
    public void A_whole_last_line_without_its_break_stays()
    {
        using (var log = TrainingLog.Open(_folder.File()))
            log.Write(0, 0.1, 2);
        File.WriteAllText(_folder.File(), File.ReadAllText(_folder.File()).TrimEnd('\n'));
        using (var log = TrainingLog.Open(_folder.File()))
            log.Write(1, 0.1, 1);
        Assert.Equal([2, 1], TrainingLogReader.Read(_folder.File()).Records.Select(r => r.Loss));
    }

    [Fact]
    public void Cut_anywhere_a_log_loses_one_line_at_most()
    {
        using (var log = TrainingLog.Open(_folder.File()))
        {
            for (int i = 0; i < 5; i++)
                log.Write(i, 0.1, 2 - (0.1 * i));
        }

        byte[] whole = File.ReadAllBytes(_folder.File());
        for (int length = 0; length <= whole.Length; length++)
        {
            string path = _folder.File("cut.jsonl");
            File.WriteAllBytes(path, whole[..length]);
            int lines = whole.AsSpan(0, length).Count((byte)'\n');
            using (var log = TrainingLog.Open(path))
                log.Write(99, 0.1, 1);
            var reader = TrainingLogReader.Read(path);
            Assert.Empty(reader.Damaged);
            // One more where the cut took only the line break.
            Assert.InRange(reader.Records.Count, Math.Max(0, lines - 1) + 1, Math.Max(0, lines) + 1);
        }
    }

    [Theory]
    [InlineData("a model, not a log")]
    [InlineData("{\"step\":0}\n")]
    [InlineData("\u0089PNG")]
    public void A_file_that_is_no_log_stays_as_it_is(string content)
    {
        File.WriteAllText(_folder.File(), content);
        Assert.Contains("no training log", Assert.Throws<InvalidDataException>(() => TrainingLog.Open(_folder.File())).Message);
        Assert.Equal(content, File.ReadAllText(_folder.File()));
    }

    [Fact]
    public void Misuse_is_an_exception()
    {
        Assert.Throws<ArgumentException>(() => TrainingLog.Open(""));
        Assert.Throws<DirectoryNotFoundException>(() => TrainingLog.Open(_folder.File("missing/run.jsonl")));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainingLog.Open(_folder.File(), options: new TrainingLogOptions { FlushInterval = TimeSpan.Zero }));
        var log = TrainingLog.Open(_folder.File());
        using var other = TrainingLog.Open(_folder.File("other.jsonl"));
        Assert.Throws<ArgumentException>(() => log.Metric(""));
        Assert.Throws<ArgumentException>(() => log.Write(0, 1, 1, [other.Metric("a").Is(1)]));
        Assert.Throws<ArgumentException>(() => log.Write(0, 1, 1, [default(TrainingMetric).Is(1)]));
        log.Dispose();
        log.Dispose();
        Assert.Throws<ObjectDisposedException>(() => log.Write(0, 1, 1));
        Assert.Throws<ObjectDisposedException>(() => log.Flush());
        Assert.StartsWith("{\"log\":1,\"run\":\"run\",\"start\":", File.ReadAllText(_folder.File()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_an_IOException_of_a_record_and_not_of_the_timer()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/dev/full"), "There is a device that is always full on Linux only.");
        Assert.Throws<IOException>(() => TrainingLog.Open("/dev/full"));
    }
}
