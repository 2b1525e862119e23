using LrGen;
using TorchSharp;
using TorchSharp.Modules;

namespace Samples;

/// <summary>The curves of one training: loss and rate over its updates, as a TensorBoard event file and as a training log beside its folder.</summary>
/// <param name="folder">The folder of the event file; the log has its name and ends in .jsonl.</param>
/// <param name="schedule">The attributes of the schedule, for the log.</param>
sealed class EventLog(string folder, string schedule) : IDisposable
{
    /// <summary>How many updates one point of a curve stands for.</summary>
    public const int Interval = 25;

    private readonly SummaryWriter _writer = torch.utils.tensorboard.SummaryWriter(Directory.CreateDirectory(folder).FullName);
    private readonly TrainingLog _log = TrainingLog.Open(folder + ".jsonl", schedule: schedule);
    private double _sum;
    private int _count;

    public void Add(long step, double rate, double loss)
    {
        _sum += loss;
        if (++_count < Interval)
            return;
        _writer.add_scalar("loss", (float)(_sum / _count), (int)step);
        _writer.add_scalar("learning_rate", (float)rate, (int)step);
        _log.Write(step, rate, _sum / _count);
        (_sum, _count) = (0, 0);
    }

    public void Add(long step, double rate, Outcome outcome)
    {
        _writer.add_scalar("held_out/loss", (float)outcome.Loss, (int)step);
        _writer.add_scalar("held_out/accuracy", (float)outcome.Accuracy, (int)step);
        _log.Write(step, rate, outcome.Loss, [_log.Metric("held_out_accuracy").Is(outcome.Accuracy)]);
    }

    public void Dispose() => _log.Dispose();
}
