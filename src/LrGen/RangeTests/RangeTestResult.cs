using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace LrGen;

/// <summary>
/// The curve of a learning-rate range test, the loss over a rising rate, and the rates that can be read off it.
/// </summary>
/// <remarks>
/// Source: Smith, "Cyclical learning rates for training neural networks", 2017; the suggestions are those of fastai's <c>lr_find</c> and of
/// pytorch-lr-finder.
/// </remarks>
/// <example>
/// <code>
/// [RangeTest(1e-7, to: 10, steps: 100)]
/// readonly partial struct Rise;
///
/// var test = RangeTestResult.Run&lt;Rise&gt;(rate => TrainOneBatch(rate), save: () => saved = network.Copy(), restore: () => network = saved);
/// double? rate = test.Suggest(RateSuggestion.Valley);
/// </code>
/// </example>
public sealed class RangeTestResult
{
    private readonly double[] _rates;
    private readonly double[] _losses;
    private readonly double[] _smoothed;
    private readonly RangeTestOptions _options;
    private readonly int _steps;

    private RangeTestResult(double[] rates, double[] losses, double[] smoothed, int steps, RangeTestOptions options)
    {
        _rates = rates;
        _losses = losses;
        _smoothed = smoothed;
        _steps = steps;
        _options = options;
    }

    /// <summary>Gets the rate of each update.</summary>
    public ReadOnlySpan<double> Rates => _rates;

    /// <summary>Gets the loss of each batch, before its update.</summary>
    public ReadOnlySpan<double> Losses => _losses;

    /// <summary>Gets the smoothed loss.</summary>
    public ReadOnlySpan<double> SmoothedLosses => _smoothed;

    /// <summary>Gets whether the test stopped before its last step, because the loss was too high or not a number.</summary>
    public bool HasDiverged => _rates.Length < _steps;

    /// <summary>Runs a range test: trains along a rising schedule until the loss diverges, then takes the model back to where it was.</summary>
    /// <typeparam name="TSchedule">The schedule, a struct with <see cref="RangeTestAttribute"/>.</typeparam>
    /// <param name="train">Trains on one batch with the given rate, and returns the batch's loss.</param>
    /// <param name="save">Keeps the state of the model and its optimizer; called once, before the first batch.</param>
    /// <param name="restore">Puts that state back; called once, also where <paramref name="train"/> throws.</param>
    /// <param name="options">How to smooth and when to stop; null for fastai's.</param>
    /// <exception cref="ArgumentException">The schedule has no end, or more than 1,000,000 steps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static RangeTestResult Run<TSchedule>(Func<double, double> train, Action save, Action restore, RangeTestOptions? options = null)
        where TSchedule : struct, ISchedule
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(save);
        ArgumentNullException.ThrowIfNull(restore);
        TSchedule schedule = default;
        if (!(schedule.Length is > 0 and <= 1_000_000))
            throw new ArgumentException($"A range test needs from 1 to 1,000,000 steps; {typeof(TSchedule).Name} has {schedule.Length}.", nameof(TSchedule));

        int steps = (int)Math.Ceiling(schedule.Length);
        var curve = new Curve(steps, options ?? RangeTestOptions.FastAi);
        save();
        try
        {
            for (int step = 0; step < steps; step++)
            {
                double rate = schedule.At(step);
                if (!curve.Add(rate, train(rate)))
                    break;
            }
        }
        finally
        {
            restore();
        }

        return curve.ToResult();
    }

    /// <summary>Makes a result of rates and losses that were measured elsewhere.</summary>
    /// <param name="rates">The rate of each update, rising, above 0.</param>
    /// <param name="losses">The loss of each batch; as many.</param>
    /// <param name="options">How to smooth and when to stop; null for fastai's.</param>
    /// <exception cref="ArgumentException">The numbers of rates and losses differ, or the rates do not rise from above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static RangeTestResult From(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, RangeTestOptions? options = null)
    {
        if (rates.Length != losses.Length)
            throw new ArgumentException($"There are {rates.Length} rates and {losses.Length} losses.", nameof(losses));
        var curve = new Curve(rates.Length, options ?? RangeTestOptions.FastAi);
        for (int i = 0; i < rates.Length; i++)
        {
            if (!(rates[i] > (i == 0 ? 0 : rates[i - 1])) || double.IsInfinity(rates[i]))
                throw new ArgumentException($"Rates have to rise from above 0; number {i} is {rates[i]}.", nameof(rates));
            if (!curve.Add(rates[i], losses[i]))
                break;
        }

        return curve.ToResult();
    }

    /// <summary>Returns the rate that a rule reads off the curve; null where the curve is too short for it, or never falls.</summary>
    /// <param name="suggestion">The rule.</param>
    /// <remarks>
    /// Points that <see cref="RangeTestOptions.SkipStart"/> and <see cref="RangeTestOptions.SkipEnd"/> leave out are not looked at, nor those from the
    /// first NaN on.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public double? Suggest(RateSuggestion suggestion)
    {
        int start = Math.Min(_options.SkipStart ?? _steps / 10, _rates.Length);
        int end = Math.Max(_rates.Length - _options.SkipEnd, start);
        for (int i = start; i < end; i++)
        {
            if (double.IsNaN(_smoothed[i]))
                end = i;
        }

        return RangeTestRules.Suggest(suggestion, _rates.AsSpan(start..end), _smoothed.AsSpan(start..end));
    }

    /// <summary>Writes the curve as comma-separated values, with the columns step, rate, loss and smoothed.</summary>
    /// <param name="writer">Where to write.</param>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("step,rate,loss,smoothed\n");
        for (int i = 0; i < _rates.Length; i++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i},{_rates[i]:R},{_losses[i]:R},{_smoothed[i]:R}\n"));
    }

    /// <summary>
    /// Writes the curve and the suggestions as one JSON object: <c>rates</c>, <c>losses</c> and <c>smoothed</c> are arrays, in which null stands for what
    /// is not finite; <c>suggestions</c> has the rates by name; <c>diverged</c> says whether the test stopped early.
    /// </summary>
    /// <param name="stream">Where to write; it stays open.</param>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        WriteArray("rates", _rates);
        WriteArray("losses", _losses);
        WriteArray("smoothed", _smoothed);
        writer.WriteStartObject("suggestions");
        foreach (var (name, suggestion) in Named)
        {
            if (Suggest(suggestion) is { } rate)
                writer.WriteNumber(name, rate);
            else
                writer.WriteNull(name);
        }

        writer.WriteEndObject();
        writer.WriteBoolean("diverged", HasDiverged);
        writer.WriteEndObject();

        void WriteArray(string name, double[] values)
        {
            writer.WriteStartArray(name);
            foreach (double value in values)
            {
                if (double.IsFinite(value))
                    writer.WriteNumberValue(value);
                else
                    writer.WriteNullValue();
            }

            writer.WriteEndArray();
        }
    }

    private static (string Name, RateSuggestion Suggestion)[] Named =>
    [
        ("steepest", RateSuggestion.Steepest), ("valley", RateSuggestion.Valley), ("minimum", RateSuggestion.MinimumTenth),
        ("slide", RateSuggestion.Slide), ("gradient", RateSuggestion.Gradient),
    ];

    /// <summary>A curve that grows point by point.</summary>
    private sealed class Curve
    {
        private readonly RangeTestOptions _options;
        private readonly List<double> _rates = [];
        private readonly List<double> _losses = [];
        private readonly List<double> _smoothed = [];
        private readonly int _steps;
        private double _average;
        private double _weight = 1;
        private double _best = double.PositiveInfinity;

        public Curve(int steps, RangeTestOptions options)
        {
            if (!(options.Smoothing is >= 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(options), options.Smoothing, "Smoothing is from 0 to below 1.");
            if (!(options.DivergenceFactor > 1))
                throw new ArgumentOutOfRangeException(nameof(options), options.DivergenceFactor, "DivergenceFactor is above 1.");
            ArgumentOutOfRangeException.ThrowIfNegative(options.SkipStart ?? 0, nameof(options));
            ArgumentOutOfRangeException.ThrowIfNegative(options.SkipEnd, nameof(options));
            (_steps, _options) = (steps, options);
        }

        /// <summary>Adds a point, and returns whether to go on.</summary>
        public bool Add(double rate, double loss)
        {
            double keep = _options.Smoothing;
            _average = _options.StartsAtFirstLoss && _rates.Count == 0 ? loss : keep * _average + (1 - keep) * loss;
            _weight *= keep;
            double smoothed = _options.StartsAtFirstLoss ? _average : _average / (1 - _weight);
            _rates.Add(rate);
            _losses.Add(loss);
            _smoothed.Add(smoothed);
            if (smoothed < _best)
                _best = smoothed;
            // No loss after NaN is a number again; fastai goes on to the end and leaves these points out.
            return !double.IsNaN(smoothed) && !(_best > 0 && smoothed > _options.DivergenceFactor * _best);
        }

        public RangeTestResult ToResult() => new([.. _rates], [.. _losses], [.. _smoothed], _steps, _options);
    }
}
