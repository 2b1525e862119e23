using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;

namespace LrGen.Analyzers.Conversions;

/// <summary>A rate over the steps from one on, until the next stretch begins.</summary>
/// <param name="Start">The first step.</param>
/// <param name="Rate">The rate over the step, in normal form.</param>
internal sealed record Stretch(BigInteger Start, Expression Rate);

/// <summary>A rate over all steps from 0 to the last that its type has, as stretches of one formula each.</summary>
/// <param name="Stretches">In order, the first from step 0 on; neighbours have different formulas.</param>
/// <param name="Last">The last step.</param>
internal sealed record RateForm(IReadOnlyList<Stretch> Stretches, BigInteger Last)
{
    /// <summary>Up to so many steps are compared one by one where the formulas differ.</summary>
    private const int MostCompared = 24;

    /// <summary>The first step after a stretch; null for the last one.</summary>
    public BigInteger? EndOf(int index) => index + 1 < Stretches.Count ? Stretches[index + 1].Start : null;

    /// <summary>A form of stretches, some of which may have the same formula as the one before.</summary>
    public static RateForm Of(IEnumerable<Stretch> stretches, BigInteger last)
    {
        var merged = new List<Stretch>();
        foreach (var stretch in stretches.Where(s => s.Start <= last))
        {
            // A single step that the next formula is right for, too.
            if (merged.Count > 0 && merged[merged.Count - 1] is var single && stretch.Start - single.Start == 1
                && stretch.Rate.At((Generator.Numerics.Rational)single.Start).Equals(single.Rate.At((Generator.Numerics.Rational)single.Start)))
            {
                merged.RemoveAt(merged.Count - 1);
                if (merged.Count == 0 || !merged[merged.Count - 1].Rate.Equals(stretch.Rate))
                    merged.Add(stretch with { Start = single.Start });
                continue;
            }

            if (merged.Count == 0 || !merged[merged.Count - 1].Rate.Equals(stretch.Rate))
                merged.Add(stretch);
        }

        return new RateForm(merged, last);
    }

    /// <summary>The formulas from one on, each as if it had been there from step 0 on.</summary>
    public RateForm Uncovered(int index) => Of(Stretches.Skip(index).Select((s, i) => i == 0 ? s with { Start = 0 } : s), Last);

    /// <summary>The first steps of the rate, with the value that it would have after them.</summary>
    public RateForm? EndingAt(BigInteger end)
    {
        var value = At(end - 1).At((Generator.Numerics.Rational)end);
        return value.Constant is null ? null : Of(Stretches.Where(s => s.Start < end).Append(new Stretch(end, value)), end);
    }

    /// <summary>The steps from one on, counted from there.</summary>
    public RateForm From(int index, BigInteger? end = null)
    {
        var start = Stretches[index].Start;
        return Of(
            Stretches.Skip(index).Select(s => new Stretch(s.Start - start, s.Rate.At(Expression.Step + (Generator.Numerics.Rational)start))),
            (end ?? Last + 1) - 1 - start);
    }

    /// <summary>
    /// Whether two rates are proved to be the same at every step up to the last of this one. Where the formulas differ over a few steps,
    /// as at the very end of a decay, the exact values decide.
    /// </summary>
    public bool IsSameAs(RateForm other)
    {
        var starts = Stretches.Concat(other.Stretches).Select(s => s.Start).Where(s => s <= Last).Distinct().OrderBy(s => s).ToList();
        for (int i = 0; i < starts.Count; i++)
        {
            Expression mine = At(starts[i]), theirs = other.At(starts[i]);
            if (mine.Equals(theirs))
                continue;
            var end = i + 1 < starts.Count ? starts[i + 1] : Last + 1;
            if (end - starts[i] > MostCompared)
                return false;
            for (var step = starts[i]; step < end; step++)
            {
                Expression at = (Generator.Numerics.Rational)step;
                if (!mine.At(at).Equals(theirs.At(at)))
                    return false;
            }
        }

        return true;
    }

    private Expression At(BigInteger step) => Stretches.Last(s => s.Start <= step).Rate;
}
