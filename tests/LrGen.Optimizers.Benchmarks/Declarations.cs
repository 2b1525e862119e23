using LrGen;

namespace LrGen.Optimizers.Benchmarks;

[Adam, Warmup(500), CosineDecay(1e-3, steps: 10_000)]
internal sealed partial class AdamOptimizer;

[Adam(ClipNorm = 1), Warmup(500), CosineDecay(1e-3, steps: 10_000)]
internal sealed partial class ClippedAdamOptimizer;

[Sgd(Momentum = 0.9), Warmup(500), CosineDecay(1e-3, steps: 10_000)]
internal sealed partial class MomentumOptimizer;
