using System.Globalization;

namespace Digits;

/// <summary>What the command line asks for.</summary>
sealed record Options(int Seeds, string? LogDirectory, bool Help)
{
    public const string Usage = """
        Trains the same small network on handwritten digits along several learning-rate schedules, and compares them.

        dotnet run -c Release --project samples/Digits [-- options]

          --seeds N   trainings per schedule, 1 to 500 (default 10)
          --log DIR   writes a log of every training into this folder, for `lrgen report DIR/*.jsonl`
          --help      this text

        The schedules and the length of the trainings are in Rates.cs.
        """;

    private const int DefaultSeeds = 10;
    private const int MostSeeds = 500;

    /// <exception cref="FormatException">The arguments are wrong; the message says how.</exception>
    public static Options Parse(string[] arguments)
    {
        var options = new Options(DefaultSeeds, LogDirectory: null, Help: false);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--seeds" => options with { Seeds = ParseSeeds(arguments.ElementAtOrDefault(++i)) },
                "--log" => options with { LogDirectory = arguments.ElementAtOrDefault(++i) ?? throw new FormatException("--log needs a folder.") },
                "--help" or "-h" => options with { Help = true },
                var other => throw new FormatException($"Unknown option '{other}'."),
            };
        }
        return options;
    }

    private static int ParseSeeds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seeds) && seeds is >= 1 and <= MostSeeds
            ? seeds
            : throw new FormatException($"--seeds needs a whole number from 1 to {MostSeeds}{(text is null ? "" : $", not '{text}'")}.");
}
