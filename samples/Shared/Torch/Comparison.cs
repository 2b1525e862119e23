using System.Collections.Concurrent;

namespace Samples;

/// <summary>Trains every contender with every seed, on two threads.</summary>
/// <remarks>Trainings share only data that no one writes to, so the number of threads and an interruption cannot change a result.</remarks>
sealed class Comparison
{
    private const int Threads = 2;

    /// <summary>How many times a training is saved.</summary>
    private const int Saves = 10;

    private readonly Options _options;
    private readonly CheckpointFolder _checkpoints;
    private readonly long[] _finished;
    private long _made;

    public Comparison(Options options, Section[] sections)
    {
        _options = options;
        Sections = sections;
        _checkpoints = new CheckpointFolder(options.Checkpoint, options.Resume);
        _finished = new long[sections.Length];
        if (!options.Resume && Directory.Exists(options.Logs))
            DeleteEvents(options.Logs);
    }

    public Section[] Sections { get; }

    /// <summary>Gets whether --stop-after ended the run before its end.</summary>
    public bool HasStopped => Interlocked.Read(ref _made) >= _options.StopAfter;

    /// <summary>Returns how many updates all trainings of a section have, from those of a resumed run on.</summary>
    public long Finished(int section) => Interlocked.Read(ref _finished[section]);

    public long Total(int section) => Sections[section].Contenders.Sum(c => Section.Updates(c, _options.Extent)) * _options.Seeds;

    /// <summary>Returns the outcomes of the seeds 1, 2, …, for each contender of each section.</summary>
    public Outcome[][][] Run()
    {
        Outcome[][][] outcomes = [.. Sections.Select(s => s.Contenders.Select(_ => new Outcome[_options.Seeds]).ToArray())];
        var runs =
            from section in Enumerable.Range(0, Sections.Length)
            from contender in Enumerable.Range(0, Sections[section].Contenders.Length)
            from seed in Enumerable.Range(1, _options.Seeds)
            select (section, contender, seed);

        // One at a time: the default would hand out runs of them, and leave one thread idle at the end.
        var oneByOne = Partitioner.Create(runs, EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(oneByOne, new ParallelOptions { MaxDegreeOfParallelism = Threads }, run =>
                outcomes[run.section][run.contender][run.seed - 1] = Train(run.section, Sections[run.section].Contenders[run.contender], run.seed));
        }
        catch (AggregateException errors)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        return outcomes;
    }

    /// <summary>Returns a training that has ended, as its checkpoint has it.</summary>
    public Training Reload(Section section, Contender contender, int seed)
    {
        var training = contender.Begin(seed);
        _checkpoints.Load(NameOf(section, contender, seed), Identity(contender, seed), training);
        return training;
    }

    private Outcome Train(int section, Contender contender, int seed)
    {
        if (HasStopped)
            return default;
        string name = NameOf(Sections[section], contender, seed), identity = Identity(contender, seed);
        long updates = Section.Updates(contender, _options.Extent);
        using var training = contender.Begin(seed);
        var ended = _checkpoints.Load(name, identity, training);
        Interlocked.Add(ref _finished[section], training.Step);
        if (ended is not null)
            return ended.Value;

        var log = new EventLog(Path.Combine(_options.Logs, name));
        while (training.Step < updates)
        {
            long step = training.Step;
            double rate = training.Rate;
            log.Add(step, rate, training.Update());
            Interlocked.Increment(ref _finished[section]);
            if (Interlocked.Increment(ref _made) >= _options.StopAfter)
                return default;
            if ((step + 1) % Math.Max(updates / Saves, 1) == 0)
                _checkpoints.Save(name, identity, training, outcome: null);
        }

        var outcome = training.Evaluate();
        log.Add(training.Step, outcome);
        _checkpoints.Save(name, identity, training, outcome);
        return outcome;
    }

    /// <summary>What a checkpoint has to be of: what is trained, how long, along which rates.</summary>
    private string Identity(Contender contender, int seed) =>
        $"{_options.Sample}, {contender.Name} {contender.Attributes}, {Section.Updates(contender, _options.Extent)} of "
        + $"{contender.Rates.Length} updates, seed {seed}";

    private static string NameOf(Section section, Contender contender, int seed)
    {
        string words = string.Concat(contender.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '));
        return $"{section.Name}-{string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries))}-{seed}";
    }

    /// <summary>Deletes the event files of an earlier run, whose curves would be drawn over the new ones; nothing else in the folder.</summary>
    private static void DeleteEvents(string logs)
    {
        foreach (string file in Directory.EnumerateFiles(logs, "events.out.tfevents.*", SearchOption.AllDirectories))
            File.Delete(file);
    }
}
