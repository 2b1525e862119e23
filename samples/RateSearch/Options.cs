using LrGen;

namespace RateSearch;

/// <summary>What the command line asks for.</summary>
/// <param name="Seeds">Searches of each kind.</param>
/// <param name="Trials">Trials of a search.</param>
/// <param name="Epochs">Epochs of a trial.</param>
/// <param name="Journal">The journal of one search to run instead of the comparison; null for the comparison.</param>
/// <param name="Shard">The part of that search.</param>
/// <param name="Help">Whether to say only how to use the sample.</param>
sealed record Options(int Seeds, int Trials, int Epochs, string? Journal, Shard Shard, bool Help)
{
    public const string Usage = """
        Searches for a learning rate, a batch size and a decay for a small network on handwritten digits: by a grid, by random
        and by quasi-random trials, and compares the three.

        dotnet run -c Release --project samples/RateSearch [-- options]

          --seeds N        searches of each kind, 1 to 500 (default 10)
          --trials N       trials of a search, 1 to 100000 (default 64)
          --epochs N       epochs of a trial, 1 to 1000 (default 8)
          --quick          2 seeds, 4 epochs
          --journal FILE   run one quasi-random search instead, and keep its trials in FILE; run it again and it goes on
                           {shard} in its name stands for the number of the part
          --shard I/N      with --journal: only part I of N, counted from 0. Without it the variables of job arrays say which part:
                           of Slurm, Kubernetes, AWS and Azure Batch, PBS, LSF, Grid Engine and others
          --shards N       with --journal: how many parts there are
          --first N        with --shards: the id of the array's first task (default 0)
          --help           this text

        'lrgen merge a.jsonl b.jsonl -o all.jsonl' joins the journals of several parts; the space is in Trial.cs.
        """;

    /// <exception cref="FormatException">The arguments are wrong; the message says how.</exception>
    public static Options Parse(string[] arguments)
    {
        var options = new Options(Seeds: 10, Trials: 64, Epochs: 8, Journal: null, Shard.Whole, Help: false);
        Shard? shard = null;
        int? shards = null;
        int first = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            switch (name)
            {
                case "--seeds": options = options with { Seeds = Arguments.Seeds(arguments.ElementAtOrDefault(++i)) }; break;
                case "--trials": options = options with { Trials = Arguments.Number(name, arguments.ElementAtOrDefault(++i), 100_000) }; break;
                case "--epochs": options = options with { Epochs = Arguments.Number(name, arguments.ElementAtOrDefault(++i), 1_000) }; break;
                case "--quick": options = options with { Seeds = 2, Epochs = 4 }; break;
                case "--journal": options = options with { Journal = arguments.ElementAtOrDefault(++i) ?? throw Missing(name, "a file") }; break;
                case "--shard": shard = Shard.Parse(arguments.ElementAtOrDefault(++i) ?? throw Missing(name, "a part: 0/4")); break;
                case "--shards": shards = Arguments.Number(name, arguments.ElementAtOrDefault(++i), 100_000); break;
                case "--first": first = Arguments.Number(name, arguments.ElementAtOrDefault(++i), 100_000); break;
                case "--help" or "-h": options = options with { Help = true }; break;
                default: throw new FormatException($"Unknown option '{name}'.");
            }
        }
        if (options.Journal is null)
            return shard is null && shards is null ? options : throw new FormatException("--shard and --shards need --journal, which keeps the part's trials.");
        return options with { Shard = shard ?? Shard.FromEnvironment(shards, first) };
    }

    private static FormatException Missing(string name, string what) => new($"{name} needs {what}.");
}
