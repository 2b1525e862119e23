namespace LrGen.Benchmarks;

/// <summary>The numbers of the measured schedules, the same for all three ways to write them.</summary>
internal static class Lengths
{
    /// <summary>Steps of one <c>At</c> benchmark: warm-up and decay both lie in them.</summary>
    public const int AtSteps = 4_096;

    /// <summary>Steps of one <c>Fill</c> benchmark: the whole schedule.</summary>
    public const int FillSteps = 65_536;

    /// <summary>A training of 320 epochs sees 32 levels of <see cref="StepEvery"/> epochs.</summary>
    public const int Epochs = 320;

    public const int StepEvery = 10;
    public const int WarmupSteps = 1_000;
    public const int CosineSteps = 64_000;
    public const int DecaySteps = 65_000;
}
