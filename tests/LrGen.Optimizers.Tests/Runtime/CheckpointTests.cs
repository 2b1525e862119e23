using System.Text;

namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>Saved state: exact, the same on every machine, and never half restored.</summary>
public sealed class CheckpointTests
{
    private const int Length = 37;
    private const int Steps = 1_000;

    [Fact]
    public void A_training_that_is_killed_anywhere_goes_on_bit_for_bit()
    {
        var uninterrupted = new AccumulatingAdamOptimizer();
        float[] parameters = Numbers.Singles(Length, 1);
        var saves = new List<(byte[] State, float[] Parameters)>();
        for (int step = 0; step < Steps; step++)
        {
            saves.Add((Save(uninterrupted), [.. parameters]));
            uninterrupted.Update(parameters, Gradients(step));
        }

        // Every third kill is between updates, the others between the gradients of one.
        for (int kill = 0; kill < Steps; kill++)
        {
            var resumed = new AccumulatingAdamOptimizer();
            resumed.Load(new MemoryStream(saves[kill].State));
            float[] again = [.. saves[kill].Parameters];
            int end = Math.Min(Steps, kill + 40);
            for (int step = kill; step < end; step++)
                resumed.Update(again, Gradients(step));
            Numbers.AssertSameBits(end == Steps ? parameters : saves[end].Parameters, again, $"killed at {kill}:");
            Assert.Equal(end == Steps ? Save(uninterrupted) : saves[end].State, Save(resumed));
        }
    }

    [Fact]
    public void A_resumed_training_reaches_the_same_end()
    {
        var uninterrupted = new AmsGradOptimizer();
        float[] parameters = Numbers.Singles(Length, 1), resumedParameters = [.. parameters];
        for (int step = 0; step < Steps; step++)
            uninterrupted.Update(parameters, Gradients(step));

        // Killed and resumed after every step.
        byte[] state = Save(new AmsGradOptimizer());
        for (int step = 0; step < Steps; step++)
        {
            var resumed = new AmsGradOptimizer();
            resumed.Load(new MemoryStream(state));
            resumed.Update(resumedParameters, Gradients(step));
            state = Save(resumed);
        }

        Numbers.AssertSameBits(parameters, resumedParameters);
        Assert.Equal(Save(uninterrupted), state);
    }

    [Fact]
    public void The_form_is_that_of_its_documentation()
    {
        var optimizer = new MomentumOptimizer();
        optimizer.Parameters.Add<float>("w", null, 2, 1);
        float[] parameters = [1, 2];
        optimizer.Update(parameters, [0.5f, 1f]);
        byte[] state = Save(optimizer);

        using var reader = new BinaryReader(new MemoryStream(state));
        Assert.Equal("LRGENOPT", Encoding.ASCII.GetString(reader.ReadBytes(8)));
        Assert.Equal(1, reader.ReadUInt16());
        Assert.Equal(state.Length - 8 - 2 - 8 - 4, reader.ReadInt64());
        Assert.Equal("Sgd", Text());
        Assert.Equal(1, reader.ReadInt64());
        Assert.Equal(0, reader.ReadByte());
        Assert.Equal(0, reader.ReadInt32());
        Assert.Equal(0, reader.ReadUInt16());
        Assert.Equal(1, reader.ReadUInt16());
        Assert.Equal("momentumBuffer", Text());
        Assert.Equal(1, reader.ReadInt32());
        Assert.Equal("w", Text());
        Assert.Equal(0, reader.ReadByte());
        Assert.Equal(2, reader.ReadByte());
        Assert.Equal((2, 1), (reader.ReadInt32(), reader.ReadInt32()));
        Assert.Equal(1, reader.ReadInt64());
        Assert.Equal(2, reader.ReadInt64());
        Assert.Equal((0.6f, 1.2f), (reader.ReadSingle(), reader.ReadSingle()));
        Assert.Equal(Crc32C(state.AsSpan(0, state.Length - 4)), reader.ReadUInt32());
        Assert.Equal(state.Length, reader.BaseStream.Position);

        string Text() => Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadUInt16()));
    }

    [Fact]
    public void The_checksum_is_the_known_one() =>
        // RFC 3720, B.4: 32 bytes of zeros.
        Assert.Equal(0x8A9136AAu, Crc32C(new byte[32]));

    [Fact]
    public void Truncated_state_is_refused_at_every_length()
    {
        byte[] state = Save(Trained());
        for (int length = 0; length < state.Length; length++)
            AssertRefused(state[..length], $"cut to {length}");
    }

    [Fact]
    public void Damaged_state_is_refused_at_every_bit()
    {
        byte[] state = Save(Trained());
        for (int bit = 0; bit < state.Length * 8; bit++)
        {
            byte[] damaged = [.. state];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertRefused(damaged, $"bit {bit}");
        }
    }

    [Fact]
    public void Damaged_state_is_refused_by_an_optimizer_without_tensors()
    {
        byte[] state = Save(Trained());
        for (int bit = 0; bit < state.Length * 8; bit++)
        {
            byte[] damaged = [.. state];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            var optimizer = new AdamOptimizer();
            Assert.Throws<CheckpointException>(() => optimizer.Load(new OneWay(damaged)));
            Assert.Empty(optimizer.Parameters);
            Assert.Equal(0, optimizer.Step);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 something else altogether, and long enough to be read")]
    public void Foreign_data_is_refused(string text) => AssertRefused(Encoding.Latin1.GetBytes(text), "foreign", "not the saved state");

    [Fact]
    public void A_later_version_is_refused()
    {
        byte[] state = Save(Trained());
        state[8] = 2;
        AssertRefused(state, "version", "version 2");
    }

    [Fact]
    public void State_of_another_rule_is_refused()
    {
        var other = new MomentumOptimizer();
        other.Update(new float[Length], new float[Length]);
        AssertRefused(Save(other), "rule", "[Sgd]; this optimizer is [Adam]");
    }

    [Fact]
    public void State_of_the_same_rule_with_other_options_is_refused()
    {
        var other = new AmsGradOptimizer();
        other.Update(new float[Length], new float[Length]);
        AssertRefused(Save(other), "options", "largestSecondMoment");
    }

    [Fact]
    public void State_of_other_tensors_is_refused()
    {
        AssertRefused(Save(With(o => o.Add<float>("weights", null, Length))), "name", "'weights'");
        AssertRefused(Save(With(o => o.Add<float>("parameters", null, Length + 1))), "shape", "shape 38; here it has 37");
        AssertRefused(Save(With(o => o.Add<double>("parameters", null, Length))), "type", "Double; here it is Single");
        AssertRefused(Save(With(_ => { })), "none", "no tensor 'parameters'");

        static AdamOptimizer With(Action<ParameterSet> add)
        {
            var optimizer = new AdamOptimizer();
            add(optimizer.Parameters);
            return optimizer;
        }
    }

    [Fact]
    public void A_stream_that_fails_leaves_the_optimizer_as_it_was()
    {
        byte[] state = Save(Trained());
        for (int at = 0; at < state.Length; at += 13)
        {
            var optimizer = Trained();
            byte[] before = Save(optimizer);
            Assert.Throws<IOException>(() => optimizer.Load(new OneWay(state, failAt: at)));
            Assert.Equal(before, Save(optimizer));
        }
    }

    [Fact]
    public void Several_states_stand_in_one_stream()
    {
        var stream = new MemoryStream();
        stream.WriteByte(42);
        Trained().Save(stream);
        new SgdOptimizer().Save(stream);
        stream.Position = 1;
        var adam = new AdamOptimizer();
        adam.Load(stream);
        new SgdOptimizer().Load(stream);
        Assert.Equal(stream.Length, stream.Position);
        Assert.Equal(10, adam.Step);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_types_are_saved(bool isRegistered)
    {
        var optimizer = new AmsGradOptimizer();
        var resumed = new AmsGradOptimizer();
        double[] a = Numbers.Doubles(5, 1), c = [.. a];
        Half[] b = Numbers.Halves(7, 2), d = [.. b];
        optimizer.Parameters.Add("a", a, Numbers.Doubles(5, 3));
        optimizer.Parameters.Add("b", b, Numbers.Halves(7, 4));
        for (int i = 0; i < 10; i++)
            optimizer.Update();
        (a.ToArray()).CopyTo(c, 0);
        (b.ToArray()).CopyTo(d, 0);
        byte[] state = Save(optimizer);
        if (isRegistered)
        {
            // In another order: tensors are known by their names.
            resumed.Parameters.Add("b", d, Numbers.Halves(7, 4));
            resumed.Parameters.Add("a", c, Numbers.Doubles(5, 3));
        }

        resumed.Load(new MemoryStream(state));
        if (!isRegistered)
        {
            Assert.Equal(state, Save(resumed));
            ((ParameterTensor<double>)resumed.Parameters["a"]).Bind(c, Numbers.Doubles(5, 3));
            ((ParameterTensor<Half>)resumed.Parameters["b"]).Bind(d, Numbers.Halves(7, 4));
        }

        optimizer.Update();
        resumed.Update();
        Assert.Equal(a, c);
        Assert.Equal(b, d);
    }

    [Fact]
    public void Streams_that_go_the_other_way_are_refused()
    {
        var optimizer = Trained();
        Assert.Throws<ArgumentNullException>(() => optimizer.Save(null!));
        Assert.Throws<ArgumentNullException>(() => optimizer.Load(null!));
        Assert.Throws<ArgumentException>(() => optimizer.Save(new MemoryStream([], writable: false)));
    }

    private static float[] Gradients(int step) => Numbers.Singles(Length, step + 1_000);

    private static AdamOptimizer Trained()
    {
        var optimizer = new AdamOptimizer();
        float[] parameters = Numbers.Singles(Length, 1);
        for (int step = 0; step < 10; step++)
            optimizer.Update(parameters, Gradients(step));
        return optimizer;
    }

    private static byte[] Save(IOptimizer optimizer)
    {
        var stream = new MemoryStream();
        optimizer.Save(stream);
        return stream.ToArray();
    }

    private static void AssertRefused(byte[] state, string what, string? message = null)
    {
        var optimizer = Trained();
        byte[] before = Save(optimizer);
        var error = Record.Exception(() => optimizer.Load(new MemoryStream(state)));
        Assert.True(error is CheckpointException, $"{what}: {error}");
        Assert.Contains(message ?? string.Empty, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Save(optimizer));
    }

    /// <summary>CRC-32C, bit by bit.</summary>
    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82F63B78u : 0);
        }

        return ~crc;
    }

    /// <summary>A stream that cannot seek, gives a few bytes at a time, and may fail.</summary>
    private sealed class OneWay(byte[] bytes, int failAt = -1) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            if (failAt >= 0 && Position >= failAt)
                throw new IOException("The disk is gone.");
            return base.Read(buffer[..Math.Min(buffer.Length, 5)]);
        }
    }
}
