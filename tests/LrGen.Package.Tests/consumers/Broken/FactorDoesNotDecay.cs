using LrGen;

namespace Broken;

public static partial class FactorDoesNotDecay
{
    [StepDecay(0.1, every: 30, factor: 10)] // warning LRG030
    public static partial double Rate(long step);
}
