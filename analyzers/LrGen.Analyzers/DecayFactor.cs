namespace LrGen.Analyzers;

/// <summary>What people mean who write a decay factor above 1.</summary>
internal static class DecayFactor
{
    /// <summary>
    /// The factor that was likely meant: the inverse where somebody divides (10 for 0.1), the hundredth where somebody writes per cent
    /// (50 for 0.5); null where nothing is likely.
    /// </summary>
    public static double? Likely(double factor)
    {
        if (!(factor > 1) || double.IsInfinity(factor))
            return null;
        return factor is > 10 and < 100 ? factor / 100 : 1 / factor;
    }
}
