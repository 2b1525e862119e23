namespace Digits;

/// <summary>What the command line asks for.</summary>
/// <param name="Seeds">Trainings of each optimizer.</param>
/// <param name="Schedules">Whether to compare schedules.</param>
/// <param name="Optimizers">Whether to compare update rules.</param>
/// <param name="RangeTest">Whether to look for a rate by a range test, and to compare it with a grid.</param>
/// <param name="RateScale">What every rate is multiplied by.</param>
/// <param name="LogDirectory">Where every training writes its log; null for none.</param>
/// <param name="Help">Whether to say only how to use the sample.</param>
sealed record Options(int Seeds, bool Schedules, bool Optimizers, bool RangeTest, double RateScale, string? LogDirectory, bool Help)
{
    public const string Usage = """
        Trains the same small network on handwritten digits along several learning-rate schedules, then with several
        update rules, and compares them.

        dotnet run -c Release --project samples/Digits [-- options]

          --schedules      compare only the schedules
          --optimizers     compare only the update rules
          --range-test     find a rate by a range test, and compare it with a grid of rates
          --seeds N        trainings of each, 1 to 500 (default 10)
          --rate-scale X   multiply every rate by X, from 0.001 to 1000: how well were they chosen?
          --log DIR        write a log of every training into this folder, for `lrgen report DIR/*.jsonl`, and the
                           first range test, for `lrgen range DIR/range.json`
          --help           this text

        The schedules and the length of the trainings are in Rates.cs, the update rules in Rules.cs.
        """;

    private const int DefaultSeeds = 10;

    /// <exception cref="FormatException">The arguments are wrong; the message says how.</exception>
    public static Options Parse(string[] arguments)
    {
        var options = new Options(DefaultSeeds, Schedules: false, Optimizers: false, RangeTest: false, RateScale: 1, LogDirectory: null, Help: false);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--schedules" => options with { Schedules = true },
                "--optimizers" => options with { Optimizers = true },
                "--range-test" => options with { RangeTest = true },
                "--seeds" => options with { Seeds = Arguments.Seeds(arguments.ElementAtOrDefault(++i)) },
                "--rate-scale" => options with { RateScale = Arguments.RateScale(arguments.ElementAtOrDefault(++i)) },
                "--log" => options with { LogDirectory = arguments.ElementAtOrDefault(++i) ?? throw new FormatException("--log needs a folder.") },
                "--help" or "-h" => options with { Help = true },
                var other => throw new FormatException($"Unknown option '{other}'."),
            };
        }
        return options.Schedules || options.Optimizers || options.RangeTest ? options : options with { Schedules = true, Optimizers = true };
    }
}
