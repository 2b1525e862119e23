using System.Diagnostics;
using System.Text;

namespace LrGen.Tool.Tests;

/// <summary>The tool as a process on hostile input: what it may not do is the same for all of it.</summary>
internal sealed class Hostile : IDisposable
{
    public const string Rates = "using LrGen;\nstatic partial class Rates { [CosineDecay(0.1, steps: 100)] public static partial double Cosine(long step); }\n";

    private const long MostBytes = 1L << 30;

    private readonly MemoryFolder _folder = new();

    public string Folder => _folder.Path;

    public string PathTo(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathTo(name))!);
        File.WriteAllBytes(PathTo(name), bytes);
        return PathTo(name);
    }

    /// <summary>Runs a command line: no stack trace, no control character, under 1 GB, and 5 s of processor time at most.</summary>
    public (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var watch = Stopwatch.StartNew();
        long peak = 0;
        string command = string.Join(' ', arguments);
        // A machine that does other things, too, is slower: the clock allows for it, the processor time does not.
        var time = TimeSpan.Zero;
        while (!process.WaitForExit(50))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.WorkingSet64);
                time = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                break;
            }

            if (watch.Elapsed > TimeSpan.FromSeconds(60))
            {
                process.Kill();
                Assert.Fail($"lrgen {command} hangs");
            }
        }

        process.WaitForExit();
        string text = output.Result + error.Result;
        Assert.False(text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Unhandled", StringComparison.Ordinal), $"lrgen {command}: {text}");
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
        Assert.InRange(process.ExitCode, 0, 2);
        Assert.True(peak < MostBytes, $"lrgen {command} takes {peak >> 20} MiB");
        Assert.True(time < TimeSpan.FromSeconds(8), $"lrgen {command} takes {time.TotalSeconds} s");
        return (process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => _folder.Dispose();
}
