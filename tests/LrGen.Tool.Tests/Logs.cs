namespace LrGen.Tool.Tests;

/// <summary>Made-up training logs in a folder of their own.</summary>
public sealed class Logs : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("lrgen-logs-").FullName;

    public string PathTo(string file) => Path.Combine(Folder, file);

    /// <summary>Writes a run whose loss is a formula over the position from 0 to 1.</summary>
    public string Write(string file, Func<double, double> loss, int steps = 2_000, string? run = null, string? schedule = "[Warmup(200), CosineDecay(0.1)]")
    {
        var random = new Random(1);
        using var log = TrainingLog.Open(PathTo(file), run, schedule);
        var accuracy = log.Metric("accuracy");
        for (int i = 0; i < steps; i++)
        {
            double x = (double)i / steps, rate = x < 0.1 ? x : 0.1 * (1 - x) / 0.9;
            double noisy = loss(x) * (1 + (0.2 * (random.NextDouble() - 0.5)));
            if (i % 100 == 99)
                log.Write(i, x * 10, rate, noisy, [accuracy.Is(1 - Math.Exp(-5 * x))]);
            else
                log.Write(i, x * 10, rate, noisy);
        }

        return PathTo(file);
    }

    public static double Healthy(double x) => 0.2 + (2.1 * Math.Exp(-30 * x));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
