using TorchSharp;
using TorchSharp.Modules;

namespace Samples;

/// <summary>The TensorBoard event file of one training: loss and rate over its updates.</summary>
sealed class EventLog(string folder)
{
    /// <summary>How many updates one point of a curve stands for.</summary>
    public const int Interval = 25;

    private readonly SummaryWriter _writer = torch.utils.tensorboard.SummaryWriter(Directory.CreateDirectory(folder).FullName);
    private double _sum;
    private int _count;

    public void Add(long step, double rate, double loss)
    {
        _sum += loss;
        if (++_count < Interval)
            return;
        _writer.add_scalar("loss", (float)(_sum / _count), (int)step);
        _writer.add_scalar("learning_rate", (float)rate, (int)step);
        (_sum, _count) = (0, 0);
    }

    public void Add(long step, Outcome outcome)
    {
        _writer.add_scalar("held_out/loss", (float)outcome.Loss, (int)step);
        _writer.add_scalar("held_out/accuracy", (float)outcome.Accuracy, (int)step);
    }
}
