using LrGen;

namespace Broken;

[Warmup(10), CosineDecay(0.1, steps: 0)] // error LRG034
public readonly partial struct LengthNotPositive;
