namespace LrGen.Benchmarks.Schedules;

public struct TanhByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => Value(0),
        < 65_000 => Value(step),
        _ => 0.001,
    };

    private static double Value(double step) => 0.001 + 0.0495 * (1 - Math.Tanh(-7 + step * (10.0 / 65_000)));
}

public struct SigmoidByHand : IByHand
{
    public static double At(long step) => 0.1 / (1 + Math.Exp(0.0002 * (Math.Max(step, 0) - 30_000)));
}

public struct NaturalExponentialByHand : IByHand
{
    public static double At(long step) => step <= 0 ? 0.1 : 0.1 * Math.Exp(step * (-0.5 / 10_000));
}

public struct SwaAnnealByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.1,
        < 50_000 => 0.075 + 0.025 * Math.Cos(step * (Math.PI / 50_000)),
        _ => 0.05,
    };
}

public struct LinearCosineByHand : IByHand
{
    public static double At(long step)
    {
        if (step >= 65_000)
            return 0.1 * 0.001;
        double x = Math.Max(step, 0) * (1.0 / 65_000);
        return 0.1 * ((1 - x) * (0.5 + 0.5 * Math.Cos(x * Math.PI)) + 0.001);
    }
}

public struct EdenByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.045;
        double batches = step * (1.0 / 7_500), epochs = (uint)step / 4_800 * (1 / 3.5);
        return 0.045 / Math.Sqrt(Math.Sqrt((1 + batches * batches) * (1 + epochs * epochs)));
    }
}

public struct CosineExponentByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.1;
        if (step >= 65_000)
            return 0.001;
        double share = 0.5 + 0.5 * Math.Cos(step * (Math.PI / 65_000));
        return 0.001 + 0.099 * share * share;
    }
}

public struct CosineHalfWavesByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.1,
        < 65_000 => 0.0505 + 0.0495 * Math.Cos(step * (3 * Math.PI / 65_000)),
        _ => 0.001,
    };
}

public struct CosineOfPowerByHand : IByHand
{
    public static double At(long step) => step switch
    {
        <= 0 => 0.1,
        < 65_000 => 0.0505 + 0.0495 * Math.Cos((double)step * step * (Math.PI / 65_000 / 65_000)),
        _ => 0.001,
    };
}

public struct PolynomialOfPowerByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.1;
        if (step >= 65_000)
            return 0.001;
        double x = step * (1.0 / 65_000), rest = 1 - x * x * x;
        return 0.001 + 0.099 * rest * rest;
    }
}

public struct RootPolynomialByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.1;
        if (step >= 65_000)
            return 0.001;
        double left = (65_000 - step) * (1.0 / 65_000);
        return 0.001 + 0.099 * left * Math.Sqrt(left);
    }
}

public struct CyclingPolynomialByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.1;
        double length = ((uint)step + 9_999) / 10_000 * 10_000;
        return 0.001 + 0.099 * (length - step) / length;
    }
}

public struct FallingRestartsByHand : IByHand
{
    private static readonly double[] s_halves = [.. Enumerable.Range(0, 64).Select(i => Math.Max(0.1 * Math.Pow(0.9, i) - 0.001, 0) / 2)];

    public static double At(long step)
    {
        if (step <= 0)
            return 0.1;
        var (cycle, position) = Math.DivRem((uint)step, 2_000u);
        double half = s_halves[Math.Min(cycle, 63)];
        return 0.001 + half + half * Math.Cos(position * (Math.PI / 2_000));
    }
}

public struct SlowRestartsByHand : IByHand
{
    /// <summary>The first 64 cycles: enough for any training.</summary>
    private static readonly double[] s_starts = [.. Enumerable.Range(0, 65).Select(i => 20_000 * (Math.Pow(1.1, i) - 1))];

    public static double At(long step)
    {
        int cycle = Array.BinarySearch(s_starts, Math.Max(step, 0) + 1e-6);
        cycle = (cycle < 0 ? ~cycle : cycle) - 1;
        double start = s_starts[cycle];
        return 0.0505 + 0.0495 * Math.Cos(Math.PI * (Math.Max(step, 0) - start) / (s_starts[cycle + 1] - start));
    }
}

public struct SineCycleByHand : IByHand
{
    public static double At(long step) => step <= 0 ? 0.01 : 0.01 + 0.09 * Math.Sin((uint)step % 4_000 * (Math.PI / 4_000));
}

public struct CosineCycleByHand : IByHand
{
    public static double At(long step) => step <= 0 ? 0.01 : 0.055 - 0.045 * Math.Cos((uint)step % 4_000 * (Math.PI / 2_000));
}

public struct HalvingCycleByHand : IByHand
{
    public static double At(long step)
    {
        if (step <= 0)
            return 0.01;
        var (cycle, position) = Math.DivRem((uint)step, 4_000u);
        return 0.01 + Math.Min(position, 4_000 - position) * Math.ScaleB(0.09 / 2_000, -(int)cycle);
    }
}

public struct ExponentialCycleByHand : IByHand
{
    private static readonly double s_logarithm = Math.Log(0.9999);

    public static double At(long step)
    {
        if (step <= 0)
            return 0.01;
        uint position = (uint)step % 4_000;
        return 0.01 + Math.Min(position, 4_000 - position) * (0.09 / 2_000) * Math.Exp(step * s_logarithm);
    }
}

public struct ChebyshevByHand : IByHand
{
    private static readonly double[] s_rates = [.. Order(256).Select(i => 1 / (52.5 - 47.5 * Math.Cos((i + 0.5) * Math.PI / 256)))];

    public static double At(long step) => s_rates[Math.Clamp(step >> 8, 0, 255)];

    private static IEnumerable<int> Order(int count) => count == 1 ? [0] : Order(count / 2).SelectMany(i => (int[])[i, count - 1 - i]);
}

/// <summary>The trapezoid of all cooldowns below.</summary>
file static class Trapezoid
{
    public static double? Before(long step) => step switch
    {
        <= 0 => 0.001,
        < 1_000 => 0.001 + step * (0.099 / 1_000),
        < 51_000 => 0.1,
        >= 65_000 => 0.001,
        _ => null,
    };

    public static double X(long step) => (step - 51_000) * (1.0 / 14_000);
}

public struct CosineCooldownByHand : IByHand
{
    public static double At(long step) => Trapezoid.Before(step) ?? 0.0505 + 0.0495 * Math.Cos(Math.PI * Trapezoid.X(step));
}

public struct RootCooldownByHand : IByHand
{
    public static double At(long step) => Trapezoid.Before(step) ?? 0.001 + 0.099 * (1 - Math.Sqrt(Trapezoid.X(step)));
}

public struct ExponentialCooldownByHand : IByHand
{
    /// <summary>ln 0.01.</summary>
    private const double Logarithm = -4.6051701859880909;

    public static double At(long step) => Trapezoid.Before(step) ?? 0.1 * Math.Exp(Logarithm * Trapezoid.X(step));
}

public struct HalvingCooldownByHand : IByHand
{
    /// <summary>ln ½.</summary>
    private const double Logarithm = -0.69314718055994529;

    public static double At(long step) => Trapezoid.Before(step) ?? 0.001 + 0.099 * (2 * Math.Exp(Logarithm * Trapezoid.X(step)) - 1);
}

public struct SquareCooldownByHand : IByHand
{
    public static double At(long step)
    {
        if (Trapezoid.Before(step) is { } rate)
            return rate;
        double x = Trapezoid.X(step);
        return 0.001 + 0.099 * (1 - x * x);
    }
}
