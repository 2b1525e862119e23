namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>Numbers to train with.</summary>
internal static class Numbers
{
    public static float[] Singles(int length, int seed) => [.. Doubles(length, seed).Select(x => (float)x)];

    public static Half[] Halves(int length, int seed) => [.. Doubles(length, seed).Select(x => (Half)x)];

    /// <summary>Uniform from −1 to 1.</summary>
    public static double[] Doubles(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    public static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string? where = null)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                Assert.Fail($"{where} parameter {i}: {actual[i]:R} instead of {expected[i]:R}.");
        }
    }
}
