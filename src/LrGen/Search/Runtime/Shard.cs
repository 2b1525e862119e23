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

    /// <summary>Returns whether a trial belongs to this part.</summary>
    /// <param name="trial">The index of the trial.</param>
    public bool Contains(long trial) => trial >= 0 && TrialAt(trial / Count) == trial;

    /// <summary>The trial that this part has of a row of <see cref="Count"/>; negative where there is none below 2^63.</summary>
    internal long TrialAt(long row)
    {
        long shift = (long)(SearchHash.At(RowKey, (ulong)row) % (ulong)Count);
        return unchecked(row * Count + (Index + shift) % Count);
    }

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

    /// <summary>
    /// Reads the part from the variables that an array of jobs sets: SLURM_ARRAY_TASK_ID, _MIN, _STEP and _COUNT of Slurm, or JOB_COMPLETION_INDEX of
    /// an Indexed Job of Kubernetes, whose number of completions no variable says. <see cref="Whole"/> where none is set.
    /// </summary>
    /// <param name="count">How many parts there are, where no variable says it.</param>
    /// <exception cref="InvalidOperationException">A variable is no number, or the number of parts is not known; the message names it.</exception>
    /// <remarks>Source: the manual of sbatch (<c>--array</c>); Kubernetes, "Indexed Job for parallel processing with static work assignment".</remarks>
    public static Shard FromEnvironment(int? count = null)
    {
        if (Variable("SLURM_ARRAY_TASK_ID") is { } task)
        {
            int first = Variable("SLURM_ARRAY_TASK_MIN") ?? 0, step = Math.Max(Variable("SLURM_ARRAY_TASK_STEP") ?? 1, 1);
            int tasks = count ?? Variable("SLURM_ARRAY_TASK_COUNT")
                ?? throw new InvalidOperationException("SLURM_ARRAY_TASK_ID is set, but SLURM_ARRAY_TASK_COUNT is not; give the number of shards.");
            return Checked((task - first) / step, tasks, "SLURM_ARRAY_TASK_ID", task);
        }

        if (Variable("JOB_COMPLETION_INDEX") is { } completion)
        {
            return Checked(completion, count ?? throw new InvalidOperationException(
                "JOB_COMPLETION_INDEX is set, but no variable says how many completions the Job has; give the number of shards."), "JOB_COMPLETION_INDEX", completion);
        }

        return Whole;
    }

    /// <summary>Returns the part as a command line has it: <c>2/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private static Shard Checked(int index, int count, string variable, int value) => index >= 0 && index < count
        ? new Shard(index, count)
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{variable} is {value}, which is none of {count} shards."));

    private static int? Variable(string name)
    {
        string? text = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(text))
            return null;
        return Number(text) ?? throw new InvalidOperationException($"{name} is '{text}', which is no number.");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
