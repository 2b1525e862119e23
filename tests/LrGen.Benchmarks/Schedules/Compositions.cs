namespace LrGen.Benchmarks.Schedules;

/// <summary>What the compositions name.</summary>
public static partial class Parts
{
    [Warmup(1_000), CosineDecay(0.1, steps: 30_000, Floor = 0.001)]
    public static partial double WarmupCosine(long step);

    [CosineDecay(0.1, steps: 65_000, Floor = 0.001)]
    public static partial double Cosine(long step);

    [ExponentialDecay(0.1, factor: 0.5, every: 10_000)]
    public static partial double Exponential(long step);

    [MilestoneDecay(1, factor: 0.5, 20_000, 40_000)]
    public static partial double Milestones(long step);

    [LinearDecay(0.1, to: 0.01, steps: 16_000)]
    public static partial double Line(long step);

    [OneCycle(0.1, steps: 65_000)]
    public static partial double OneCycle(long step);

    public static double Formula(double step) => 1 / (1 + step * 0.001);
}

[Use(nameof(Parts.WarmupCosine), In = typeof(Parts)), LinearDecay(0.001, to: 0.0001, steps: 30_000)]
public readonly partial struct UseSchedule;

[Product(nameof(Parts.Cosine), nameof(Parts.Milestones), In = typeof(Parts))]
public readonly partial struct ProductSchedule;

[Sum(nameof(Parts.Cosine), nameof(Parts.Exponential), In = typeof(Parts))]
public readonly partial struct SumSchedule;

[Average(nameof(Parts.Cosine), nameof(Parts.Line), In = typeof(Parts))]
public readonly partial struct AverageSchedule;

[Max(nameof(Parts.Exponential), nameof(Parts.Line), In = typeof(Parts))]
public readonly partial struct MaxSchedule;

[Min(nameof(Parts.Cosine), nameof(Parts.Exponential), In = typeof(Parts))]
public readonly partial struct MinSchedule;

[Function(nameof(Parts.Formula), In = typeof(Parts), Rate = 0.1)]
public readonly partial struct FunctionSchedule;

[Mirror(nameof(Parts.OneCycle), low: 0.85, high: 0.95, In = typeof(Parts), Quantity = Quantity.Momentum)]
public readonly partial struct MirrorSchedule;

[Repeat(4), LinearDecay(0.1, to: 0.01, steps: 16_000)]
public readonly partial struct RepeatSchedule;

[Scale(0.5), CosineDecay(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct ScaleSchedule;

[BatchScale(1_000, reference: 256, Rule = BatchRule.SquareRoot), CosineDecay(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct BatchScaleSchedule;

[Delay(1_000), CosineDecay(0.1, steps: 60_000, Floor = 0.001)]
public readonly partial struct DelaySchedule;

[Cooldown(15_000, ToRatio = 0.01), InverseSquareRoot(0.1, timescale: 1_000, Steps = 65_000)]
public readonly partial struct CooldownSchedule;

[Clamp(low: 0.01, high: 0.08), CosineDecay(0.1, steps: 65_000)]
public readonly partial struct ClampSchedule;

[GroupScale(0.5, 1), CosineDecay(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct GroupScaleSchedule(int group);

[LayerDecay(0.75, layers: 12), CosineDecay(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct LayerDecaySchedule(int layer);

[Warmup(5_000, FromRatio = 0.001, Join = Join.Multiply), CosineDecay(0.1, steps: 65_000, Floor = 0.001)]
public readonly partial struct OverlapSchedule;

[Warmup(30_000, FromRatio = 0.01, Shape = WarmupShape.Cosine), PolynomialDecay(0.1, steps: 35_000, power: 2, Floor = 0.001)]
public readonly partial struct ShapesSchedule;
