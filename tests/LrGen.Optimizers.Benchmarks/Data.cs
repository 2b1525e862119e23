namespace LrGen.Optimizers.Benchmarks;

/// <summary>Parameters and gradients of a size.</summary>
internal static class Data
{
    public const int Small = 32 * 1024;
    public const int Medium = 1024 * 1024;
    public const int Large = 16 * 1024 * 1024;

    public static float[] Numbers(int length, int seed)
    {
        var random = new Random(seed);
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++)
            numbers[i] = random.NextSingle() - 0.5f;
        return numbers;
    }
}
