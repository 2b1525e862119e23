namespace Digits;

/// <summary>What the command line asks for.</summary>
/// <param name="Seeds">Trainings of each optimizer.</param>
/// <param name="Schedules">Whether to compare schedules.</param>
/// <param name="Optimizers">Whether to compare update rules.</param>
/// <param name="RateScale">What every rate is multiplied by.</param>
/// <param name="Help">Whether to say only how to use the sample.</param>
sealed record Options(int Seeds, bool Schedules, bool Optimizers, double RateScale, bool Help)
{
    public const string Usage = """
        Trains the same small network on handwritten digits along several learning-rate schedules, then with several
        update rules, and compares them.

        dotnet run -c Release --project samples/Digits [-- options]

          --schedules      compare only the schedules
          --optimizers     compare only the update rules
          --seeds N        trainings of each, 1 to 500 (default 10)
          --rate-scale X   multiply every rate by X, from 0.001 to 1000: how well were they chosen?
          --help           this text

        The schedules and the length of the trainings are in Rates.cs, the update rules in Rules.cs.
        """;

    private const int DefaultSeeds = 10;

    /// <exception cref="FormatException">The arguments are wrong; the message says how.</exception>
    public static Options Parse(string[] arguments)
    {
        var options = new Options(DefaultSeeds, Schedules: false, Optimizers: false, RateScale: 1, Help: false);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--schedules" => options with { Schedules = true },
                "--optimizers" => options with { Optimizers = true },
                "--seeds" => options with { Seeds = Arguments.Seeds(arguments.ElementAtOrDefault(++i)) },
                "--rate-scale" => options with { RateScale = Arguments.RateScale(arguments.ElementAtOrDefault(++i)) },
                "--help" or "-h" => options with { Help = true },
                var other => throw new FormatException($"Unknown option '{other}'."),
            };
        }
        return options.Schedules || options.Optimizers ? options : options with { Schedules = true, Optimizers = true };
    }
}
