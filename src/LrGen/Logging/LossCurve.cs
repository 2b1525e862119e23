using System;
using System.Collections.Generic;

namespace LrGen;

/// <summary>The loss of a run, smoothed by means over windows of equally many records; losses that are not finite are left out.</summary>
internal sealed class LossCurve
{
    // Twenty windows show a shape and leave at least some records in each; a run of few records has windows of five.
    private const int MostWindows = 20;
    private const int RecordsOfShortWindow = 5;
    private const int FinestWindows = 200;

    // One or two high losses can be single bad batches.
    private const int FewestRecords = 3;

    // Of normal noise there is one in three million.
    private const double FarAboveNoise = 5;

    private readonly double[] _losses;
    private readonly double[] _rates;

    public LossCurve(IReadOnlyList<TrainingRecord> records)
    {
        var losses = new List<double>(records.Count);
        var rates = new List<double>(records.Count);
        foreach (var record in records)
        {
            if (!double.IsFinite(record.Loss))
                continue;
            losses.Add(record.Loss);
            rates.Add(record.Rate);
        }

        _losses = [.. losses];
        _rates = [.. rates];
        Levels = Means(Math.Clamp(_losses.Length / RecordsOfShortWindow, 1, MostWindows));
        First = FirstLevel();
        Best = First;
        foreach (double level in Levels)
            Best = Math.Min(Best, level);
    }

    /// <summary>Gets the means of the windows.</summary>
    public double[] Levels { get; }

    /// <summary>Gets the loss at the start: the median of the first records, before training changes much.</summary>
    public double First { get; }

    /// <summary>Gets the lowest level, the start included.</summary>
    public double Best { get; }

    /// <summary>Gets the level of the last window.</summary>
    public double Last => Levels[^1];

    /// <summary>Gets how many records a window has, about.</summary>
    public int WindowRecords => Math.Max(1, _losses.Length / Levels.Length);

    /// <summary>
    /// Returns the sum of what the windows rise over the ones before them, less what the noise of the batches explains: for independent
    /// noise, the difference of two means with standard error e rises by e/√π on average; two standard deviations of the sum are granted.
    /// </summary>
    public double Rises()
    {
        double rises = 0, explained = 0, variance = 0;
        for (int i = 1; i < Levels.Length; i++)
        {
            rises += Math.Max(0, Levels[i] - Levels[i - 1]);
            double error = Math.Sqrt((SquaredError(i) + SquaredError(i - 1)) / 2);
            explained += error / Math.Sqrt(Math.PI);
            // max(0, d) of a normal d with variance 2e² has the variance e² · (1 − 1/π).
            variance += error * error * (1 - (1 / Math.PI));
        }

        return Math.Max(0, rises - explained - (2 * Math.Sqrt(variance)));
    }

    /// <summary>Returns the share of the run, weighted by its rates, after which half of the fall was done.</summary>
    /// <remarks>By rates, so that a warm-up, in which a loss has to stand, does not count as slowness.</remarks>
    public double ShareOfHalfFall()
    {
        double[] levels = Means(Math.Clamp(_losses.Length / RecordsOfShortWindow, 1, FinestWindows));
        double half = (First + Best) / 2;
        int window = Array.FindIndex(levels, level => level <= half);
        if (window < 0)
            return 1;

        int end = (int)((long)(window + 1) * _losses.Length / levels.Length);
        double before = 0, all = 0;
        for (int i = 0; i < _rates.Length; i++)
        {
            double rate = double.IsFinite(_rates[i]) ? Math.Abs(_rates[i]) : 1;
            all += rate;
            before += i < end ? rate : 0;
        }

        return all > 0 ? before / all : (double)end / _losses.Length;
    }

    /// <summary>Returns by what share of its level the loss falls over the last part of the run, by the line of least squares.</summary>
    /// <param name="share">The part of the run, above 0 up to 1.</param>
    /// <returns>The fall, negative for a rise; its standard error; and the level that both are shares of.</returns>
    public (double Fall, double Error, double Level) FallOverLast(double share)
    {
        int count = Math.Max(3, (int)(_losses.Length * share));
        var part = _losses.AsSpan(Math.Max(0, _losses.Length - count));
        double mean = 0, middle = (part.Length - 1) / 2.0, products = 0, squares = 0;
        foreach (double loss in part)
            mean += loss / part.Length;
        for (int i = 0; i < part.Length; i++)
        {
            products += (i - middle) * (part[i] - mean);
            squares += (i - middle) * (i - middle);
        }

        double slope = products / squares, residuals = 0;
        for (int i = 0; i < part.Length; i++)
        {
            double residual = part[i] - mean - (slope * (i - middle));
            residuals += residual * residual;
        }

        // From the line's value at its start to that at its end.
        double length = part.Length - 1, start = mean - (slope * middle);
        // A line through a loss that falls by orders of magnitude goes below 0: then by the means of its first and last quarter.
        double error = Math.Sqrt(residuals / Math.Max(1, part.Length - 2) / squares);
        double first = Mean(part[..(part.Length / 4)]), last = Mean(part[^(part.Length / 4)..]);
        if (start > 0 && start + (slope * length) <= 0 && first > 0 && last > 0)
            return (1 - (last / first), error * length / first, first);
        start = Math.Max(Math.Abs(start), double.Epsilon);
        return (-slope * length / start, error * length / start, start);
    }

    /// <summary>Returns how many records of the second half lie above the start again.</summary>
    /// <returns>Their share; and by how many standard deviations of the noise there the second half lies below the start.</returns>
    public (double Share, double Deviations) AboveStart()
    {
        var half = _losses.AsSpan(_losses.Length / 2);
        int above = 0;
        double mean = 0;
        foreach (double loss in half)
        {
            above += loss > First ? 1 : 0;
            mean += loss / half.Length;
        }

        double noise = TypicalNoise(half);
        return (above < FewestRecords ? 0 : (double)above / half.Length, noise > 0 ? (First - mean) / noise : double.PositiveInfinity);
    }

    /// <summary>
    /// Returns the share of records after the given part of the run that lie above the start by more than a share of it, and by more than noise.
    /// </summary>
    public double SpikesAfter(double part, double height)
    {
        var rest = _losses.AsSpan((int)(_losses.Length * part));
        double limit = First + Math.Max(height * Math.Abs(First), FarAboveNoise * TypicalNoise(rest));
        int spikes = 0;
        foreach (double loss in rest)
            spikes += loss > limit ? 1 : 0;
        return spikes < FewestRecords ? 0 : (double)spikes / rest.Length;
    }

    /// <summary>Returns how the losses of the second half go up and down from record to record.</summary>
    /// <returns>
    /// The share of the differences that have another sign than the one before, two thirds for independent noise; and the mean difference
    /// as a share of the level.
    /// </returns>
    public (double SignChanges, double Amplitude, int Count) Alternation()
    {
        var half = _losses.AsSpan(_losses.Length / 2);
        int changes = 0;
        double differences = 0, level = 0;
        for (int i = 1; i < half.Length; i++)
        {
            differences += Math.Abs(half[i] - half[i - 1]);
            level += Math.Abs(half[i]);
            if (i > 1 && (half[i] - half[i - 1]) * (half[i - 1] - half[i - 2]) < 0)
                changes++;
        }

        int count = Math.Max(1, half.Length - 2);
        return ((double)changes / count, level > 0 ? differences / level : 0, count);
    }

    /// <summary>Returns the mean rate over the last part of the run, as a share of the highest rate; 1 where rates are not known.</summary>
    public double LateRateShare(double share)
    {
        double highest = 0, sum = 0;
        int start = (int)(_rates.Length * (1 - share)), known = 0;
        for (int i = 0; i < _rates.Length; i++)
        {
            if (!double.IsFinite(_rates[i]))
                continue;
            highest = Math.Max(highest, _rates[i]);
            if (i >= start)
            {
                sum += _rates[i];
                known++;
            }
        }

        return highest > 0 && known > 0 ? sum / known / highest : 1;
    }

    private static double Mean(ReadOnlySpan<double> losses)
    {
        double sum = 0;
        foreach (double loss in losses)
            sum += loss;
        return losses.IsEmpty ? double.NaN : sum / losses.Length;
    }

    /// <remarks>From the median difference of neighbours, which spikes do not enlarge; of normal noise it is 0.954 standard deviations.</remarks>
    private static double TypicalNoise(ReadOnlySpan<double> losses)
    {
        const double medianOfNormal = 0.954;
        double[] differences = new double[Math.Max(1, losses.Length - 1)];
        for (int i = 1; i < losses.Length; i++)
            differences[i - 1] = Math.Abs(losses[i] - losses[i - 1]);
        Array.Sort(differences);
        return differences[differences.Length / 2] / medianOfNormal;
    }

    private double FirstLevel()
    {
        double[] first = _losses[..Math.Min(_losses.Length, Math.Clamp(_losses.Length / 100, 3, 20))];
        Array.Sort(first);
        return first[first.Length / 2];
    }

    private double[] Means(int windows)
    {
        double[] means = new double[windows];
        for (int window = 0; window < windows; window++)
        {
            var part = Window(window, windows);
            foreach (double loss in part)
                means[window] += loss / part.Length;
        }

        return means;
    }

    private ReadOnlySpan<double> Window(int index, int windows)
    {
        int start = (int)((long)index * _losses.Length / windows), end = (int)((long)(index + 1) * _losses.Length / windows);
        return _losses.AsSpan(start, end - start);
    }

    /// <remarks>The noise from differences of neighbours (von Neumann), which a trend within the window does not enlarge.</remarks>
    private double SquaredError(int index)
    {
        var part = Window(index, Levels.Length);
        double sum = 0;
        for (int i = 1; i < part.Length; i++)
            sum += (part[i] - part[i - 1]) * (part[i] - part[i - 1]);
        return part.Length < 2 ? 0 : sum / (2 * (part.Length - 1)) / part.Length;
    }
}
