using System.Runtime.InteropServices;
using TorchSharp;

namespace Samples;

/// <summary>What the samples' programs begin with.</summary>
static class Sample
{
    /// <summary>Prepares the console, reads the command line and loads libtorch.</summary>
    /// <param name="parse">Reads the command line.</param>
    /// <param name="usage">The text for --help.</param>
    /// <param name="exitCode">What to end with where the result is null.</param>
    /// <returns>The options; null where there is nothing to run.</returns>
    public static Options? Begin(Func<Options> parse, string usage, out int exitCode)
    {
        Terminal.Prepare();

        exitCode = 1;
        try
        {
            var options = parse();
            if (!options.Help)
                return CanLoadTorch() ? options : null;
            Console.WriteLine(usage);
            exitCode = 0;
        }
        catch (FormatException mistake)
        {
            Console.Error.WriteLine($"{mistake.Message} --help lists the options.");
        }

        return null;
    }

    /// <summary>Runs a comparison, shows its progress and writes the report.</summary>
    /// <returns>What to end the program with.</returns>
    public static int Compare(Options options, Section[] sections, Action<Comparison, Outcome[][][]> report)
    {
        try
        {
            Console.WriteLine(
                $"{sections.Sum(section => section.Contenders.Length)} rows, {options.Seeds} seeds each"
                + (options.Extent == Extent.Quick ? "; only the first tenth of each training, so that the numbers compare nothing." : "."));
            var comparison = new Comparison(options, sections);
            var outcomes = ComparisonDisplay.Follow(comparison);
            if (comparison.HasStopped)
            {
                Console.WriteLine($"Stopped after {options.StopAfter} updates. The same command with --resume goes on.");
                return 0;
            }

            report(comparison, outcomes);
            foreach (var (section, runs) in sections.Zip(outcomes))
                Table.WriteTimes(section, runs);
            Console.WriteLine();
            Console.WriteLine($"Curves of loss and rate: tensorboard --logdir \"{options.Logs}\"");
            return 0;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static bool CanLoadTorch()
    {
        try
        {
            // Loaded here first: TorchSharp would tell what it tried on sixty lines, and not what the system answered.
            foreach (string library in new[] { "torch_cpu", "LibTorchSharp" })
                NativeLibrary.Load(library, typeof(torch).Assembly, searchPath: null);

            // A training is too small to share: with two threads each, and one core busy, a step takes up to a hundred times as long.
            torch.set_num_threads(1);
            return true;
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            // Of the names that were tried only those matter that were found, and did not do.
            var lines = error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('/') || !line.Contains("cannot open shared object file"));
            Console.Error.WriteLine($"""
                libtorch could not be loaded: {string.Join(Environment.NewLine, lines)}

                This sample brings libtorch 2.10 for the processor of Linux and Windows machines (x64) and of Macs (Apple silicon).
                Another build is referenced in samples/Shared/Torch/TorchSample.props.
                """);
            return false;
        }
    }
}
