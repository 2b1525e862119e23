using LrGen;

namespace Broken;

public static partial class RateNotPositive
{
    [LinearDecay(-0.1, 0, steps: 100)] // error LRG010
    public static partial double Rate(long step);
}
