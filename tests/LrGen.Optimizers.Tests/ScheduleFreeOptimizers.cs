namespace LrGen.Optimizers.Tests;

[ScheduleFreeAdamW(WarmupSteps = 3, WeightDecay = 0.01), Constant(0.1)]
internal sealed partial class GoldenScheduleFree;

[ScheduleFreeAdamW, CosineDecay(2.5e-3, steps: 600)]
internal sealed partial class ScheduleFreeAdamWDefault;

[ScheduleFreeAdamW(
    Beta1 = 0.6, Beta2 = 0.9, Epsilon = 1e-3, WeightDecay = 0.1, WarmupSteps = 50, StepPower = 1.5, RatePower = 0.5), CosineDecay(0.02, steps: 600)]
internal sealed partial class ScheduleFreeAdamWOptions;

[ScheduleFreeSgd, Warmup(20), Constant(0.05)]
internal sealed partial class ScheduleFreeSgdDefault;

[ScheduleFreeSgd(Beta = 0.5, WeightDecay = 0.1, WarmupSteps = 7, StepPower = 2, RatePower = 0), CosineDecay(0.05, steps: 600)]
internal sealed partial class ScheduleFreeSgdOptions;

[ScheduleFreeSgd, Constant(0.1)]
internal sealed partial class RuntimeScheduleFree(double beta, double warmupSteps);
