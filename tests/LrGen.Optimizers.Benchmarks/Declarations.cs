using LrGen;

namespace LrGen.Optimizers.Benchmarks;

[Adam, Warmup(500), CosineDecay(1e-3, steps: 10_000)]
internal sealed partial class AdamOptimizer;

[Adam(ClipNorm = 1), Warmup(500), CosineDecay(1e-3, steps: 10_000)]
internal sealed partial class ClippedAdamOptimizer;

[Sgd(Momentum = 0.9), Warmup(500), CosineDecay(1e-3, steps: 10_000)]
internal sealed partial class MomentumOptimizer;

[StepDecay(0.1, every: 1_000, factor: 0.5)]
internal readonly partial struct Stairs;

[Warmup(500), CosineDecay(0.1, steps: 1_000_000_000)]
internal readonly partial struct WarmupCosine;
