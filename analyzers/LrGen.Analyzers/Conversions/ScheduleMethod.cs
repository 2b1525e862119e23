using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>What code gives over some steps.</summary>
/// <param name="Region">The steps, and what holds there.</param>
/// <param name="Rate">The rate, in normal form.</param>
internal sealed record RateCase(Region Region, Expression Rate);

/// <summary>Reads code that computes a rate from a step.</summary>
internal static class ScheduleMethod
{
    /// <summary>More stretches than this are no schedule that a person wrote.</summary>
    private const int MostStretches = 40;

    private const int MostRuns = 160;

    /// <summary>What code computes; with numbers of run time, in no order.</summary>
    public static IReadOnlyList<RateCase>? Cases(IOperation body, Reading reading, BigInteger last, Facts facts)
    {
        var cases = new List<RateCase>();
        var open = new Stack<Region>();
        open.Push(reading.IsLate ? new Region(0, last, facts.With(Expression.Step)) : new Region(0, last, facts));
        for (int runs = 0; open.Count > 0; runs++)
        {
            var region = open.Pop();
            var run = new CodeRun(reading, region);
            var rate = run.Run(body);
            if (run.SplitAt is { } split)
            {
                open.Push(region.Between(split, region.Last, reading.IsLate));
                open.Push(region.Between(region.Start, split - 1, reading.IsLate));
            }
            else if (run.SplitOn is var (difference, isStrict))
            {
                open.Push(region with { Facts = isStrict ? run.Facts.WithPositive(difference) : run.Facts.With(difference) });
                open.Push(region with { Facts = isStrict ? run.Facts.With(-difference) : run.Facts.WithPositive(-difference) });
            }
            else if (rate.IsUnknown)
            {
                return null;
            }
            else
            {
                cases.Add(new RateCase(region with { Facts = run.Facts }, rate));
            }

            if (runs > MostRuns || cases.Count > MostStretches)
                return null;
        }

        return cases;
    }
}
