using System;
using System.Globalization;

namespace LrGen;

/// <summary>An engine that runs arrays of jobs, and the variables from which a job knows which task of its array it is.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Id">The variable of the task's id.</param>
internal sealed record ArrayEngine(string Name, string Id)
{
    private const string Given = "LRGEN_SHARD";
    private const string GivenCount = "LRGEN_SHARDS";

    /// <summary>The table of <see cref="Shard.FromEnvironment"/>.</summary>
    private static readonly ArrayEngine[] s_all =
    [
        new("Slurm", "SLURM_ARRAY_TASK_ID")
        {
            Lowest = "SLURM_ARRAY_TASK_MIN", Highest = "SLURM_ARRAY_TASK_MAX", Distance = "SLURM_ARRAY_TASK_STEP", Count = "SLURM_ARRAY_TASK_COUNT",
        },
        new("Kubernetes", "JOB_COMPLETION_INDEX"),
        new("AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX") { Count = "AWS_BATCH_JOB_ARRAY_SIZE" },
        // Names of tasks can be anything; numbers are those of a range of tasks.
        new("Azure Batch", "AZ_BATCH_TASK_ID") { IsOther = static text => Shard.Number(text) is null },
        new("Google Batch", "BATCH_TASK_INDEX") { Count = "BATCH_TASK_COUNT" },
        new("Cloud Run", "CLOUD_RUN_TASK_INDEX") { Count = "CLOUD_RUN_TASK_COUNT" },
        new("PBS", "PBS_ARRAY_INDEX"),
        new("Torque", "PBS_ARRAYID"),
        // A job outside an array has the index 0.
        new("LSF", "LSB_JOBINDEX") { IsOther = static text => text == "0" },
        new("Grid Engine", "SGE_TASK_ID")
        {
            Lowest = "SGE_TASK_FIRST", Highest = "SGE_TASK_LAST", Distance = "SGE_TASK_STEPSIZE", IsOther = static text => text == "undefined",
        },
    ];

    /// <summary>The variable of the lowest id of the array.</summary>
    private string? Lowest { get; init; }

    private string? Highest { get; init; }

    private string? Distance { get; init; }

    /// <summary>The variable of the number of tasks.</summary>
    private string? Count { get; init; }

    /// <summary>Whether an id is that of a job outside an array.</summary>
    private Func<string, bool> IsOther { get; init; } = static _ => false;

    public static Shard FromEnvironment(int? count, int first)
    {
        if (Text(Given) is { } given)
        {
            try
            {
                return Shard.Parse(given);
            }
            catch (FormatException e)
            {
                throw new InvalidOperationException($"{Given}: {e.Message}", e);
            }
        }

        foreach (var engine in s_all)
        {
            if (Text(engine.Id) is { } id && !engine.IsOther(id))
                return (count ?? Number(GivenCount)) is { } parts ? engine.Part(parts, first, 1) : engine.PartOfArray();
        }

        return Number(GivenCount) is null ? Shard.Whole : throw new InvalidOperationException(
            $"{GivenCount} is set, but no variable of an engine says which of the shards this is. Set {Given} to index/count.");
    }

    private Shard Part(int count, int first, int step)
    {
        int id = Number(Id)!.Value, index = (id - first) / step;
        if (count >= 1 && index >= 0 && index < count && (id - first) % step == 0)
            return new Shard(index, count) { First = first, Step = step };
        string ids = string.Create(CultureInfo.InvariantCulture, $"{first} to {first + count - 1}");
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
            $"{Id} is {id}, which is none of {count} shards: their tasks have the ids {ids}. Submit those, give the id of the first task ")
            + $"(Shard.FromEnvironment({count}, first: …)), or set {Given} to index/count.");
    }

    /// <summary>The part where no one says how many there are: the engine knows, unless its array is a piece of another one.</summary>
    private Shard PartOfArray()
    {
        int? lowest = Number(Lowest), highest = Number(Highest), tasks = Number(Count);
        int step = Math.Max(Number(Distance) ?? 1, 1), first = lowest ?? 0;
        if (tasks is null && lowest is not null && highest is not null)
            tasks = ((highest - lowest) / step) + 1;
        if (tasks is null)
        {
            throw Unknown(Count is null ? $"{Id} is set, but no variable of {Name} says how many tasks there are"
                : $"{Id} is set, but {Count} is not");
        }

        // Of engines without ids of an array, a task that is run again is still one of as many.
        if (tasks == 1 && Lowest is not null)
            throw Unknown($"The array has the one task {Number(Id)}, which may be one of a larger array that is run again");
        if (highest is not null && (highest - lowest) / step != tasks - 1)
            throw Unknown($"The array has gaps: {tasks} tasks from {lowest} to {highest}");
        if (first > 1 && first != step)
            throw Unknown($"The array begins at {first}, so it may be a piece of a larger one that is run again");
        return Part(tasks.Value, first, step);

        static InvalidOperationException Unknown(string why) => new(
            $"{why}. Give the number of shards of the whole search: Shard.FromEnvironment(count: 8), {GivenCount}=8, or {Given}=index/count.");
    }

    private static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static int? Number(string? name)
    {
        if (name is null || Text(name) is not { } text)
            return null;
        return Shard.Number(text) ?? throw new InvalidOperationException($"{name} is '{text}', which is no number.");
    }
}
