namespace LrGen.Logging.Tests;

/// <summary>Made-up runs.</summary>
internal static class Curves
{
    /// <summary>Records with the loss of a formula over the position from 0 to 1, times noise of a normal distribution.</summary>
    public static TrainingRecord[] Of(int count, Func<double, double> loss, double noise = 0.05, Func<double, double>? rate = null, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double x = (double)i / count;
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return new TrainingRecord(i, rate?.Invoke(x) ?? 0.1, loss(x) * (1 + (noise * normal)));
        })];
    }

    /// <summary>A power law, as large models fall: quick at first, never at an end.</summary>
    public static double PowerLaw(double x) => 1.5 + (9 * Math.Pow(1 + (400 * x), -0.5));

    public static double Cosine(double x) => 0.1 * (1 + Math.Cos(Math.PI * x)) / 2;
}
