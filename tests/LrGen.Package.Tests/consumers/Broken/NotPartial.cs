using LrGen;

namespace Broken;

[Constant(0.1)]
public readonly struct NotPartial; // error LRG001

public static class NotPartialMethod
{
    [Constant(0.1)]
    public static double Rate(long step) => step; // error LRG001
}
