using System.Numerics;

namespace LrGen.Benchmarks.Schedules;

/// <summary>A schedule as a careful person writes it for speed.</summary>
public interface IByHand
{
    static abstract double At(long step);
}

public struct ConstantByHand : IByHand
{
    public static double At(long step) => 0.01;
}

public struct MilestoneByHand : IByHand
{
    public static double At(long step) => step < 30_000 ? 0.1 : step < 50_000 ? 0.01 : 0.001;
}

public struct PiecewiseConstantByHand : IByHand
{
    public static double At(long step) => step < 30_000 ? 0.1 : step < 50_000 ? 0.05 : 0.01;
}

public struct PiecewiseLinesByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.01,
        < 10_000 => 0.01 + step * (0.09 / 10_000),
        < 60_000 => 0.1 - (step - 10_000) * (0.09 / 50_000),
        _ => 0.01,
    };
}

public struct PiecewiseWavesByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.01,
        < 10_000 => 0.055 - 0.045 * Math.Cos(step * (Math.PI / 10_000)),
        < 60_000 => 0.055 + 0.045 * Math.Cos((step - 10_000) * (Math.PI / 50_000)),
        _ => 0.01,
    };
}

public struct InverseTimeByHand : IByHand
{
    public static double At(long step) => step <= 0 ? 0.1 : 0.1 / (1 + step * (0.5 / 1_000));
}

public struct InverseSquareRootByHand : IByHand
{
    public static double At(long step) => step <= 0 ? 0.1 : 0.1 / Math.Sqrt(1 + step * (1.0 / 1_000));
}

public struct NoamByHand : IByHand
{
    /// <summary>1 ÷ (√256 · 4000^1.5).</summary>
    private const double Slope = 1 / (16 * 252982.21281347035);

    public static double At(long step) => step <= 0 ? 0 : step < 4_000 ? step * Slope : 1.0 / 16 / Math.Sqrt(step);
}

public struct PowerByHand : IByHand
{
    /// <summary>x^(−3/4) is 1 ÷ (√x · ⁴√x).</summary>
    public static double At(long step)
    {
        if (step <= 0)
            return 0.1;
        double root = Math.Sqrt(1 + step * (1.0 / 1_000));
        return 0.1 / (root * Math.Sqrt(root));
    }
}

public struct RexByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.1,
        < 65_000 => 0.001 + (0.1 - 0.001) * (65_000 - step) / (65_000 - 0.5 * step),
        _ => 0.001,
    };
}

public struct CosineRestartsByHand : IByHand
{
    /// <summary>Cycle i begins at 2000 · (2^i − 1).</summary>
    public static double At(long step)
    {
        if (step <= 0)
            return 0.1;
        int cycle = BitOperations.Log2((uint)step / 2_000 + 1);
        long length = 2_000L << cycle;
        return 0.0505 + 0.0495 * Math.Cos((step - (length - 2_000)) * (Math.PI / length));
    }
}

public struct CyclicByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.01;
        uint position = (uint)step % 4_000;
        return 0.01 + Math.Min(position, 4_000 - position) * (0.09 / 2_000);
    }
}

public struct OneCycleByHand : IByHand
{
    private const double Low = 0.1 / 25, Last = 0.1 / 25 / 1e4;

    public static double At(long step) => step switch
    {
        <= 0 => Low,
        < 19_499 => (0.1 + Low) / 2 - (0.1 - Low) / 2 * Math.Cos(step * (Math.PI / 19_499)),
        // The square keeps the digits near the end, where the sum of a cosine and its mean loses them.
        < 64_999 => Last + (0.1 - Last) * Square(Math.Cos((step - 19_499) * (Math.PI / 2 / 45_500))),
        _ => Last,
    };

    private static double Square(double x) => x * x;
}

public struct FlatCosineByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 48_750 => 0.1,
        < 65_000 => 0.0505 + 0.0495 * Math.Cos((step - 48_750) * (Math.PI / 16_250)),
        _ => 0.001,
    };
}

public struct SlantedTriangularByHand : IByHand
{
    private const double Low = 0.1 / 32;

    public static double At(long step) => step switch
    {
        <= 0 => Low,
        < 6_500 => Low + step * ((0.1 - Low) / 6_500),
        < 65_000 => 0.1 - (step - 6_500) * ((0.1 - Low) / 58_500),
        _ => Low,
    };
}

public struct TrapezoidByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.001,
        < 1_000 => 0.001 + step * (0.099 / 1_000),
        < 51_000 => 0.1,
        < 65_000 => 0.1 - (step - 51_000) * (0.099 / 14_000),
        _ => 0.001,
    };
}

public struct TriStageByHand : IByHand
{
    /// <summary>ln 0.01 ÷ 34000.</summary>
    private const double LogarithmPerStep = -4.6051701859880909 / 34_000;

    public static double At(long step) => step switch
    {
        <= 0 => 0.001,
        < 1_000 => 0.001 + step * (0.099 / 1_000),
        < 31_000 => 0.1,
        < 65_000 => 0.1 * Math.Exp((step - 31_000) * LogarithmPerStep),
        _ => 0.001,
    };
}

public struct RangeTestByHand : IByHand
{
    /// <summary>ln 10^8 ÷ 65000.</summary>
    private const double LogarithmPerStep = 18.420680743952367 / 65_000;

    public static double At(long step) => step switch
    {
        <= 0 => 1e-7,
        < 65_000 => 1e-7 * Math.Exp(step * LogarithmPerStep),
        _ => 10,
    };
}
