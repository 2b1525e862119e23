using LrGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Samples;

/// <summary>An optimizer together with its rate: what a training needs of it.</summary>
interface IUpdating : IDisposable
{
    /// <summary>Gets the 0-based index of the update about to run.</summary>
    long Step { get; }

    double Rate { get; }

    void ZeroGradients();

    void Update();

    void Save(BinaryWriter writer);

    void Load(BinaryReader reader);
}

/// <summary>An optimizer of TorchSharp that follows a schedule.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="schedule">The schedule.</param>
/// <param name="parameters">What the optimizer updates.</param>
/// <param name="clipNorm">The norm that gradients are clipped at; 0 for none.</param>
sealed class Following<TSchedule>(OptimizerHelper optimizer, TSchedule schedule, Parameter[] parameters, double clipNorm = 0) : IUpdating
    where TSchedule : struct, ISchedule
{
    private readonly Follower<TSchedule> _rate = optimizer.Follow(schedule);

    public long Step => _rate.Step;

    public double Rate => _rate.Rate;

    public void ZeroGradients() => optimizer.zero_grad();

    public void Update()
    {
        if (clipNorm > 0)
            nn.utils.clip_grad_norm_(parameters, clipNorm);
        optimizer.step();
        _rate.Advance();
    }

    // The optimizer's state holds the last rate it had; the step, loaded after it, sets the right one.
    public void Save(BinaryWriter writer)
    {
        optimizer.save_state_dict(writer);
        _rate.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        optimizer.load_state_dict(reader);
        _rate.Load(reader);
    }

    public void Dispose() => optimizer.Dispose();
}

/// <summary>A generated optimizer: rule, clipping and schedule in one class.</summary>
sealed class Generated<TOptimizer>(nn.Module network, TOptimizer rule) : IUpdating
    where TOptimizer : class, IOptimizer
{
    private readonly TensorOptimizer<TOptimizer> _optimizer = new(network.named_parameters(), rule);

    public long Step => rule.Step;

    public double Rate => rule.Rate;

    public void ZeroGradients() => _optimizer.zero_grad();

    public void Update() => _optimizer.step();

    public void Save(BinaryWriter writer)
    {
        writer.Flush();
        _optimizer.Save(writer.BaseStream);
    }

    public void Load(BinaryReader reader) => _optimizer.Load(reader.BaseStream);

    public void Dispose()
    {
    }
}
