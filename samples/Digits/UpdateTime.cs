using System.Diagnostics;
using LrGen;

namespace Digits;

/// <summary>Measures what an update costs, apart from the network's gradient.</summary>
static class UpdateTime
{
    private const int Rounds = 50;
    private const int UpdatesPerRound = 40;

    /// <summary>Returns the microseconds of one update of all parameters of the network: those of the fastest round.</summary>
    /// <remarks>Other programs on the machine can only make a round slower, so the fastest is the one that they disturbed least.</remarks>
    public static double Of(IOptimizer optimizer)
    {
        var random = new Random(1);
        float[] parameters = Numbers(random);
        float[] gradients = Numbers(random);

        double least = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int update = 0; update < UpdatesPerRound; update++)
                optimizer.Update(parameters, gradients);
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMicroseconds / UpdatesPerRound);
        }
        return least;
    }

    private static float[] Numbers(Random random)
    {
        var numbers = new float[Network.Parameters];
        foreach (ref float number in numbers.AsSpan())
            number = 2 * random.NextSingle() - 1;
        return numbers;
    }
}
