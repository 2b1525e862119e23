using System.Text.Json;

namespace LrGen.SearchTests;

/// <summary>Ten million-fold in a hundred steps, as fastai's default.</summary>
[RangeTest(1e-7, to: 10, steps: 100)]
public readonly partial struct Rise;

[Constant(0.1)]
public readonly partial struct Endless;

/// <summary>Range tests: the run, and what is read off the curve.</summary>
public sealed class RangeTests
{
    /// <summary>Neither smoothed nor stopped, and nothing left out: suggestions see the losses as they are.</summary>
    private static readonly RangeTestOptions s_plain = new() { Smoothing = 0, DivergenceFactor = double.PositiveInfinity, SkipStart = 0, SkipEnd = 0 };

    [Fact]
    public void The_model_is_saved_once_and_restored_once()
    {
        var calls = new List<string>();
        double weight = 3, saved = 0;
        var result = RangeTestResult.Run<Rise>(
            rate =>
            {
                weight -= rate;
                return 1 / (1 + rate);
            },
            () =>
            {
                saved = weight;
                calls.Add("save");
            },
            () =>
            {
                weight = saved;
                calls.Add("restore");
            });
        Assert.Equal(["save", "restore"], calls);
        Assert.Equal(3, weight);
        Assert.Equal(100, result.Rates.Length);
        Assert.False(result.HasDiverged);
        for (int i = 0; i < 100; i++)
            Assert.Equal(default(Rise).At(i), result.Rates[i]);
    }

    [Fact]
    public void An_exception_restores_the_model_too()
    {
        bool isRestored = false;
        Assert.Throws<IOException>(() => RangeTestResult.Run<Rise>(_ => throw new IOException(), () => { }, () => isRestored = true));
        Assert.True(isRestored);
        Assert.Contains("Endless", Assert.Throws<ArgumentException>(() => RangeTestResult.Run<Endless>(_ => 1, () => { }, () => { })).Message);
    }

    [Fact]
    public void It_stops_where_the_smoothed_loss_is_too_high_or_no_number()
    {
        // Without smoothing: best 1, so 4 goes on and more than 4 stops.
        Assert.Equal(4, RangeTestResult.From([1, 2, 3, 4, 5], [1, 2, 4, 4.1, 0], s_plain with { DivergenceFactor = 4 }).Rates.Length);
        Assert.Equal(3, RangeTestResult.From([1, 2, 3, 4, 5], [1, 2, double.NaN, 4.1, 0], s_plain).Rates.Length);
        Assert.Equal(3, RangeTestResult.From([1, 2, 3], [-1, 2, 30], s_plain with { DivergenceFactor = 4 }).Rates.Length);
        Assert.Equal(2, RangeTestResult.From([1, 2, 3], [1, double.PositiveInfinity, 1], s_plain with { DivergenceFactor = 4 }).Rates.Length);
        Assert.True(RangeTestResult.From([1, 2, 3], [1, 9, 1], s_plain with { DivergenceFactor = 4 }).HasDiverged);
    }

    [Fact]
    public void Smoothing_is_that_of_each_system()
    {
        // fastai: (0.98·0 + 0.02·1) / 0.02 = 1; (0.98·0.02 + 0.02·2) / (1 − 0.98²).
        var fastai = RangeTestResult.From([1, 2], [1, 2]);
        Assert.Equal(1, fastai.SmoothedLosses[0], 1e-15);
        Assert.Equal((0.98 * 0.02 + 0.02 * 2) / (1 - 0.98 * 0.98), fastai.SmoothedLosses[1], 1e-14);
        // pytorch-lr-finder: 1; 0.05·2 + 0.95·1.
        var finder = RangeTestResult.From([1, 2], [1, 2], RangeTestOptions.PyTorchLrFinder);
        Assert.Equal([1, 1.05], finder.SmoothedLosses.ToArray());
    }

    [Fact]
    public void Steepest_and_minimum_of_a_curve_by_hand()
    {
        double[] rates = [0.001, 0.01, 0.1, 1, 10], losses = [5, 4.5, 2, 1, 3];
        var result = RangeTestResult.From(rates, losses, s_plain);
        // Falls over one decade: 0.5, 2.5, 1, −2. The point before the steepest one.
        Assert.Equal(0.01, result.Suggest(RateSuggestion.Steepest));
        Assert.Equal(0.1, result.Suggest(RateSuggestion.MinimumTenth));
        // Central differences: −0.5, −1.5, −1.75, 0.5, 2.
        Assert.Equal(0.1, result.Suggest(RateSuggestion.Gradient));
        // Not over equal ratios: 1 over ln 2 is steeper than 1.2 over ln 10.
        Assert.Equal(2, RangeTestResult.From([0.2, 2, 4], [3.2, 2, 1], s_plain).Suggest(RateSuggestion.Steepest));
    }

    [Fact]
    public void Valley_of_a_curve_by_hand()
    {
        // The longest falling subsequence is 9 8 7 6 5 4 of length 6, which ends at index 7: 7 − 6 + 6/3 + 6/6 = 4.
        double[] rates = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        Assert.Equal(5, RangeTestResult.From(rates, [1, 2, 9, 8, 7, 6, 5, 4, 6, 7], s_plain).Suggest(RateSuggestion.Valley));
        // With a bump inside, which it steps over: 9 8 7 6 4, length 5, ends at 5: 5 − 5 + 1 + 0 = 1.
        Assert.Equal(2, RangeTestResult.From(rates, [9, 8, 8.5, 7, 6, 4, 5, 6, 7, 8], s_plain).Suggest(RateSuggestion.Valley));
        Assert.Null(RangeTestResult.From(rates, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], s_plain).Suggest(RateSuggestion.Valley));
    }

    [Fact]
    public void Slide_of_a_curve_by_hand()
    {
        // A line down to index 24 and a line up after it. Slopes 15 apart differ by 0.2 until both are on the falling line or at its end: the
        // right one slides from 39 down to 23, whose left neighbour is 8; the last that differed was 24, the turn itself, with 9.
        double[] rates = [.. Enumerable.Range(1, 40).Select(i => (double)i)];
        double[] losses = [.. Enumerable.Range(0, 40).Select(i => 5 + 0.1 * Math.Abs(i - 24))];
        Assert.Equal(10, RangeTestResult.From(rates, losses, s_plain).Suggest(RateSuggestion.Slide));
        // One slope everywhere: the first look is the last.
        Assert.Equal(25, RangeTestResult.From(rates, [.. rates.Select(r => -r)], s_plain).Suggest(RateSuggestion.Slide));
        Assert.Null(RangeTestResult.From(rates.AsSpan(0, 15), losses.AsSpan(0, 15), s_plain).Suggest(RateSuggestion.Slide));
    }

    /// <summary>
    /// A noisy curve that falls and turns; the steps were worked out with the formulas of fastai's callback/schedule.py and of pytorch-lr-finder in
    /// Python.
    /// </summary>
    [Theory]
    [InlineData("fastai", 54, 71, 73, 91, 74, 2.221822808661286)]
    [InlineData("finder", 55, 67, 68, 89, 69, 2.186393773746652)]
    public void Suggestions_are_those_of_the_systems(string system, int valley, int slide, int steepest, int minimum, int gradient, double smoothed)
    {
        var options = (system == "fastai" ? RangeTestOptions.FastAi : RangeTestOptions.PyTorchLrFinder) with { DivergenceFactor = double.PositiveInfinity };
        int step = 0;
        var result = RangeTestResult.Run<Rise>(_ => Loss(step++), () => { }, () => { }, options);
        Assert.Equal(smoothed, result.SmoothedLosses[50], 1e-12);
        Assert.Equal(
            [valley, slide, steepest, minimum, gradient],
            new[]
            {
                Step(RateSuggestion.Valley), Step(RateSuggestion.Slide), Step(RateSuggestion.Steepest), Step(RateSuggestion.MinimumTenth, 10), Step(RateSuggestion.Gradient),
            });

        int Step(RateSuggestion suggestion, double scale = 1)
        {
            double rate = result.Suggest(suggestion)!.Value * scale;
            return Enumerable.Range(0, 100).MinBy(i => Math.Abs(Math.Log(default(Rise).At(i) / rate)));
        }

        static double Loss(int i) =>
            2.3 - 1.8 / (1 + Math.Exp(-(i - 60) / 8.0)) + i * 7919 % 101 / 101.0 * 0.05 + (i > 85 ? (i - 85) * (i - 85) * 0.02 : 0);
    }

    [Fact]
    public void Points_from_the_first_NaN_on_are_left_out()
    {
        double[] rates = [1, 2, 3, 4, 5, 6];
        Assert.Equal(0.3, RangeTestResult.From(rates, [5, 4, 3, double.NaN, 0, 0], s_plain).Suggest(RateSuggestion.MinimumTenth));
        Assert.Null(RangeTestResult.From(rates, [double.NaN, 4, 3, 2, 0, 0], s_plain).Suggest(RateSuggestion.MinimumTenth));
        Assert.Null(RangeTestResult.From([], [], s_plain).Suggest(RateSuggestion.Steepest));
    }

    [Fact]
    public void Both_texts_have_the_curve()
    {
        var result = RangeTestResult.From([0.001, 0.01, 0.1], [5, double.PositiveInfinity, 1], s_plain);
        var csv = new StringWriter();
        result.WriteCsv(csv);
        Assert.Equal("step,rate,loss,smoothed\n0,0.001,5,5\n1,0.01,Infinity,Infinity\n2,0.1,1,NaN\n", csv.ToString());
        using var stream = new MemoryStream();
        result.WriteJson(stream);
        var json = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Equal([0.001, 0.01, 0.1], json.GetProperty("rates").EnumerateArray().Select(e => e.GetDouble()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("losses")[1].ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("suggestions").GetProperty("slide").ValueKind);
        Assert.Equal(0.0001, json.GetProperty("suggestions").GetProperty("minimum").GetDouble());
        Assert.False(json.GetProperty("diverged").GetBoolean());
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RangeTestResult.From([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => RangeTestResult.From([1, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => RangeTestResult.From([0, 1], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeTestResult.From([1], [1], s_plain with { Smoothing = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeTestResult.From([1], [1], s_plain with { DivergenceFactor = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeTestResult.From([1], [1], s_plain with { SkipEnd = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeTestResult.From([1], [1], s_plain).Suggest((RateSuggestion)9));
    }
}
