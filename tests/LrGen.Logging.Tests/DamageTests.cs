using System.Text;

namespace LrGen.Logging.Tests;

/// <summary>What other programs do to a log, while it is written and afterwards.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cut", 0)]
    [InlineData("half", 20)]
    [InlineData("deleted", 0)]
    [InlineData("replaced", 1)]
    public void A_log_goes_on_where_its_file_was_cut_and_says_so(string what, int kept)
    {
        string path = _folder.File();
        using (var log = TrainingLog.Open(path))
        {
            for (int i = 0; i < 40; i++)
                log.Write(i, 0.1, i);
            log.Flush();
            long length = new FileInfo(path).Length;
            string[] lines = File.ReadAllLines(path);
            if (what == "deleted")
                File.Delete(path);
            else if (what == "cut")
                File.WriteAllText(path, string.Empty);
            else if (what == "half")
                File.WriteAllText(path, string.Join('\n', lines[..21]) + "\n" + lines[21][..10]);
            else
                File.Move(Written("other.jsonl", "{\"log\":1,\"run\":\"x\"}\n{\"step\":0,\"loss\":0,\"time\":0}\n"), path, overwrite: true);
            for (int i = 40; i < 50; i++)
                log.Write(i, 0.1, i);
            log.Flush();
            Assert.InRange(log.LostBytes, 1, length);
        }

        var reader = TrainingLogReader.Read(path);
        Assert.Empty(reader.Damaged);
        Assert.True(reader.LostBytes > 0);
        Assert.Equal([.. Enumerable.Range(0, kept), .. Enumerable.Range(40, 10)], reader.Records.Select(r => (int)r.Step));
        Assert.DoesNotContain('\0', File.ReadAllText(path));
        // And can be opened again.
        TrainingLog.Open(path).Dispose();
        Assert.Equal(kept + 10, TrainingLogReader.Read(path).Records.Count);
    }

    /// <summary>As an editor does that saves what it had read, or a tool that synchronizes folders.</summary>
    [Fact]
    public void A_copy_in_the_place_of_the_file_is_gone_on_with()
    {
        string path = _folder.File();
        using (var log = TrainingLog.Open(path))
        {
            for (int i = 0; i < 40; i++)
            {
                log.Write(i, 0.1, i);
                log.Flush();
                if (i % 10 != 0)
                    continue;
                File.Copy(path, path + ".copy");
                File.Move(path + ".copy", path, overwrite: true);
            }

            Assert.Equal(0, log.LostBytes);
        }

        var reader = TrainingLogReader.Read(path);
        Assert.Equal((40, 0, 0L, 1), (reader.Records.Count, reader.Damaged.Count, reader.LostBytes, reader.Openings));
    }

    [Fact]
    public void A_second_writer_behind_a_hard_link_overwrites_nothing_and_is_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ln is not there.");
        string path = _folder.File(), link = _folder.File("link.jsonl");
        using var one = TrainingLog.Open(path, run: "one");
        using (var make = System.Diagnostics.Process.Start("ln", [path, link]))
            make.WaitForExit();
        using var other = TrainingLog.Open(link, run: "other");
        for (int i = 0; i < 5; i++)
        {
            one.Write(i, 0.1, 1);
            Assert.Contains("Another program writes to", Assert.ThrowsAny<IOException>(one.Flush).Message);
            other.Write(i, 0.2, 2);
            Assert.Contains("file of its own", Assert.ThrowsAny<IOException>(other.Flush).Message);
        }

        Assert.Equal(2 + 10, File.ReadAllLines(path).Length);
        Assert.Empty(TrainingLogReader.Read(path).Damaged);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_replaced()
    {
        using (var log = TrainingLog.Open(_folder.File(), run: "a\ud800b", schedule: "\udc00"))
            log.Write(0, 0.1, 1, [log.Metric("m\ud800").Is(2)]);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal(("a\ufffdb", "\ufffd", 0), (reader.Run, reader.Schedule, reader.Damaged.Count));
        Assert.Equal("m\ufffd", Assert.Single(reader.Metrics));
    }

    [Fact]
    public void What_an_untouched_log_lost_is_nothing()
    {
        using (var log = TrainingLog.Open(_folder.File()))
        {
            for (int i = 0; i < 5; i++)
            {
                log.Write(i, 0.1, i);
                log.Flush();
            }

            Assert.Equal(0, log.LostBytes);
        }

        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal((0L, 0L, 5), (reader.LostBytes, reader.Replaced, reader.Records.Count));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_second_writer_is_refused_under_any_name()
    {
        string path = _folder.File(), link = _folder.File("link.jsonl");
        using (var log = TrainingLog.Open(path))
        {
            Assert.Contains("open in another", Assert.Throws<IOException>(() => TrainingLog.Open(path)).Message);
            File.CreateSymbolicLink(link, path);
            Assert.Throws<IOException>(() => TrainingLog.Open(link));
            log.Write(0, 0.1, 1);
        }

        using (TrainingLog.Open(link))
            Assert.Throws<IOException>(() => TrainingLog.Open(path));
        Assert.Single(TrainingLogReader.Read(path).Records);
    }

    [Fact]
    public void A_block_that_stands_twice_loses_no_record()
    {
        string path = _folder.File();
        var lines = Enumerable.Range(0, 60).Select(i => $"{{\"step\":{i},\"rate\":0.1,\"loss\":{i},\"time\":{i * 0.5}}}").ToList();
        for (int at = 30; at <= 60; at += 10)
        {
            File.WriteAllLines(path, ["{\"log\":1}", .. lines[..at], .. lines[20..30], .. lines[at..]]);
            var reader = TrainingLogReader.Read(path);
            Assert.Equal(Enumerable.Range(0, 60), reader.Records.Select(r => (int)r.Step));
            Assert.Equal(10, reader.Damaged.Count);
            Assert.Equal(0, reader.Replaced);
        }
    }

    [Fact]
    public void A_training_that_goes_back_within_one_opening_replaces_and_counts()
    {
        File.WriteAllLines(_folder.File(),
        [
            "{\"log\":1}", .. Enumerable.Range(0, 10).Select(i => $"{{\"step\":{i},\"loss\":1,\"time\":{i}}}"),
            .. Enumerable.Range(5, 10).Select(i => $"{{\"step\":{i},\"loss\":2,\"time\":{i + 10}}}"),
        ]);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal(Enumerable.Range(0, 15), reader.Records.Select(r => (int)r.Step));
        Assert.Equal(5, reader.Replaced);
        Assert.Empty(reader.Damaged);
    }

    [Theory]
    [InlineData("\"run\":\"\\ud800\"")]
    [InlineData("\"metrics\":{\"\\udc00\":1}")]
    [InlineData("\"time\":1e300")]
    [InlineData("\"time\":-1e300")]
    [InlineData("\"time\":1e999")]
    [InlineData("\"step\":99999999999999999999")]
    [InlineData("\"\\ud800\":1")]
    public void What_no_record_can_say_is_one_damaged_line(string property)
    {
        File.WriteAllLines(_folder.File(), ["{\"log\":1}", "{\"step\":0,\"loss\":1,\"time\":1}", $"{{\"step\":1,\"loss\":1,{property}}}", "{\"step\":2,\"loss\":1,\"time\":2}"]);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.InRange(reader.Damaged.Count, property.StartsWith("\"\\ud800\"", StringComparison.Ordinal) ? 0 : 1, 1);
        Assert.Equal(3 - reader.Damaged.Count, reader.Records.Count);
        Assert.Equal(2, reader.Duration.TotalSeconds);
        Assert.All(reader.Metrics, m => Assert.DoesNotContain(m, c => char.IsSurrogate(c)));
    }

    [Fact]
    public void Invalid_UTF_8_is_one_damaged_line()
    {
        byte[] line = Encoding.UTF8.GetBytes("{\"step\":1,\"loss\":1,\"metrics\":{\"a?b\":1}}\n");
        line[Array.IndexOf(line, (byte)'?')] = 0xff;
        File.WriteAllBytes(_folder.File(), [.. "{\"log\":1}\n{\"step\":0,\"loss\":1}\n"u8, .. line, .. "{\"step\":2,\"loss\":1}\n"u8]);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal([3L], reader.Damaged.Select(d => d.Number));
        Assert.Equal(2, reader.Records.Count);
        Assert.Empty(reader.Metrics);
    }

    [Fact]
    public void A_line_without_end_is_one_damaged_line_and_takes_no_memory()
    {
        string path = _folder.File();
        int megabytes = LongRun.Size(full: 1_100, quick: 40);
        using (var file = File.Create(path))
        {
            file.Write("{\"log\":1}\n{\"step\":0,\"loss\":1}\n{\"step\":1,\"note\":\""u8);
            byte[] block = new byte[1 << 20];
            Array.Fill(block, (byte)'x');
            for (int i = 0; i < megabytes; i++)
                file.Write(block);
            file.Write("\",\"loss\":1}\n{\"step\":2,\"loss\":1}\n"u8);
        }

        long before = GC.GetTotalAllocatedBytes(precise: true);
        var reader = TrainingLogReader.Read(path);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 100 << 20);
        Assert.Equal([3L], reader.Damaged.Select(d => d.Number));
        Assert.Contains("16 MiB", reader.Damaged[0].Reason);
        Assert.Equal([0, 2], reader.Records.Select(r => (int)r.Step));
    }

    [Fact]
    public void Zeros_of_a_file_that_was_cut_are_one_damaged_line_and_do_not_keep_it_from_being_opened()
    {
        File.WriteAllBytes(_folder.File(), [.. new byte[5_000], .. "{\"step\":7,\"loss\":1,\"time\":1}\n"u8]);
        var reader = TrainingLogReader.Read(_folder.File());
        Assert.Equal((1, 1), (reader.Damaged.Count, reader.Records.Count));
        using (var log = TrainingLog.Open(_folder.File()))
            log.Write(8, 0.1, 1);
        Assert.Equal(2, TrainingLogReader.Read(_folder.File()).Records.Count);
    }

    [Fact]
    public void Damaged_logs_are_read_and_opened_or_refused_as_they_are()
    {
        using var memory = new MemoryFolder();
        string path = memory.File("run.jsonl");
        using (var log = TrainingLog.Open(path))
        {
            var accuracy = log.Metric("accuracy");
            for (int i = 0; i < 40; i++)
                log.Write(i, i / 10.0, 0.1, 1, [accuracy.Is(0.5)]);
        }

        byte[] whole = File.ReadAllBytes(path);
        var random = new Random(15);
        int files = LongRun.Size(full: 30_000, quick: 1_500);
        for (int i = 0; i < files; i++)
        {
            byte[] damaged = Damage.Of(whole, random);
            File.WriteAllBytes(path, damaged);
            var reader = TrainingLogReader.Read(path);
            Assert.True(reader.Duration >= TimeSpan.Zero || reader.Records.Count > 0);
            int lines = damaged.AsSpan().Count((byte)'\n');
            Assert.InRange(reader.Records.Count + reader.Damaged.Count, 0, (2 * lines) + 1);
            for (int j = 1; j < reader.Records.Count; j++)
                Assert.True(reader.Records[j - 1].Step <= reader.Records[j].Step);
            int before = reader.Records.Count;
            try
            {
                using (TrainingLog.Open(path))
                {
                }

                // A whole last line without its break has come in.
                Assert.InRange(TrainingLogReader.Read(path).Records.Count, before, before + 1);
            }
            catch (InvalidDataException)
            {
                Assert.True(damaged.AsSpan().SequenceEqual(File.ReadAllBytes(path)), $"file {i}");
            }
        }
    }

    private string Written(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}
