using System.Diagnostics.Metrics;

namespace LrGen.Logging.Tests;

/// <summary>The logs that are open, as a program that monitors them sees them.</summary>
[Collection("One at a time")]
public sealed class MeterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Listeners_get_the_last_record_of_each_open_log()
    {
        // Other tests have logs open at the same time; the names of the runs tell them apart.
        string first = Guid.NewGuid().ToString(), second = Guid.NewGuid().ToString();
        using var log = TrainingLog.Open(_folder.File("a.jsonl"), run: first);
        using (var other = TrainingLog.Open(_folder.File("b.jsonl"), run: second))
        {
            using var listener = Listen(out var found);
            log.Write(6, 0.5, 9);
            log.Write(7, 0.25, 1.5, [log.Metric("grad_norm").Is(3), log.Metric("accuracy").Is(0.75)]);
            other.Write(1, 0.1, double.NaN);
            listener.RecordObservableInstruments();
            Assert.Equal(7.0, found[("lrgen.training.step", first, null)]);
            Assert.Equal(0.25, found[("lrgen.training.rate", first, null)]);
            Assert.Equal(1.5, found[("lrgen.training.loss", first, null)]);
            Assert.Equal(3.0, found[("lrgen.training.gradient_norm", first, null)]);
            Assert.Equal(0.75, found[("lrgen.training.metric", first, "accuracy")]);
            Assert.Equal(double.NaN, found[("lrgen.training.loss", second, null)]);
            Assert.Equal(0.1, found[("lrgen.training.rate", second, null)]);
        }

        using var later = Listen(out var rest);
        later.RecordObservableInstruments();
        Assert.DoesNotContain(rest, r => r.Key.Run == second);
    }

    [Fact]
    public void What_is_written_before_anyone_listens_is_not_kept()
    {
        string run = Guid.NewGuid().ToString();
        using var log = TrainingLog.Open(_folder.File("c.jsonl"), run);
        log.Write(0, 0.5, 9);
        using var listener = Listen(out var found);
        listener.RecordObservableInstruments();
        // Unless another test listened meanwhile.
        Assert.True(found.Count(f => f.Key.Run == run) is 0 or 3);
        log.Write(1, 0.5, 9);
        listener.RecordObservableInstruments();
        Assert.Equal(1.0, found[("lrgen.training.step", run, null)]);
    }

    private static MeterListener Listen(out Dictionary<(string Name, string Run, string? Metric), double> found)
    {
        var values = found = [];
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "LrGen")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string run = string.Empty;
            string? metric = null;
            foreach (var (name, text) in tags)
            {
                if (name == "run")
                    run = (string)text!;
                else
                    metric = (string)text!;
            }

            values[(instrument.Name, run, metric)] = value;
        }
    }
}
