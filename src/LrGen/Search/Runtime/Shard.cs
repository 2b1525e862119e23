using System;
using System.Globalization;
using LrGen.CompilerServices;

namespace LrGen;

/// <summary>
/// One of several parts that a search is split into: one of every <c>Count</c> trials in a row.
/// </summary>
/// <remarks>
/// The parts have no trial in common and together have all, so machines need not know of each other: each writes a journal of its own, and
/// <see cref="SearchJournal.Merge"/> joins them. Which of the trials in a row is a hash of where they are: every second point of a Sobol sequence lies
/// in one half of the space, so a part of two would see no more than that.
/// </remarks>
public readonly record struct Shard
{
    /// <summary>Any number does; another one gives other parts.</summary>
    private const ulong RowKey = 0x5348415244;

    private readonly int _others;
    private readonly int _moreStep;

    /// <summary>Initializes a part.</summary>
    /// <param name="index">Which part; 0 to <paramref name="count"/> − 1.</param>
    /// <param name="count">How many parts there are; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Shard(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        Index = index;
        _others = count - 1;
    }

    /// <summary>Gets the whole search.</summary>
    public static Shard Whole => default;

    /// <summary>Gets which part it is; 0 for the first.</summary>
    public int Index { get; }

    /// <summary>Gets how many parts there are.</summary>
    public int Count => _others + 1;

    /// <summary>Gets the id of the array's first task, as <see cref="FromEnvironment"/> was told. It makes no other part.</summary>
    public int First { get; init; }

    /// <summary>Gets the id of the array's task that runs this part.</summary>
    public int Task => First + (Index * Step);

    /// <summary>The distance between the ids of two tasks.</summary>
    internal int Step
    {
        get => _moreStep + 1;
        init => _moreStep = value - 1;
    }

    /// <summary>Returns whether two are the same part.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Shard other) => Index == other.Index && Count == other.Count;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, Count);

    /// <summary>Returns whether a trial belongs to this part.</summary>
    /// <param name="trial">The index of the trial.</param>
    public bool Contains(long trial) => trial >= 0 && TrialAt(trial / Count) == trial;

    /// <summary>The trial that this part has of a row of <see cref="Count"/>; negative where there is none below 2^63.</summary>
    internal long TrialAt(long row) => unchecked(row * Count + (Index + Shift(row, Count)) % Count);

    /// <summary>Which of so many parts a trial belongs to.</summary>
    internal static int IndexOf(long trial, int count) => (int)((trial % count + count - Shift(trial / count, count)) % count);

    private static long Shift(long row, int count) => (long)(SearchHash.At(RowKey, (ulong)row) % (ulong)count);

    /// <summary>Reads a part as a command line has it: <c>2/8</c> is the third of eight.</summary>
    /// <param name="text">Index and count.</param>
    /// <exception cref="FormatException">The text is no part; the message says what one looks like.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var index, var count] && Number(index) is { } i && Number(count) is { } n && i < n
            ? new Shard(i, n)
            : throw new FormatException($"'{text}' is no shard; write index/count, counted from 0: 0/4, 1/4, 2/4 and 3/4 are the parts of four.");
    }

    /// <summary>Reads the part from the variables that an array of jobs sets. <see cref="Whole"/> where none is set.</summary>
    /// <param name="count">
    /// How many parts there are. Give it wherever tasks of the array may be submitted again one by one: an engine only knows the array that it was given
    /// last. Null takes it from <c>LRGEN_SHARDS</c>, or from the engine where its array has no gaps.
    /// </param>
    /// <param name="first">The id of the array's first task: 1 for <c>--array=1-8</c>. Without a count the engine's is taken.</param>
    /// <exception cref="InvalidOperationException">
    /// A variable is no number, the task is none of the parts, or how many there are is not known; the message names the variable and the way out.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>
    /// <para>
    /// <c>LRGEN_SHARD=2/4</c> comes before all of them. Otherwise the part is the task's id less <paramref name="first"/>:
    /// </para>
    /// <list type="table">
    /// <listheader><term>Engine</term><description>Variables: the id; what says how many there are</description></listheader>
    /// <item><term>Slurm</term><description>SLURM_ARRAY_TASK_ID; _MIN, _MAX, _STEP, _COUNT</description></item>
    /// <item><term>Kubernetes, Indexed Job</term><description>JOB_COMPLETION_INDEX; none: LRGEN_SHARDS from an annotation, or an argument</description></item>
    /// <item><term>AWS Batch</term><description>AWS_BATCH_JOB_ARRAY_INDEX; AWS_BATCH_JOB_ARRAY_SIZE</description></item>
    /// <item><term>Azure Batch</term><description>AZ_BATCH_TASK_ID where it is a number; none</description></item>
    /// <item><term>Google Batch</term><description>BATCH_TASK_INDEX; BATCH_TASK_COUNT</description></item>
    /// <item><term>Google Cloud Run jobs</term><description>CLOUD_RUN_TASK_INDEX; CLOUD_RUN_TASK_COUNT</description></item>
    /// <item><term>PBS Professional</term><description>PBS_ARRAY_INDEX; none</description></item>
    /// <item><term>Torque</term><description>PBS_ARRAYID; none</description></item>
    /// <item><term>LSF</term><description>LSB_JOBINDEX, from 1; none</description></item>
    /// <item><term>Grid Engine</term><description>SGE_TASK_ID, from 1; SGE_TASK_FIRST, _LAST, _STEPSIZE</description></item>
    /// </list>
    /// <para>
    /// Sources: the manuals of sbatch, qsub and bsub; Kubernetes, "Indexed Job for parallel processing with static work assignment"; AWS Batch, "Job
    /// environment variables"; Azure Batch, "Task runtime environment variables"; Google Cloud, "Batch" and "Cloud Run container contract".
    /// </para>
    /// </remarks>
    public static Shard FromEnvironment(int? count = null, int first = 0)
    {
        if (count is not null)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count.Value, nameof(count));
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        return ArrayEngine.FromEnvironment(count, first);
    }

    /// <summary>Returns the part as a command line has it: <c>2/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <summary>A whole number, 0 or above, and nothing beside it.</summary>
    internal static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
