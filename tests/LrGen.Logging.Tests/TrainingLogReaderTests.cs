namespace LrGen.Logging.Tests;

public sealed class TrainingLogReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_it_does_not_know_is_passed_over_and_what_is_damaged_is_listed()
    {
        File.WriteAllLines(_folder.File(),
        [
            """{"log":2,"run":"a","who":{"name":"x","log":3},"start":"2026-01-31T12:00:00Z"}""",
            """{"step":0,"rate":0.1,"loss":2,"memory":[1,{"loss":7}],"time":1.5}""",
            "",
            """{"step":1,"rate":0.1,"loss":1.""",
            """not JSON""",
            """[1,2]""",
            """{"rate":0.1,"loss":1}""",
            """{"step":1,"rate":0.1}""",
            """{"step":1.5,"loss":1}""",
            """{"step":1,"loss":"high"}""",
            """{"step":1,"loss":1} {"step":2,"loss":1}""",
            """{"step":1,"loss":null,"metrics":7}""",
            """{"step":2,"loss":null,"metrics":{"f1":0.5}}""",
            """{"step":3,"loss":"Infinity","rate":1e-400}""",
        ]);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal("a", reader.Run);
        Assert.Null(reader.Schedule);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), reader.Start);
        Assert.Equal([0, 2, 3], reader.Records.Select(r => r.Step));
        Assert.Equal([2, double.NaN, double.PositiveInfinity], reader.Records.Select(r => r.Loss));
        Assert.Equal([0.1, double.NaN, 0], reader.Records.Select(r => r.Rate));
        Assert.Equal(["f1"], reader.Metrics);
        Assert.Equal(0.5, reader.Records[1].Metric(0));
        Assert.Equal([4, 5, 6, 7, 8, 9, 10, 11, 12], reader.Damaged.Select(d => d.Number));
        Assert.Equal(
            [
                "damaged JSON", "damaged JSON", "not a JSON object", "no step", "no loss", "step is no whole number", "loss is no number",
                "damaged JSON", "metrics is no object",
            ],
            reader.Damaged.Select(d => d.Reason));
    }

    [Fact]
    public void Records_written_again_after_a_checkpoint_take_the_place_of_the_first_ones()
    {
        using (var log = TrainingLog.Open(_folder.File()))
        {
            for (int i = 0; i < 10; i++)
                log.Write(i, 0.1, 10 - i);
        }

        using (var log = TrainingLog.Open(_folder.File()))
        {
            for (int i = 7; i < 12; i++)
                log.Write(i, 0.1, 100 + i);
        }

        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (long)i), reader.Records.Select(r => r.Step));
        Assert.Equal([10, 9, 8, 7, 6, 5, 4, 107, 108, 109, 110, 111], reader.Records.Select(r => r.Loss));
        Assert.Equal(2, reader.Openings);
        Assert.True(reader.Duration >= TimeSpan.Zero);
    }

    [Fact]
    public void Times_of_several_openings_add_up()
    {
        File.WriteAllLines(_folder.File(),
        [
            """{"log":1}""", """{"step":0,"loss":2,"time":1}""", """{"step":1,"loss":2,"time":3}""",
            """{"log":1}""", """{"step":1,"loss":2,"time":1}""", """{"step":2,"loss":2,"time":4}""",
        ]);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal([1, 4, 7], reader.Records.Select(r => r.Seconds));
        Assert.Equal(TimeSpan.FromSeconds(7), reader.Duration);
    }

    [Fact]
    public void It_follows_a_file_that_grows_and_begins_again_with_one_that_was_replaced()
    {
        string path = _folder.File();
        File.WriteAllText(path, "{\"log\":1,\"run\":\"a\"}\n{\"step\":0,\"loss\":2}\n{\"step\":1,\"lo");
        var reader = new TrainingLogReader(path);
        Assert.True(reader.Refresh());
        Assert.False(reader.Refresh());
        Assert.Single(reader.Records);
        File.AppendAllText(path, "ss\":1}\n");
        Assert.True(reader.Refresh());
        Assert.Equal([2, 1], reader.Records.Select(r => r.Loss));
        Assert.Empty(reader.Damaged);
        File.WriteAllText(path, "{\"log\":1,\"run\":\"b\"}\n");
        Assert.True(reader.Refresh());
        Assert.Equal("b", reader.Run);
        Assert.Empty(reader.Records);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_read()
    {
        File.WriteAllText(_folder.File(), $"{{\"log\":1,\"note\":\"{new string('x', 300_000)}\"}}\n{{\"step\":0,\"loss\":2}}\n");
        Assert.Single(TrainingLogReader.Read(_folder.File()).Records);
    }
}
