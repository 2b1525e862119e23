using static LrGen.Logging.Tests.Curves;

namespace LrGen.Logging.Tests;

public sealed class LossVerdictTests
{
    public static TheoryData<int, double> Sizes => new() { { 40, 0.01 }, { 200, 0.02 }, { 200, 0.1 }, { 1_000, 0.1 }, { 20_000, 0.1 }, { 20_000, 0.3 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_power_law_is_healthy(int count, double noise)
    {
        Most(LossVerdictKind.Healthy, seed => Of(count, PowerLaw, noise, Cosine, seed));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_loss_that_stops_falling_while_the_rate_is_high_is_a_plateau(int count, double noise)
    {
        Most(LossVerdictKind.Plateau, seed => Of(count, x => 1 + (2 * Math.Exp(-20 * x)), noise, seed: seed));
        // At the end of a decay it is how a run should end.
        Most(LossVerdictKind.Healthy, seed => Of(count, x => 1 + (2 * Math.Exp(-20 * x)), noise, Cosine, seed));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_loss_that_falls_along_a_line_or_not_at_all_is_barely_falling(int count, double noise)
    {
        Most(LossVerdictKind.BarelyFalling, seed => Of(count, x => 2.3 - (1.2 * x), noise, seed: seed));
        Most(LossVerdictKind.BarelyFalling, seed => Of(count, x => 0.3 + (2 * Math.Exp(-3 * x)), noise, seed: seed));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(5_000)]
    public void A_loss_that_does_not_fall_is_barely_falling(int count)
    {
        // What has fallen by half and more is not said to have barely fallen, and the other way round.
        Assert.StartsWith("Slow, still falling: the loss fell by ", LossVerdict.Of(Of(count, x => 2.3 - (1.2 * x), 0)).Text, StringComparison.Ordinal);
        Assert.StartsWith("Slow, still falling: the loss fell by 8", LossVerdict.Of(Of(count, x => 0.3 + (2 * Math.Exp(-3 * x)), 0)).Text, StringComparison.Ordinal);
        Assert.StartsWith("Barely falling: ", LossVerdict.Of(Of(count, _ => 2.3, 0)).Text, StringComparison.Ordinal);
        Most(LossVerdictKind.BarelyFalling, seed => Of(count, _ => 2.3, 0.01, seed: seed));
        Is(LossVerdictKind.BarelyFalling, Of(count, _ => 2.3, 0));
        Is(LossVerdictKind.BarelyFalling, Of(count, _ => 0, 0));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Waves_are_oscillating_and_so_is_what_alternates(int count, double noise)
    {
        Most(LossVerdictKind.Oscillating, seed => Of(count, x => 1 + Math.Exp(-5 * x) + (0.4 * Math.Sin(x * 18)), noise, seed: seed));
        int i = 0;
        Is(LossVerdictKind.Oscillating, Of(count, x => (0.5 + Math.Exp(-20 * x)) * (i++ % 2 == 0 ? 1.3 : 0.7), 0.01));
    }

    [Fact]
    public void A_loss_that_rises_at_the_end_is_oscillating()
    {
        Most(LossVerdictKind.Oscillating, seed => Of(4_000, x => 1 + (2 * Math.Exp(-20 * x)) + (x > 0.6 ? x - 0.6 : 0), 0.3, seed: seed));
        Assert.Contains("it rises, by", LossVerdict.Of(Of(4_000, x => 1 + (2 * Math.Exp(-20 * x)) + (x > 0.6 ? x - 0.6 : 0), 0.3)).Text);
    }

    [Fact]
    public void Spikes_above_the_start_are_oscillating()
    {
        var random = new Random(1);
        Is(LossVerdictKind.Oscillating, Of(4_000, x => random.Next(100) == 0 ? 4 : PowerLaw(x) / 5, 0.05));
        Assert.Contains("above the start", LossVerdict.Of(Of(4_000, x => random.Next(100) == 0 ? 4 : PowerLaw(x) / 5, 0.05)).Text);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_loss_that_comes_back_has_diverged(int count, double noise)
    {
        Most(LossVerdictKind.Diverged, seed => Of(count, x => x < 0.6 ? PowerLaw(x) : 9, noise, seed: seed));
        Is(LossVerdictKind.Diverged, Of(count, x => 2 * Math.Exp(4 * x), noise));
    }

    [Fact]
    public void So_has_one_that_is_no_number_with_the_step_and_the_best()
    {
        var records = Of(300, x => x < 0.5 ? 2 - (2 * x) : double.NaN, 0);
        var verdict = LossVerdict.Of(records);
        Assert.Equal(LossVerdictKind.Diverged, verdict.Kind);
        Assert.Contains("NaN from step 150 on", verdict.Text);
        Assert.Contains("1.007", verdict.Text);
        Assert.Contains("infinite from step 0 on", LossVerdict.Of([new(0, 0.1, double.PositiveInfinity)]).Text);
    }

    [Fact]
    public void A_loss_that_was_no_number_on_the_way_is_said()
    {
        var records = Of(1_000, PowerLaw, 0.02, Cosine);
        records[500] = new TrainingRecord(500, 0.1, double.NaN);
        var verdict = LossVerdict.Of(records);
        Assert.Equal(LossVerdictKind.Healthy, verdict.Kind);
        Assert.EndsWith("One record on the way had no finite loss.", verdict.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    public void Few_records_are_too_few(int count)
    {
        var verdict = LossVerdict.Of(Of(count, PowerLaw));
        Assert.Equal(LossVerdictKind.TooFewRecords, verdict.Kind);
        Assert.Contains($"{count} with a loss, 20 are needed", verdict.Text);
        Assert.Equal(double.NaN, verdict.FirstLoss);
    }

    [Fact]
    public void A_warm_up_does_not_count_as_slowness()
    {
        // The loss follows the sum of the rates, a fifth of the run being warm-up.
        static double Rate(double x) => x < 0.2 ? x / 2 : 0.1 * (1 - x) / 0.8;
        static double Sum(double x) => x < 0.2 ? x * x / 0.08 : (0.5 + ((x - 0.2) / 0.4)) * 0.8;
        Is(LossVerdictKind.Healthy, Of(2_000, x => 0.2 + (2 * Math.Exp(-12 * Sum(x))), 0.05, Rate));
    }

    [Fact]
    public void Negative_losses_are_judged_too()
    {
        Is(LossVerdictKind.Healthy, Of(1_000, x => -10 + (9 * Math.Exp(-20 * x)) - x, 0.005));
        Is(LossVerdictKind.Plateau, Of(1_000, x => -10 + (9 * Math.Exp(-20 * x)), 0.01));
        Is(LossVerdictKind.Diverged, Of(1_000, x => x < 0.5 ? -10 + (9 * Math.Exp(-20 * x)) : -1, 0.01));
    }

    [Fact]
    public void The_verdict_has_its_numbers()
    {
        var verdict = LossVerdict.Of(Of(1_000, x => 1 + (2 * Math.Exp(-20 * x)), 0.02));
        Assert.InRange(verdict.FirstLoss, 2.8, 3.1);
        Assert.InRange(verdict.LastLoss, 0.99, 1.01);
        Assert.InRange(verdict.BestLoss, 0.98, verdict.LastLoss);
        Assert.InRange(verdict.HalfFallShare, 0.02, 0.05);
        Assert.InRange(verdict.LateFall, -0.01, 0.01);
        Assert.Equal(0, verdict.RiseShare);
        Assert.Contains("± ", verdict.Text);
        Assert.Equal(verdict.Text, verdict.ToString());
        Assert.Throws<ArgumentNullException>(() => LossVerdict.Of(null!));
    }

    /// <summary>Noise can look like anything now and then: nine of ten seeds.</summary>
    private static void Most(LossVerdictKind kind, Func<int, TrainingRecord[]> records)
    {
        string[] others = [.. Enumerable.Range(1, 20).Select(seed => LossVerdict.Of(records(seed))).Where(v => v.Kind != kind).Select(v => v.Text)];
        Assert.True(others.Length <= 2, $"{kind} was expected: {string.Join('\n', others)}");
    }

    private static void Is(LossVerdictKind kind, TrainingRecord[] records)
    {
        var verdict = LossVerdict.Of(records);
        Assert.True(kind == verdict.Kind, $"{kind} was expected: {verdict.Text}");
    }
}
