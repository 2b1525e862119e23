using LrGen;

namespace Broken;

public static partial class UnboundArgument
{
    [CosineDecay(3e-4)] // error LRG006
    public static partial double Rate(long step);
}
