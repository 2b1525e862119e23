using System.Globalization;

namespace Samples;

/// <summary>How much of a comparison is run.</summary>
enum Extent
{
    Default,

    /// <summary>The first tenth of each training: says that everything works, not which schedule is better.</summary>
    Quick,

    /// <summary>More seeds and longer trainings.</summary>
    Full,
}

/// <summary>What the command line asks for.</summary>
sealed record Options(string Sample)
{
    public const string Shared = """
          --seeds N          trainings per row, 1 to 100 (default 3; 2 with --quick, 5 with --full)
          --quick            the first tenth of each training: a check that it works, no comparison
          --full             longer trainings and more seeds
          --resume           goes on where an interrupted run of the same command stopped; the table comes out the same
          --checkpoint DIR   where checkpoints are kept (default: below runs/ beside the program)
          --logs DIR         where TensorBoard's event files go (default: below runs/ beside the program)
          --stop-after N     ends after N updates in all, as a crash would
          --help             this text
        """;

    private const int MostSeeds = 100;

    private int? _seeds;
    private string? _checkpoint;
    private string? _logs;

    public int Seeds => _seeds ?? Extent switch { Extent.Quick => 2, Extent.Full => 5, _ => 3 };

    public Extent Extent { get; private init; }

    public bool Resume { get; private init; }

    public bool Help { get; private init; }

    public string Checkpoint => _checkpoint ?? Path.Combine(Runs, "checkpoint");

    public string Logs => _logs ?? Path.Combine(Runs, "logs");

    public long StopAfter { get; private init; } = long.MaxValue;

    /// <summary>Gets the value of the option that only this sample has; null where it was not given.</summary>
    public string? Own { get; private init; }

    // Folders of their own: a quick try must not end what a long run has begun.
    private string Runs => Path.Combine(AppContext.BaseDirectory, "runs", Extent switch { Extent.Quick => "quick", Extent.Full => "full", _ => "default" });

    /// <param name="sample">The name of the sample.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="own">The name of an option that only this sample has, and its values.</param>
    /// <exception cref="FormatException">The arguments are wrong; the message says how.</exception>
    public static Options Parse(string sample, string[] arguments, (string Name, string[] Values)? own = null)
    {
        var options = new Options(sample);
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            options = name switch
            {
                "--seeds" => options with { _seeds = (int)Number(MostSeeds) },
                "--quick" => options with { Extent = Extent.Quick },
                "--full" => options with { Extent = Extent.Full },
                "--resume" => options with { Resume = true },
                "--checkpoint" => options with { _checkpoint = Path.GetFullPath(Next("a folder")) },
                "--logs" => options with { _logs = Path.GetFullPath(Next("a folder")) },
                "--stop-after" => options with { StopAfter = Number(long.MaxValue) },
                "--help" or "-h" => options with { Help = true },
                _ when name == own?.Name => options with { Own = OneOf(own.Value.Values) },
                _ => throw new FormatException($"Unknown option '{name}'."),
            };

            string Next(string what) => ++i < arguments.Length ? arguments[i] : throw new FormatException($"{name} needs {what}.");

            string OneOf(string[] values)
            {
                string all = string.Join(", ", values);
                string value = Next($"one of {all}");
                return values.Contains(value) ? value : throw new FormatException($"{name} needs one of {all}, not '{value}'.");
            }

            long Number(long most)
            {
                string what = most == long.MaxValue ? "a whole number above 0" : $"a whole number from 1 to {most}";
                string text = Next(what);
                return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1 && number <= most
                    ? number
                    : throw new FormatException($"{name} needs {what}, not '{text}'.");
            }
        }

        return options;
    }
}
