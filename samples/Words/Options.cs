namespace Words;

/// <summary>What the command line asks for.</summary>
sealed record Options(int Seeds, double RateScale, bool Help)
{
    public const string Usage = """
        Tells from the words of a paragraph which part of a novel it is from, learns that with several update rules,
        and compares them. Most words are rare, so most gradients of a word's weights are 0.

        dotnet run -c Release --project samples/Words [-- options]

          --seeds N        trainings of each rule, 1 to 500 (default 20)
          --rate-scale X   multiply every rate by X, from 0.001 to 1000: how well were they chosen?
          --help           this text

        The update rules and the length of the trainings are in Rules.cs.
        """;

    private const int DefaultSeeds = 20;

    /// <exception cref="FormatException">The arguments are wrong; the message says how.</exception>
    public static Options Parse(string[] arguments)
    {
        var options = new Options(DefaultSeeds, RateScale: 1, Help: false);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--seeds" => options with { Seeds = Arguments.Seeds(arguments.ElementAtOrDefault(++i)) },
                "--rate-scale" => options with { RateScale = Arguments.RateScale(arguments.ElementAtOrDefault(++i)) },
                "--help" or "-h" => options with { Help = true },
                var other => throw new FormatException($"Unknown option '{other}'."),
            };
        }
        return options;
    }
}
