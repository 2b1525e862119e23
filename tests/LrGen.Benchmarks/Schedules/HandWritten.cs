namespace LrGen.Benchmarks.Schedules;

/// <summary>
/// The schedules as a careful person writes them for speed: no division, no power where something cheaper gives the same rate,
/// constants folded.
/// </summary>
internal static class HandWritten
{
    private const double PerWarmupStep = 3e-4 / Lengths.WarmupSteps;
    private const double HalfRange = (3e-4 - 3e-5) / 2;
    private const double Middle = 3e-5 + HalfRange;
    private const double Radians = Math.PI / Lengths.CosineSteps;
    private const double Slope = (1e-4 - 0.01) / Lengths.DecaySteps;
    private const double SquareScale = (0.01 - 1e-4) / ((double)Lengths.DecaySteps * Lengths.DecaySteps);
    private const double PerDecayStep = 1.0 / Lengths.DecaySteps;

    /// <summary>ln 0.96 ÷ 1000.</summary>
    private const double LogarithmPerStep = -0.040821994520255129 / 1000;

    /// <summary>Below it 0.01 halved once for every level is a normal double.</summary>
    private const long LastLevel = 1_015;

    /// <summary>Halving is exact: one less in the exponent.</summary>
    public static double StepDecay(long step) => step switch
    {
        <= 0 => 0.01,
        < LastLevel * Lengths.StepEvery =>
            BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(0.01) - ((long)((uint)step / Lengths.StepEvery) << 52)),
        _ => 0,
    };

    public static double WarmupCosine(long step) => step switch
    {
        <= 0 => 0,
        < Lengths.WarmupSteps => step * PerWarmupStep,
        < Lengths.WarmupSteps + Lengths.CosineSteps => Middle + HalfRange * Math.Cos((step - Lengths.WarmupSteps) * Radians),
        _ => 3e-5,
    };

    public static double Exponential(long step) => step <= 0 ? 0.001 : 0.001 * Math.Exp(step * LogarithmPerStep);

    public static double Linear(long step) => step switch
    {
        <= 0 => 0.01,
        < Lengths.DecaySteps => 0.01 + step * Slope,
        _ => 1e-4,
    };

    public static double Square(long step)
    {
        if (step <= 0)
            return 0.01;
        if (step >= Lengths.DecaySteps)
            return 1e-4;
        double left = Lengths.DecaySteps - step;
        return 1e-4 + left * left * SquareScale;
    }

    public static double Polynomial(long step)
    {
        if (step <= 0)
            return 0.01;
        if (step >= Lengths.DecaySteps)
            return 1e-4;
        return 1e-4 + (0.01 - 1e-4) * Math.Pow((Lengths.DecaySteps - step) * PerDecayStep, 0.9);
    }
}
