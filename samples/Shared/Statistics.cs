namespace Samples;

/// <summary>What tables say of several trainings.</summary>
static class Statistics
{
    /// <summary>Writes a mean and the standard deviation of a sample; of one value only itself.</summary>
    public static string MeanAndDeviation(double[] values, string format)
    {
        double mean = values.Average();
        if (values.Length == 1)
            return mean.ToString(format);
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        return $"{mean.ToString(format)} ± {Math.Sqrt(variance).ToString(format)}";
    }
}
