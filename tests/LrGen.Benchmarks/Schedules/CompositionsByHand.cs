namespace LrGen.Benchmarks.Schedules;

/// <summary>The parts of the compositions, by hand.</summary>
file static class Hand
{
    /// <summary>ln ½ ÷ 10000.</summary>
    private const double LogarithmPerStep = -0.69314718055994529 / 10_000;

    public static double Cosine(long step, double length = 65_000) =>
        step <= 0 ? 0.1 : step < length ? 0.0505 + 0.0495 * Math.Cos(step * (Math.PI / length)) : 0.001;

    public static double Exponential(long step) => step <= 0 ? 0.1 : 0.1 * Math.Exp(step * LogarithmPerStep);

    public static double Line(long step) => step <= 0 ? 0.1 : step < 16_000 ? 0.1 - step * (0.09 / 16_000) : 0.01;
}

public struct UseByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0,
        < 1_000 => step * (0.1 / 1_000),
        < 31_000 => 0.0505 + 0.0495 * Math.Cos((step - 1_000) * (Math.PI / 30_000)),
        < 61_000 => 0.001 - (step - 31_000) * (0.0009 / 30_000),
        _ => 0.0001,
    };
}

public struct ProductByHand : IByHand
{
    public static double At(long step) => Hand.Cosine(step) * (step < 20_000 ? 1 : step < 40_000 ? 0.5 : 0.25);
}

public struct SumByHand : IByHand
{
    public static double At(long step) => Hand.Cosine(step) + Hand.Exponential(step);
}

public struct AverageByHand : IByHand
{
    public static double At(long step) => (Hand.Cosine(step) + Hand.Line(step)) * 0.5;
}

public struct MaxByHand : IByHand
{
    public static double At(long step) => Math.Max(Hand.Exponential(step), Hand.Line(step));
}

public struct MinByHand : IByHand
{
    public static double At(long step) => Math.Min(Hand.Cosine(step), Hand.Exponential(step));
}

public struct FunctionByHand : IByHand
{
    public static double At(long step) => 0.1 * Parts.Formula(Math.Max(step, 0));
}

public struct MirrorByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.95,
        < 19_499 => 0.9 + 0.05 * Math.Cos(step * (Math.PI / 19_499)),
        < 64_999 => 0.9 - 0.05 * Math.Cos((step - 19_499) * (Math.PI / 45_500)),
        _ => 0.95,
    };
}

public struct RepeatByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.1,
        < 64_000 => 0.1 - (uint)step % 16_000 * (0.09 / 16_000),
        _ => 0.01,
    };
}

public struct ScaleByHand : IByHand
{
    public static double At(long step) => 0.5 * Hand.Cosine(step);
}

public struct BatchScaleByHand : IByHand
{
    private static readonly double s_factor = Math.Sqrt(1_000 / 256.0);

    public static double At(long step) => s_factor * Hand.Cosine(step);
}

public struct DelayByHand : IByHand
{
    public static double At(long step) => Hand.Cosine(step - 1_000, 60_000);
}

public struct CooldownByHand : IByHand
{
    private static readonly double s_start = InverseSquareRootByHand.At(50_000);

    public static double At(long step) => step switch
    {
        < 50_000 => InverseSquareRootByHand.At(step),
        < 65_000 => s_start * (1 - 0.99 * ((step - 50_000) * (1.0 / 15_000))),
        _ => s_start * 0.01,
    };
}

public struct ClampByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.08,
        < 65_000 => Math.Clamp(0.05 + 0.05 * Math.Cos(step * (Math.PI / 65_000)), 0.01, 0.08),
        _ => 0.01,
    };
}

public struct GroupScaleByHand : IByHand
{
    private static readonly double[] s_scales = [0.5, 1];
    private static readonly int s_group = int.Parse("0", System.Globalization.CultureInfo.InvariantCulture);

    public static double At(long step) => s_scales[s_group] * Hand.Cosine(step);
}

public struct LayerDecayByHand : IByHand
{
    private static readonly double[] s_scales = [.. Enumerable.Range(0, 12).Select(layer => Math.Pow(0.75, 11 - layer))];
    private static readonly int s_layer = int.Parse("0", System.Globalization.CultureInfo.InvariantCulture);

    public static double At(long step) => s_scales[s_layer] * Hand.Cosine(step);
}

public struct OverlapByHand : IByHand
{
    public static double At(long step) => step < 5_000 ? Hand.Cosine(step) * (0.001 + Math.Max(step, 0) * (0.999 / 5_000)) : Hand.Cosine(step);
}

public struct ShapesByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.001;
        if (step < 30_000)
            return 0.0505 - 0.0495 * Math.Cos(step * (Math.PI / 30_000));
        double left = Math.Max(65_000 - step, 0) * (1.0 / 35_000);
        return 0.001 + 0.099 * left * left;
    }
}
