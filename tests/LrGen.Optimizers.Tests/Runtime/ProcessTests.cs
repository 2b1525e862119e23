using System.Diagnostics;

namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>What only another process shows: other vectors, and being killed.</summary>
public sealed class ProcessTests
{
    /// <summary>What the runtime is told about vectors, and how many floats one then has.</summary>
    public static TheoryData<string, int> Vectors => new()
    {
        { "DOTNET_EnableAVX512=0", 8 },
        { "DOTNET_EnableAVX2=0", 4 },
        { "DOTNET_EnableAVX=0", 4 },
        { "DOTNET_EnableHWIntrinsic=0", 4 },
        { "DOTNET_TieredCompilation=0", 0 },
        { "DOTNET_TieredPGO=0", 0 },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_width_of_vectors_gives_the_same_bits(string setting, int lanes)
    {
        string[] plain = Run(null, "bits"), other = Run(setting, "bits");
        Assert.True(plain.Length > 6);
        Assert.Equal(plain[1..], other[1..]);
        // The setting did what it says: never wider, and as wide where the machine can.
        int widest = Lanes(plain), actual = Lanes(other);
        Assert.Equal(lanes == 0 ? widest : Math.Min(lanes, widest), actual);

        static int Lanes(string[] lines) => int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Optimizers_differ_in_their_bits()
    {
        string[] hashes = [.. Run(null, "bits")[1..].Select(l => l.Split(' ')[1])];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void A_process_that_is_killed_again_and_again_ends_as_one_that_was_not()
    {
        const string Steps = "4000";
        string directory = Directory.CreateTempSubdirectory("lrgen-").FullName;
        try
        {
            string expected = Run(null, "train", Path.Combine(directory, "whole"), Steps)[0];
            var random = new Random(1);
            int kills = 0;
            string path = Path.Combine(directory, "killed");
            while (true)
            {
                using var process = Start(null, "train", path, Steps);
                if (kills < LongRun.Size(full: 12, quick: 4) && !process.WaitForExit(random.Next(100, 400)))
                {
                    process.Kill();
                    process.WaitForExit();
                    kills++;
                    continue;
                }

                string result = process.StandardOutput.ReadToEnd().Trim();
                process.WaitForExit();
                Assert.Equal(0, process.ExitCode);
                Assert.Equal(expected, result);
                break;
            }

            Assert.True(kills >= 2, $"{kills} kills");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static string[] Run(string? setting, params string[] arguments)
    {
        using var process = Start(setting, arguments);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Process Start(string? setting, params string[] arguments) => Programs.Start(
        "LrGen.Optimizers.Bits.dll", setting?.Split('=') is [var name, var value] ? [(name, value)] : [], arguments);
}
