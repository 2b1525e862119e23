using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>What PyTorch computes, and mmengine and Paddle after it.</summary>
internal static class Recursions
{
    public static IEnumerable<double> Exponential(double rate, double gamma) => Chain(rate, (_, last) => last * gamma);

    public static IEnumerable<double> Step(double rate, int size, double gamma) =>
        Chain(rate, (t, last) => t % size == 0 ? last * gamma : last);

    public static IEnumerable<double> MultiStep(double rate, double gamma, params int[] milestones) =>
        Chain(rate, (t, last) => last * Math.Pow(gamma, milestones.Count(milestone => milestone == t)));

    public static IEnumerable<double> Constant(double rate, double factor, int steps) =>
        Chain(rate * factor, (t, last) => t == steps ? last * (1 / factor) : last);

    public static IEnumerable<double> Linear(double rate, double start, double end, int steps) =>
        Chain(rate * start, (t, last) => t > steps ? last : last * LinearFactor(t, start, end, steps));

    /// <summary>What the rate of a line is multiplied by at step t.</summary>
    public static double LinearFactor(int t, double start, double end, int steps) =>
        1 + (end - start) / (steps * start + (t - 1) * (end - start));

    /// <summary>A half wave up to its end; where the last rate was the floor the quotient would be 0 ÷ 0.</summary>
    public static IEnumerable<double> Cosine(double rate, int steps, double floor) => Chain(rate, (t, last) =>
        (t - 1 - steps) % (2 * steps) == 0
            ? last + (rate - floor) * (1 - Math.Cos(Math.PI / steps)) / 2
            : (1 + Math.Cos(Math.PI * t / steps)) / (1 + Math.Cos(Math.PI * (t - 1) / steps)) * (last - floor) + floor);

    /// <summary>Triangles; the scale is a function of the cycle, from 1, and of the step.</summary>
    public static double Cyclic(long t, double low, double high, double up, double down, Func<double, long, double> scale)
    {
        double total = up + down;
        double cycle = Math.Floor(1 + t / total);
        double x = 1 + t / total - cycle;
        double height = x <= up / total ? x / (up / total) : (x - 1) / (up / total - 1);
        return low + (high - low) * height * scale(cycle, t);
    }

    /// <summary>One cycle through rates at phase ends, the first at step 0.</summary>
    public static double OneCycle(long t, Func<double, double> shape, double[] rates, params double[] ends)
    {
        int phase = Array.FindIndex(ends, end => t <= end);
        double start = phase == 0 ? 0 : ends[phase - 1];
        return rates[phase + 1] + (rates[phase] - rates[phase + 1]) * shape((t - start) / (ends[phase] - start));
    }

    /// <summary>The half wave of the cycle that t is in, found by counting.</summary>
    public static double WarmRestarts(long t, double rate, long length, long factor, double floor)
    {
        while (t >= length)
        {
            t -= length;
            length *= factor;
        }

        return floor + (rate - floor) * HalfWave(t / (double)length);
    }
}
