namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>Checkpoints in files: a good one at every moment.</summary>
public sealed class CheckpointFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_saved_is_loaded()
    {
        var optimizer = Trained(7);
        optimizer.Save(At("a.ckpt"));
        var other = new AdamOptimizer();
        other.Load(At("a.ckpt"));
        Assert.Equal(7, other.Step);
        // The bytes are those of the stream.
        var stream = new MemoryStream();
        optimizer.Save(stream);
        Assert.Equal(stream.ToArray(), File.ReadAllBytes(At("a.ckpt")));
        Assert.Equal(["a.ckpt"], Names());
    }

    [Fact]
    public void As_many_earlier_files_are_kept_as_are_asked_for()
    {
        for (int steps = 1; steps <= 6; steps++)
            Trained(steps).Save(At("a.ckpt"), keep: 2);
        Assert.Equal(["a.ckpt", "a.ckpt.1", "a.ckpt.2"], Names());
        Assert.Equal([6L, 5, 4], new[] { "a.ckpt", "a.ckpt.1", "a.ckpt.2" }.Select(StepOf));
        Trained(7).Save(At("a.ckpt"));
        Assert.Equal([7L, 5, 4], new[] { "a.ckpt", "a.ckpt.1", "a.ckpt.2" }.Select(StepOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trained(1).Save(At("a.ckpt"), keep: -1));
        Assert.Throws<ArgumentException>(() => Trained(1).Save(""));
    }

    [Fact]
    public void A_save_that_fails_leaves_the_file_before_it()
    {
        Trained(3).Save(At("a.ckpt"));
        Assert.Throws<InvalidOperationException>(() => CheckpointFile.Save(At("a.ckpt"), stream =>
        {
            stream.Write(new byte[100]);
            throw new InvalidOperationException("out of memory");
        }));
        Assert.Equal(3, StepOf("a.ckpt"));
        Assert.Equal(["a.ckpt"], Names());
    }

    [Fact]
    public void Damage_names_the_file_and_the_earlier_ones()
    {
        Trained(1).Save(At("a.ckpt"), keep: 1);
        Trained(2).Save(At("a.ckpt"), keep: 1);
        byte[] state = File.ReadAllBytes(At("a.ckpt"));
        File.WriteAllBytes(At("a.ckpt"), state[..^9]);
        string message = Assert.Throws<CheckpointException>(() => new AdamOptimizer().Load(At("a.ckpt"))).Message;
        Assert.Contains("a.ckpt: ", message);
        Assert.Contains("a.ckpt.1", message);
        Assert.Equal(1, StepOf("a.ckpt.1"));
        Assert.Throws<FileNotFoundException>(() => new AdamOptimizer().Load(At("none.ckpt")));
    }

    [Fact]
    public void A_link_stays_one_and_a_mode_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links need a privilege, and there are no modes.");
            return;
        }

        Directory.CreateDirectory(At("elsewhere"));
        Trained(1).Save(At("elsewhere/a.ckpt"));
        File.SetUnixFileMode(At("elsewhere/a.ckpt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(At("link.ckpt"), At("elsewhere/a.ckpt"));
        Trained(2).Save(At("link.ckpt"), keep: 1);
        Assert.NotNull(new FileInfo(At("link.ckpt")).LinkTarget);
        Assert.Equal((2L, 1L), (StepOf("elsewhere/a.ckpt"), StepOf("elsewhere/a.ckpt.1")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("elsewhere/a.ckpt")));
    }

    [Fact]
    public void A_device_is_written_to_and_stays_one()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is a device that is always full on Linux only.");
        Assert.ThrowsAny<IOException>(() => Trained(1).Save("/dev/full"));
        Trained(1).Save("/dev/null");
        Assert.ThrowsAny<IOException>(() => File.WriteAllText("/dev/full", "x"));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void Killed_while_it_saves_a_process_leaves_a_good_file_always()
    {
        // Several at a time, each with a file of its own: most of the time is the start of a process.
        const int Lanes = 4;
        int kills = LongRun.Size(full: 1_000, quick: 12), unfinished = 0;
        using var folder = new MemoryFolder();
        Parallel.For(0, Lanes, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, lane =>
        {
            int count = KillAgainAndAgain(folder.File($"{lane}.ckpt"), kills / Lanes, seed: lane);
            Interlocked.Add(ref unfinished, count);
        });
        // Most kills come while a file is being written.
        Assert.True(unfinished > kills / 4, $"{unfinished} of {kills} kills were in a save");
        Assert.InRange(Directory.GetFiles(folder.Path).Length, 2 * Lanes, 3 * Lanes);
    }

    /// <summary>Kills processes that save to a file; says how many of them were saving.</summary>
    private static int KillAgainAndAgain(string path, int kills, int seed)
    {
        var random = new Random(seed);
        int unfinished = 0;
        long step = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            using var process = Programs.Start("LrGen.Optimizers.Bits.dll", [], "save", path, "1");
            Assert.Equal("saved", process.StandardOutput.ReadLine());
            Thread.Sleep(random.Next(0, 40));
            process.Kill();
            process.WaitForExit();
            unfinished += File.Exists(path + ".unfinished") ? 1 : 0;
            foreach (string file in new[] { path, path + ".1" }.Where(File.Exists))
            {
                var optimizer = new AdamOptimizer();
                optimizer.Load(file);
                Assert.True(file != path || optimizer.Step > step, $"kill {kill}: step {optimizer.Step} after {step}");
                step = file == path ? optimizer.Step : step;
            }
        }

        Assert.True(File.Exists(path));
        return unfinished;
    }

    [Fact]
    public void Damaged_checkpoints_are_refused_and_change_nothing()
    {
        byte[] whole = State(Trained(5));
        var random = new Random(15);
        var optimizer = Trained(9);
        byte[] before = State(optimizer);
        using var folder = new MemoryFolder();
        string path = folder.File("damaged.ckpt");
        int files = LongRun.Size(full: 40_000, quick: 2_000);
        for (int i = 0; i < files; i++)
        {
            byte[] damaged = Damage.Of(whole, random);
            if (damaged.AsSpan().SequenceEqual(whole))
                continue;
            File.WriteAllBytes(path, damaged);
            // What stands behind a state is another one's.
            if (damaged.AsSpan().StartsWith(whole))
                continue;
            var error = Record.Exception(() => optimizer.Load(path));
            Assert.True(error is CheckpointException, $"file {i}: {error}");
        }

        Assert.Equal(before, State(optimizer));
    }

    private static AdamOptimizer Trained(int steps)
    {
        var optimizer = new AdamOptimizer();
        float[] parameters = Numbers.Singles(37, 1);
        for (int step = 0; step < steps; step++)
            optimizer.Update(parameters, Numbers.Singles(37, step + 2));
        return optimizer;
    }

    private static byte[] State(IOptimizer optimizer)
    {
        var stream = new MemoryStream();
        optimizer.Save(stream);
        return stream.ToArray();
    }

    private long StepOf(string name)
    {
        var optimizer = new AdamOptimizer();
        optimizer.Load(At(name));
        return optimizer.Step;
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string[] Names() => [.. Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
}
