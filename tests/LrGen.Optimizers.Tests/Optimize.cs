using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Steps of an optimizer, and how close numbers are.</summary>
internal static class Optimize
{
    /// <summary>Takes steps with one tensor, at one rate, and returns it.</summary>
    public static double[] From(double[] start, ReferenceOptimizer optimizer, double rate, params double[][] gradients)
    {
        double[] parameter = [.. start];
        foreach (double[] gradient in gradients)
            optimizer.Step([parameter], [gradient], rate);
        return parameter;
    }

    /// <summary>Fails where a number is off by more than a share of what it should be, or than a small number.</summary>
    public static void Close(double[] expected, double[] actual, double relative = 1e-12, double absolute = 1e-14)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            // Written so that NaN fails.
            bool close = Math.Abs(actual[i] - expected[i]) <= Math.Max(relative * Math.Abs(expected[i]), absolute);
            Assert.True(close, FormattableString.Invariant($"element {i}: {actual[i]:R} instead of {expected[i]:R}"));
        }
    }

    /// <summary>Numbers of a normal distribution.</summary>
    public static double[] Normal(Random random, int count, double scale = 1)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = scale * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return values;
    }
}
