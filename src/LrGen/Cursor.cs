namespace LrGen;

/// <summary>A position in a schedule: one step counter, which is the whole state of a training's learning rate.</summary>
/// <typeparam name="TSchedule">The generated schedule struct.</typeparam>
/// <remarks>
/// To save a training, save <see cref="Step"/>; to resume it, construct a cursor at that step. The rate depends on
/// nothing else, so there is no other state to restore. This is a mutable struct: keep it in a field or a local that
/// is not <c>readonly</c>.
/// </remarks>
/// <example>
/// <code>
/// var rate = new Cursor&lt;DigitsRate&gt;();
/// for (…) { Update(weights, gradients, rate.Rate); rate.Advance(); }
/// </code>
/// </example>
public struct Cursor<TSchedule>
    where TSchedule : struct, ISchedule
{
    private readonly TSchedule _schedule;

    /// <summary>Puts a cursor on the default value of the schedule struct.</summary>
    /// <param name="step">The index of the update about to run: 0 for a new training, the saved step for a resumed one.</param>
    public Cursor(long step)
        : this(default, step)
    {
    }

    /// <summary>Puts a cursor on a schedule, for schedules whose values are given at run time.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="step">The index of the update about to run: 0 for a new training, the saved step for a resumed one.</param>
    public Cursor(TSchedule schedule, long step = 0)
    {
        _schedule = schedule;
        Step = step;
    }

    /// <summary>Gets or sets the 0-based index of the update about to run.</summary>
    public long Step { get; set; }

    /// <summary>Gets the schedule that the cursor moves along.</summary>
    public readonly TSchedule Schedule => _schedule;

    /// <summary>Gets the rate of the update about to run.</summary>
    public readonly double Rate => _schedule.At(Step);

    /// <summary>Moves to the next update; stays at <see cref="long.MaxValue"/> once there.</summary>
    public void Advance()
    {
        if (Step != long.MaxValue)
            Step++;
    }
}
