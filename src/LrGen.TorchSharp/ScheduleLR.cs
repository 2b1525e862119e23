using System;
using System.Linq;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace LrGen;

/// <summary>A schedule as a TorchSharp scheduler, for code that wants one: alone, or anywhere inside <c>SequentialLR</c>.</summary>
/// <typeparam name="TSchedule">The generated schedule struct.</typeparam>
/// <remarks>
/// It sets the declared rates, whatever rate the optimizer was made with. Inside <c>SequentialLR</c> the schedule starts at its step 0 where its turn comes.
/// Quantities besides the rate are set, too. For code of your own <see cref="OptimizerExtensions.Follow{TSchedule}(Optimizer, TSchedule, long)"/> is simpler: it
/// allocates nothing and follows groups that are added later.
/// </remarks>
/// <example>
/// <code>
/// var scheduler = new ScheduleLR&lt;CnnRate&gt;(optimizer);
/// … optimizer.step(); scheduler.step();
/// </code>
/// </example>
public sealed class ScheduleLR<TSchedule> : impl.LambdaLR
    where TSchedule : struct, ISchedule
{
    private readonly Position _position;
    private readonly Follower<TSchedule> _follower;

    /// <summary>Initializes a scheduler, and sets the rates of its step.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="schedule">The schedule; the default value for one that has all its numbers in attributes.</param>
    /// <param name="step">The index of the update about to run: 0 for a new training, the saved step for a resumed one.</param>
    /// <exception cref="ArgumentNullException">The optimizer is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative or above what a scheduler counts to.</exception>
    /// <exception cref="InvalidOperationException">The schedule has a quantity, such as a momentum, that the optimizer lacks.</exception>
    public ScheduleLR(Optimizer optimizer, TSchedule schedule = default, int step = 0)
        : this(optimizer ?? throw new ArgumentNullException(nameof(optimizer)), schedule, step, new Position())
    {
    }

    // TorchSharp keeps the count of a scheduler to itself, and SequentialLR sets it; a LambdaLR tells its lambda.
    private ScheduleLR(Optimizer optimizer, TSchedule schedule, int step, Position position)
        : base(optimizer, position.Take, Before(step))
    {
        _position = position;
        _follower = new Follower<TSchedule>(optimizer, schedule, position.Epoch);
        Publish();
    }

    /// <summary>Gets the 0-based index of the update about to run.</summary>
    public int Step => _position.Epoch;

    /// <summary>Returns what the rate of a group is multiplied by.</summary>
    /// <param name="group">Its place in the optimizer, from 0.</param>
    public double GetScale(int group) => _follower.GetScale(group);

    /// <summary>Sets what the rate of a group is multiplied by; 1 at first.</summary>
    /// <param name="group">Its place in the optimizer, from 0.</param>
    /// <param name="scale">The scale: 0 or above, and finite.</param>
    public void SetScale(int group, double scale)
    {
        _follower.SetScale(group, scale);
        Publish();
    }

    /// <inheritdoc/>
    public override void step(int? epoch)
    {
        base.step(epoch);
        // The base's constructor takes the first step, before there is a schedule.
        if (_follower is null)
            return;
        _follower.Step = _position.Epoch;
        Publish();
    }

    private static int Before(int step) => step >= 0
        ? step - 1
        : throw new ArgumentOutOfRangeException(nameof(step), step, "The step has to be 0 or above.");

    /// <summary>The base has noted the rates that it would have set.</summary>
    private void Publish()
    {
        var noted = (System.Collections.Generic.IList<double>)get_last_lr();
        double rate = _follower.Rate;
        for (int i = 0; i < noted.Count; i++)
            noted[i] = rate * _follower.GetScale(i);
    }

    /// <summary>Where the scheduler is.</summary>
    private sealed class Position
    {
        public int Epoch { get; private set; }

        public double Take(int epoch)
        {
            Epoch = epoch;
            return 1;
        }
    }
}
