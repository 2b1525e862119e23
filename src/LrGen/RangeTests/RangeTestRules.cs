using System;

namespace LrGen;

/// <summary>The rules that read a rate off a curve of losses.</summary>
internal static class RangeTestRules
{
    /// <summary>fastai's <c>lr_diff</c> and <c>thresh</c>.</summary>
    private const int SlideWidth = 15;
    private const double SlideThreshold = 0.005;

    public static double? Suggest(RateSuggestion suggestion, ReadOnlySpan<double> rates, ReadOnlySpan<double> losses) => suggestion switch
    {
        RateSuggestion.Steepest => Steepest(rates, losses),
        RateSuggestion.Valley => Valley(rates, losses),
        RateSuggestion.MinimumTenth => losses.Length == 0 ? null : rates[IndexOfLeast(losses)] / 10,
        RateSuggestion.Slide => Slide(rates, losses),
        RateSuggestion.Gradient => losses.Length < 2 ? null : rates[IndexOfLeast(Gradients(losses))],
        _ => throw new ArgumentOutOfRangeException(nameof(suggestion), suggestion, "There is no such rule."),
    };

    private static double? Steepest(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        if (losses.Length < 2)
            return null;
        var slopes = new double[losses.Length - 1];
        for (int i = 0; i < slopes.Length; i++)
            slopes[i] = (losses[i + 1] - losses[i]) / (Math.Log(rates[i + 1]) - Math.Log(rates[i]));
        return rates[IndexOfLeast(slopes)];
    }

    private static double? Valley(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        // The length of the longest falling subsequence that ends at each point.
        var lengths = new int[losses.Length];
        int end = 0;
        for (int i = 0; i < losses.Length; i++)
        {
            lengths[i] = 1;
            for (int j = 0; j < i; j++)
            {
                if (losses[i] < losses[j])
                    lengths[i] = Math.Max(lengths[i], lengths[j] + 1);
            }

            if (lengths[i] > lengths[end])
                end = i;
        }

        // Of two points fastai's formula can read the one before the first, which in Python is the last.
        if (losses.Length == 0 || lengths[end] < 3)
            return null;
        int length = lengths[end];
        return rates[end - length + length / 3 + length / 6];
    }

    private static double? Slide(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        int right = losses.Length - 1, left = right - SlideWidth;
        if (left < 0)
            return null;
        double[] slopes = Gradients(losses);
        double rate = rates[left];
        for (; left >= 0 && Math.Abs(slopes[right] - slopes[left]) > SlideThreshold; left--, right--)
            rate = rates[left];
        return rate;
    }

    /// <summary>Differences as of NumPy's <c>gradient</c>: central, and one-sided at both ends.</summary>
    private static double[] Gradients(ReadOnlySpan<double> values)
    {
        int last = values.Length - 1;
        var gradients = new double[values.Length];
        for (int i = 0; i <= last; i++)
        {
            int before = Math.Max(i - 1, 0), after = Math.Min(i + 1, last);
            gradients[i] = (values[after] - values[before]) / (after - before);
        }

        return gradients;
    }

    private static int IndexOfLeast(ReadOnlySpan<double> values)
    {
        int least = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[least])
                least = i;
        }

        return least;
    }
}
