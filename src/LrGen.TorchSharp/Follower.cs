using System;
using System.IO;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace LrGen;

/// <summary>Moves the rates of a TorchSharp optimizer along a schedule.</summary>
/// <typeparam name="TSchedule">The generated schedule struct.</typeparam>
/// <remarks>
/// <para>
/// <see cref="Step"/> is the only state, and what reports have made of a schedule that metrics drive: saving it, as <see cref="Save(BinaryWriter)"/> does
/// beside the optimizer's own state, is a complete checkpoint.
/// </para>
/// <para>
/// Where the schedule has a momentum, betas or a weight decay as well (<see cref="IHyperparameterSchedule"/>), the groups get them, too; a momentum is
/// the first beta of Adam and its relatives. Groups that are added to the optimizer later are followed from the next <see cref="Advance"/> on. It
/// allocates nothing after it was made.
/// </para>
/// </remarks>
public sealed class Follower<TSchedule>
    where TSchedule : struct, ISchedule
{
    /// <summary>The quantities of groups besides the rate.</summary>
    private static readonly Quantity[] s_others = [Quantity.Momentum, Quantity.Beta1, Quantity.Beta2, Quantity.WeightDecay];

    private readonly Optimizer _optimizer;
    private readonly Groups _groups;
    private readonly Quantity[] _scheduled;
    private TSchedule _schedule;
    private IHyperparameterSchedule? _hyperparameters;
    private long _step;

    internal Follower(Optimizer optimizer, TSchedule schedule, long step)
    {
        _groups = new Groups(optimizer);
        _optimizer = optimizer;
        _schedule = schedule;
        // Boxed once; asking the struct for each quantity of each step through the interface would box it each time.
        _hyperparameters = schedule as IHyperparameterSchedule;
        _scheduled = _hyperparameters is null ? [] : Array.FindAll(s_others, _hyperparameters.Schedules);
        foreach (var quantity in _scheduled)
            _groups.Check(quantity);
        Step = step;
    }

    /// <summary>Gets the schedule. Where metrics drive it, reports go to this one: <c>rate.Schedule.Report(loss)</c>.</summary>
    public ref TSchedule Schedule => ref _schedule;

    /// <summary>Gets or sets the 0-based index of the update about to run; setting it sets the rates of that update.</summary>
    public long Step
    {
        get => _step;
        set
        {
            _step = value;
            Apply();
        }
    }

    /// <summary>Gets the rate of the update about to run, before the scales of groups.</summary>
    public double Rate => _schedule.At(_step);

    /// <summary>Moves to the next update: call it after <c>optimizer.step()</c>. It stays at <see cref="long.MaxValue"/> once there.</summary>
    public void Advance() => Step = _step == long.MaxValue ? _step : _step + 1;

    /// <summary>Sets the rates of the current step once more: after a report of a metric, or where other code has changed them.</summary>
    public void Apply()
    {
        _groups.SetRate(Rate);
        if (_scheduled.Length == 0)
            return;
        // A report of a metric changes the struct, and the box does not know.
        if (typeof(IMetricDriven).IsAssignableFrom(typeof(TSchedule)))
            _hyperparameters = (IHyperparameterSchedule)(object)_schedule;
        foreach (var quantity in _scheduled)
            _groups.Set(quantity, _hyperparameters!.At(quantity, _step));
    }

    /// <summary>Returns what the rate of a group is multiplied by.</summary>
    /// <param name="group">Its place in the optimizer, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group.</exception>
    public double GetScale(int group) => _groups.Scale(group);

    /// <summary>Sets what the rate of a group is multiplied by; 1 at first.</summary>
    /// <param name="group">Its place in the optimizer, from 0.</param>
    /// <param name="scale">The scale: 0 or above, and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group, or the scale is out of range.</exception>
    public void SetScale(int group, double scale)
    {
        _groups.SetScale(group, scale);
        Apply();
    }

    /// <summary>Writes the step: after <c>optimizer.save_state_dict(writer)</c>, to the same file.</summary>
    /// <param name="writer">Where to write.</param>
    public void Save(BinaryWriter writer)
    {
        SavedStep.Write(writer, _step);
        if (_schedule is IMetricDriven)
            MetricState.Write(writer, _schedule);
    }

    /// <summary>
    /// Restores the step and sets its rates: after <c>optimizer.load_state_dict(reader)</c>, which restores the rates that were saved.
    /// </summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="CheckpointException">The data is truncated, or not what <see cref="Save(BinaryWriter)"/> wrote. Nothing changes.</exception>
    public void Load(BinaryReader reader) => Read(reader)();

    /// <summary>
    /// Writes the optimizer's state and the step to a file, in the place of the one before, which stays until this one is whole and on the disk:
    /// <see cref="CheckpointFile"/>. The parameters are the module's to save.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="keep">How many files before it are kept, as <c>path.1</c>, the newest, to <c>path.n</c>; 0 to 1,000. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The optimizer is of a kind whose state TorchSharp does not save, such as LBFGS.</exception>
    /// <exception cref="IOException">The file cannot be written. The one before it is there as it was.</exception>
    public void Save(string path, int keep = 0) => SealedState.Save(path, _optimizer, Save, keep);

    /// <summary>Restores what <see cref="Save(string, int)"/> wrote, and sets the rates of the step.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">The file is truncated, damaged, or of something else. Nothing changes.</exception>
    /// <exception cref="IOException">The file cannot be read. Nothing changes.</exception>
    public void Load(string path) => SealedState.Load(path, _optimizer, Read);

    /// <summary>Reads what was saved; the result takes it over.</summary>
    private Action Read(BinaryReader reader)
    {
        long step = SavedStep.Read(reader);
        var schedule = _schedule is IMetricDriven ? MetricState.Read(reader, _schedule) : _schedule;
        return () =>
        {
            _schedule = schedule;
            Step = step;
        };
    }
}

/// <summary>Moves the rates of a TorchSharp optimizer as metrics say.</summary>
/// <typeparam name="TSchedule">The generated struct, which is the whole state.</typeparam>
public sealed class MetricFollower<TSchedule>
    where TSchedule : struct, IMetricSchedule
{
    private readonly Optimizer _optimizer;
    private readonly Groups _groups;
    private TSchedule _schedule;

    internal MetricFollower(Optimizer optimizer, TSchedule schedule)
    {
        _optimizer = optimizer;
        _groups = new Groups(optimizer);
        _schedule = schedule;
        Apply();
    }

    /// <summary>Gets or sets the state; setting it sets the rates.</summary>
    public TSchedule Schedule
    {
        get => _schedule;
        set
        {
            _schedule = value;
            Apply();
        }
    }

    /// <summary>Gets the rate of the updates until the next report, before the scales of groups.</summary>
    public double Rate => _schedule.Rate;

    /// <summary>Takes the metric of one validation, and sets the rates.</summary>
    /// <param name="metric">The metric. NaN and the infinities count as bad and are never kept.</param>
    /// <returns>What the metric was, and what it did.</returns>
    public MetricReport Report(double metric)
    {
        var report = _schedule.Report(metric);
        Apply();
        return report;
    }

    /// <summary>Sets the rates once more: where other code has changed them, or groups were added.</summary>
    public void Apply() => _groups.SetRate(_schedule.Rate);

    /// <inheritdoc cref="Follower{TSchedule}.GetScale"/>
    public double GetScale(int group) => _groups.Scale(group);

    /// <inheritdoc cref="Follower{TSchedule}.SetScale"/>
    public void SetScale(int group, double scale)
    {
        _groups.SetScale(group, scale);
        Apply();
    }

    /// <summary>Writes what reports have made of the rate: after <c>optimizer.save_state_dict(writer)</c>, to the same file.</summary>
    /// <param name="writer">Where to write.</param>
    public void Save(BinaryWriter writer) => MetricState.Write(writer, _schedule);

    /// <summary>
    /// Restores the state and sets its rates: after <c>optimizer.load_state_dict(reader)</c>, which restores the rates that were saved.
    /// </summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="CheckpointException">The data is truncated, or the state of another declaration. Nothing changes.</exception>
    public void Load(BinaryReader reader) => Read(reader)();

    /// <summary>
    /// Writes the optimizer's state and that of the rate to a file, in the place of the one before, which stays until this one is whole and on the disk:
    /// <see cref="CheckpointFile"/>. The parameters are the module's to save.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="keep">How many files before it are kept, as <c>path.1</c>, the newest, to <c>path.n</c>; 0 to 1,000. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The optimizer is of a kind whose state TorchSharp does not save, such as LBFGS.</exception>
    /// <exception cref="IOException">The file cannot be written. The one before it is there as it was.</exception>
    public void Save(string path, int keep = 0) => SealedState.Save(path, _optimizer, Save, keep);

    /// <summary>Restores what <see cref="Save(string, int)"/> wrote, and sets the rates.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">The file is truncated, damaged, of something else, or of another declaration. Nothing changes.</exception>
    /// <exception cref="IOException">The file cannot be read. Nothing changes.</exception>
    public void Load(string path) => SealedState.Load(path, _optimizer, Read);

    /// <summary>Reads what was saved; the result takes it over.</summary>
    private Action Read(BinaryReader reader)
    {
        var schedule = MetricState.Read(reader, _schedule);
        return () => Schedule = schedule;
    }
}
