using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace LrGen.Tool.Tests;

/// <summary>Logs and journals as CSV and as TensorBoard's event files, read back by code of their own.</summary>
public sealed partial class ExportTests : IDisposable
{
    private readonly Hostile _hostile = new();

    public void Dispose() => _hostile.Dispose();

    [Fact]
    public void Records_come_back_from_an_event_file()
    {
        double[] losses = [2.5, 1e-30, double.NaN, double.PositiveInfinity, 0.1];
        long[] steps = [0, 1, 300, 70_000, 5_000_000_000];
        string log = _hostile.PathTo("a.jsonl"), name = "Ä accuracy " + new string('x', 300);
        using (var writer = TrainingLog.Open(log, run: "first/../run"))
        {
            for (int i = 0; i < steps.Length; i++)
                writer.Write(steps[i], i / 2.0, 0.1 / (i + 1), losses[i], [writer.Metric(name).Is(i)]);
            writer.Write(5_000_000_001, 0.5, 3);
        }

        var (code, output, _) = TestProject.Run("export", log, "-f", "tensorboard", "-o", _hostile.PathTo("runs"));
        Assert.Equal(0, code);
        Assert.Contains("1 runs", output, StringComparison.Ordinal);
        string folder = Assert.Single(Directory.GetDirectories(_hostile.PathTo("runs")));
        Assert.Equal("first_.._run", Path.GetFileName(folder));
        string file = Assert.Single(Directory.GetFiles(folder));
        Assert.StartsWith("events.out.tfevents.", Path.GetFileName(file), StringComparison.Ordinal);

        // The beginning of all such files: the length of the first record and its checksum, as TensorFlow writes them.
        Assert.Equal([0x18, 0, 0, 0, 0, 0, 0, 0, 0xa3, 0x7f, 0x4b, 0x22], File.ReadAllBytes(file)[..12]);
        var events = EventReader.Read(file);
        var read = TrainingLogReader.Read(log);
        Assert.Equal("brain.Event:2", events[0].Version);
        Assert.Equal([.. steps.Zip(losses, (s, l) => (s, (float)l)), (5_000_000_001, 3f)], Series("loss"));
        Assert.Equal([.. steps.Select((s, i) => (s, (float)(0.1 / (i + 1)))), (5_000_000_001, 0.5f)], Series("rate"));
        Assert.Equal(steps.Select((s, i) => (s, (float)i)), Series(name));
        Assert.Equal(steps.Select((s, i) => (s, i / 2f)), Series("epoch"));
        Assert.Equal(read.Records.Count, events.Count(e => e.Tag == "loss"));
        double start = (read.Start!.Value - DateTimeOffset.UnixEpoch).TotalSeconds;
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time));
        Assert.All(events, e => Assert.InRange(e.Time, start - 0.001, start + 60));

        // Once more: the same file, not a second one.
        byte[] before = File.ReadAllBytes(file);
        TestProject.Run("export", log, "-f", "tensorboard", "-o", _hostile.PathTo("runs"));
        Assert.Equal(before, File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder))));

        IEnumerable<(long, float)> Series(string tag) => events.Where(e => e.Tag == tag).Select(e => (e.Step, e.Value));
    }

    [Fact]
    public void The_reader_sees_a_bit_that_is_flipped()
    {
        string log = Log("a", 3);
        TestProject.Run("export", log, "-f", "tensorboard", "-o", _hostile.PathTo("runs"));
        string file = Directory.GetFiles(_hostile.PathTo("runs"), "*", SearchOption.AllDirectories).Single();
        byte[] whole = File.ReadAllBytes(file);
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 4;
            File.WriteAllBytes(file, damaged);
            Assert.Throws<InvalidDataException>(() => EventReader.Read(file));
        }
    }

    [Fact]
    public void A_table_has_a_line_for_each_record()
    {
        string first = Log("a", 2), second = Log("b, \"quoted\"", 1, "speed");
        Assert.Equal("step,epoch,seconds,rate,loss,accuracy\n0,0,*,0.1,1,0.5\n1,0.25,*,0.1,NaN,\n", Csv(first));
        Assert.Equal(
            "run,step,epoch,seconds,rate,loss,accuracy,speed\na,0,0,*,0.1,1,0.5,\na,1,0.25,*,0.1,NaN,,\n\"b, \"\"quoted\"\"\",0,0,*,0.1,1,,0.5\n",
            Csv(first, second));
        Assert.Equal(0, TestProject.Run("export", first, "-o", _hostile.PathTo("a.csv")).Code);
        Assert.Equal(TestProject.Run("export", first).Output, File.ReadAllText(_hostile.PathTo("a.csv")));
        Assert.Equal(2, TestProject.Run("export", first, "-o", first).Code);

        // The time that a record took is not the test's.
        string Csv(params string[] logs) => string.Join('\n', TestProject.Run(["export", .. logs]).Output.Split('\n').Select((line, i) =>
        {
            string[] cells = line.Split(',');
            int at = Array.FindIndex(cells, c => c == "0.1") - 1;
            if (i > 0 && at > 0)
                cells[at] = double.Parse(cells[at], CultureInfo.InvariantCulture) is >= 0 and < 60 ? "*" : cells[at];
            return string.Join(',', cells);
        }));
    }

    [Fact]
    public void Trials_are_exported()
    {
        string journal = _hostile.PathTo("search.jsonl");
        Search.Run<Trial>(new SearchOptions { Trials = 4, Seed = 3, Journal = journal }, (trial, context) =>
        {
            if (context.Index == 2)
                throw new InvalidOperationException("a, \"b\"");
            context.Report(1, 3);
            context.Report(2, 2);
            return trial.Rate;
        });
        string[] lines = TestProject.Run("export", journal).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("trial,status,result,seconds,shard,Rate,Kind,error", lines[0].TrimEnd());
        Assert.Equal(5, lines.Length);
        var entries = SearchJournal.Read(journal).OrderBy(e => e.Trial).ToList();
        Assert.StartsWith("0,done," + entries[0].Result.ToString("R", CultureInfo.InvariantCulture), lines[1].Replace("E", "e", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("2,failed,,", lines[3], StringComparison.Ordinal);
        Assert.EndsWith(",\"InvalidOperationException: a, \"\"b\"\"\"", lines[3].TrimEnd(), StringComparison.Ordinal);

        TestProject.Run("export", journal, "-f", "tensorboard", "-o", _hostile.PathTo("runs"));
        Assert.Equal(["trial-0000", "trial-0001", "trial-0002", "trial-0003"], Directory.GetDirectories(_hostile.PathTo("runs")).Select(Path.GetFileName).Order());
        var events = EventReader.Read(Directory.GetFiles(_hostile.PathTo("runs/trial-0001")).Single());
        Assert.Equal([(1, 3f), (2, 2f)], events.Where(e => e.Tag == "report").Select(e => ((int)e.Step, e.Value)));
        Assert.Equal((float)entries[1].Result, Assert.Single(events, e => e.Tag == "result").Value);
        Assert.Equal((float)entries[1].Result, Assert.Single(events, e => e.Tag == "parameters/Rate").Value);
        Assert.Contains("training logs", TestProject.Run("export", journal, Log("c", 1)).Error, StringComparison.Ordinal);
    }

    private string Log(string run, int records, string metric = "accuracy")
    {
        string path = _hostile.PathTo(Guid.NewGuid() + ".jsonl");
        using var log = TrainingLog.Open(path, run);
        for (int i = 0; i < records; i++)
            log.Write(i, i / 4.0, 0.1, i == 1 ? double.NaN : 1, i == 1 ? [] : [log.Metric(metric).Is(0.5)]);
        return path;
    }

    [SearchSpace]
    private readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate, [Choice("a", "b")] string Kind);

    private readonly record struct Event(double Time, long Step, string? Version, string? Tag, float Value);

    /// <summary>The rules of TensorFlow's record reader and of protocol buffers, from their descriptions; the checksum is the processor's.</summary>
    private static class EventReader
    {
        public static List<Event> Read(string path)
        {
            ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
            var events = new List<Event>();
            while (rest.Length > 0)
            {
                if (rest.Length < 16)
                    throw new InvalidDataException("truncated");
                ulong length = BinaryPrimitives.ReadUInt64LittleEndian(rest);
                Check(rest[..8], rest[8..12]);
                if (length > (ulong)rest.Length - 16)
                    throw new InvalidDataException("length");
                Check(rest.Slice(12, (int)length), rest.Slice(12 + (int)length, 4));
                events.Add(EventOf(rest.Slice(12, (int)length)));
                rest = rest[(16 + (int)length)..];
            }

            return events;
        }

        private static void Check(ReadOnlySpan<byte> data, ReadOnlySpan<byte> sum)
        {
            uint crc = uint.MaxValue;
            foreach (byte b in data)
                crc = BitOperations.Crc32C(crc, b);
            // Unmasked as crc32c.h says.
            uint rotated = BinaryPrimitives.ReadUInt32LittleEndian(sum) - 0xa282ead8u;
            if (BitOperations.RotateLeft(rotated, 15) != ~crc)
                throw new InvalidDataException("checksum");
        }

        private static Event EventOf(ReadOnlySpan<byte> data)
        {
            double time = double.NaN;
            long step = 0;
            string? version = null, tag = null;
            float value = float.NaN;
            while (data.Length > 0)
            {
                var (field, wire) = Key(ref data);
                switch (field, wire)
                {
                    case (1, 1):
                        time = BinaryPrimitives.ReadDoubleLittleEndian(data);
                        data = data[8..];
                        break;
                    case (2, 0):
                        step = (long)Varint(ref data);
                        break;
                    case (3, 2):
                        version = Encoding.UTF8.GetString(Bytes(ref data));
                        break;
                    case (5, 2):
                        var summary = Bytes(ref data);
                        Assert.Equal((1, 2), Key(ref summary));
                        var scalar = Bytes(ref summary);
                        Assert.True(summary.IsEmpty);
                        Assert.Equal((1, 2), Key(ref scalar));
                        tag = Encoding.UTF8.GetString(Bytes(ref scalar));
                        Assert.Equal((2, 5), Key(ref scalar));
                        value = BinaryPrimitives.ReadSingleLittleEndian(scalar);
                        Assert.Equal(4, scalar.Length);
                        break;
                    default:
                        throw new InvalidDataException($"field {field} of type {wire}");
                }
            }

            return new Event(time, step, version, tag, value);
        }

        private static (int Field, int Wire) Key(ref ReadOnlySpan<byte> data) => Varint(ref data) is var key ? ((int)(key >> 3), (int)(key & 7)) : default;

        private static ReadOnlySpan<byte> Bytes(ref ReadOnlySpan<byte> data)
        {
            int length = (int)Varint(ref data);
            var bytes = data[..length];
            data = data[length..];
            return bytes;
        }

        private static ulong Varint(ref ReadOnlySpan<byte> data)
        {
            ulong value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte b = data[0];
                data = data[1..];
                value |= (ulong)(b & 0x7f) << shift;
                if (b < 0x80)
                    return value;
            }
        }
    }
}
