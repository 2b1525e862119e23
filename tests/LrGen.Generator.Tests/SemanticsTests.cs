using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>The one meaning of a schedule, sentence by sentence. Numbers are chosen so that each rate is exact.</summary>
public sealed class SemanticsTests
{
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(1, 0.875)]
    [InlineData(7, 0.125)]
    public void The_step_is_the_0_based_index_of_the_update_about_to_run(long step, double rate) =>
        Assert.Equal(rate, At("LinearDecay(1, 0, 8)", step));

    [Fact]
    public void At_is_pure_and_free_of_order()
    {
        var schedule = ScheduleBatch.Compile("Warmup(4), CosineDecay(1, 16)");
        var forwards = Enumerable.Range(0, 30).Select(t => schedule.At(t)).ToArray();
        var backwards = Enumerable.Range(0, 30).Reverse().Select(t => schedule.At(t)).Reverse().ToArray();
        Assert.Equal(forwards, backwards);
    }

    [Theory]
    [InlineData("Constant(0.5)", 0.5, 0.5)]
    [InlineData("StepDecay(0.5, 10, 0.5)", 0.5, 0)]
    [InlineData("StepDecay(0.5, 10, 0.5, Floor = 0.125)", 0.5, 0.125)]
    [InlineData("ExponentialDecay(0.5, 0.5)", 0.5, 0)]
    [InlineData("LinearDecay(0.5, 0.25, 10)", 0.5, 0.25)]
    [InlineData("PolynomialDecay(0.5, 10, 2, Floor = 0.25)", 0.5, 0.25)]
    [InlineData("CosineDecay(0.5, 10)", 0.5, 0)]
    [InlineData("Warmup(5), Constant(0.5)", 0, 0.5)]
    [InlineData("Warmup(5, From = 0.25), Constant(0.5)", 0.25, 0.5)]
    [InlineData("Constant(0.5, Steps = 3), Constant(0.25)", 0.5, 0.25)]
    public void Every_long_has_a_rate_and_steps_below_0_have_that_of_0(string declaration, double first, double last)
    {
        var schedule = ScheduleBatch.Compile(declaration);
        foreach (long step in new[] { 0, -1, -1000, long.MinValue })
            Assert.Equal(first, schedule.At(step));
        Assert.Equal(last, schedule.At(long.MaxValue));
    }

    [Theory]
    [InlineData("LinearDecay(1, 0.5, 8)")]
    [InlineData("PolynomialDecay(1, 8, 2, Floor = 0.5)")]
    [InlineData("CosineDecay(1, 8, Floor = 0.5)")]
    public void The_end_value_is_reached_at_N_and_held(string declaration)
    {
        Assert.NotEqual(0.5, At(declaration, 7));
        foreach (long step in new[] { 8, 9, 1000, long.MaxValue })
            Assert.Equal(0.5, At(declaration, step));
    }

    [Theory]
    [InlineData("LinearDecay(1, 0.5, 8, End = End.LastStep)")]
    [InlineData("PolynomialDecay(1, 8, 2, Floor = 0.5, End = End.LastStep)")]
    [InlineData("CosineDecay(1, 8, Floor = 0.5, End = End.LastStep)")]
    public void With_LastStep_the_end_value_is_reached_one_step_earlier(string declaration)
    {
        Assert.NotEqual(0.5, At(declaration, 6));
        foreach (long step in new[] { 7, 8, long.MaxValue })
            Assert.Equal(0.5, At(declaration, step));
    }

    [Fact]
    public void Repeat_starts_again_at_N()
    {
        var schedule = ScheduleBatch.Compile("LinearDecay(1, 0, 4, AfterEnd = AfterEnd.Repeat)");
        Assert.Equal([1, 0.75, 0.5, 0.25, 1, 0.75, 0.5, 0.25, 1], Enumerable.Range(0, 9).Select(t => schedule.At(t)));
        Assert.Equal(schedule.At(long.MaxValue % 4), schedule.At(long.MaxValue));
    }

    [Fact]
    public void Repeat_repeats_the_last_phase_alone()
    {
        var schedule = ScheduleBatch.Compile("Warmup(2), LinearDecay(1, 0.5, 2, AfterEnd = AfterEnd.Repeat)");
        Assert.Equal([0, 0.5, 1, 0.75, 1, 0.75, 1], Enumerable.Range(0, 7).Select(t => schedule.At(t)));
    }

    [Fact]
    public void Oscillate_runs_back_and_forth()
    {
        var schedule = ScheduleBatch.Compile("LinearDecay(1, 0, 4, AfterEnd = AfterEnd.Oscillate)");
        Assert.Equal([1, 0.75, 0.5, 0.25, 0, 0.25, 0.5, 0.75, 1, 0.75], Enumerable.Range(0, 10).Select(t => schedule.At(t)));
    }

    [Fact]
    public void Throw_refuses_steps_after_the_one_with_the_end_value()
    {
        var schedule = ScheduleBatch.Compile("LinearDecay(1, 0, 4, AfterEnd = AfterEnd.Throw)");
        Assert.Equal(0, schedule.At(4));
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => schedule.At(5));
        Assert.Equal("step", exception.ParamName);
        Assert.Equal(5L, exception.ActualValue);
        Assert.Contains("step 4", exception.Message);
    }

    [Fact]
    public void A_boundary_switches_at_its_step()
    {
        var schedule = ScheduleBatch.Compile("StepDecay(1, 10, 0.5)");
        Assert.Equal([1, 1, 0.5, 0.5, 0.25], new long[] { 0, 9, 10, 19, 20 }.Select(schedule.At));
    }

    [Fact]
    public void Fractional_levels_switch_at_the_first_step_past_the_boundary()
    {
        var schedule = ScheduleBatch.Compile("StepDecay(1, 2.4, 0.5)");
        // Boundaries at 2.4, 4.8, 7.2, 9.6 and 12: 12 / 2.4 is 5, although 2.4 is no binary fraction.
        Assert.Equal([0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5], Enumerable.Range(0, 13).Select(t => (int)-Math.Log2(schedule.At(t))));
        Assert.Equal(Math.Pow(0.5, 10), ScheduleBatch.Compile("StepDecay(1, 1.1, 0.5)").At(11));
    }

    [Fact]
    public void Levels_are_counted_exactly_up_to_the_last_step()
    {
        var schedule = ScheduleBatch.Compile("StepDecay(1, 3e18, 0.5)");
        Assert.Equal([1, 0.5, 0.5, 0.25, 0.125], new[] { 2999999999999999999, 3000000000000000000, 5999999999999999999, 6000000000000000000, long.MaxValue }.Select(schedule.At));
    }

    [Fact]
    public void A_phase_sees_local_time_and_its_own_rate()
    {
        var schedule = ScheduleBatch.Compile("Constant(0.5, Steps = 3), LinearDecay(1, 0, 4), Constant(0.125)");
        // The phase of 4 steps ends where the next begins; its end value is never seen.
        Assert.Equal([0.5, 0.5, 0.5, 1, 0.75, 0.5, 0.25, 0.125, 0.125], Enumerable.Range(0, 9).Select(t => schedule.At(t)));
    }

    [Fact]
    public void An_inner_phase_holds_its_end_value_until_the_next()
    {
        var schedule = ScheduleBatch.Compile("LinearDecay(1, 0.5, 5, End = End.LastStep), Constant(0.125)");
        Assert.Equal([1, 0.875, 0.75, 0.625, 0.5, 0.125], Enumerable.Range(0, 6).Select(t => schedule.At(t)));
    }

    [Theory]
    [InlineData("FirstStep.AtStart", new[] { 0, 0.25, 0.5, 0.75, 1, 0.5 })]
    [InlineData("FirstStep.OneStepIn", new[] { 0.25, 0.5, 0.75, 1, 1, 0.5 })]
    public void A_warm_up_leads_to_the_first_value_which_comes_at_its_end(string firstStep, double[] rates)
    {
        var schedule = ScheduleBatch.Compile($"Warmup(4, FirstStep = {firstStep}), StepDecay(1, 1, 0.5)");
        Assert.Equal(rates, Enumerable.Range(0, 6).Select(t => schedule.At(t)));
    }

    [Fact]
    public void Between_ends_neither_the_start_nor_the_peak_is_in_the_warm_up()
    {
        var schedule = ScheduleBatch.Compile("StepDecay(1, 1, 0.5), Warmup(3, FirstStep = FirstStep.BetweenEnds)");
        Assert.Equal([0.25, 0.5, 0.75, 1, 0.5], Enumerable.Range(0, 5).Select(t => schedule.At(t)));
    }

    [Fact]
    public void With_LastStep_the_peak_comes_at_the_last_warm_up_step()
    {
        var schedule = ScheduleBatch.Compile("Warmup(5, End = End.LastStep), StepDecay(1, 1, 0.5)");
        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 1, 0.5], Enumerable.Range(0, 7).Select(t => schedule.At(t)));
    }

    [Theory]
    [InlineData("After", new[] { 0, 0.5, 1, 0.75, 0.5, 0.25, 0 })]
    [InlineData("Overlap", new[] { 0, 0.25, 0.5, 0.25, 0 })] // meets the line where it is at step 2
    [InlineData("OverlapToFirst", new[] { 0, 0.5, 0.5, 0.25, 0 })] // aims at 1, and falls to the line
    [InlineData("Multiply", new[] { 0, 0.375, 0.5, 0.25, 0 })] // half of 0.75 at step 1
    public void Join_says_what_runs_underneath(string join, double[] rates)
    {
        var schedule = ScheduleBatch.Compile($"Warmup(2, Join = Join.{join}), LinearDecay(1, 0, 4)");
        Assert.Equal(rates, Enumerable.Range(0, rates.Length).Select(t => schedule.At(t)));
    }

    [Theory]
    [InlineData("Linear", 0.5)]
    [InlineData("Constant", 0.25)]
    [InlineData("Exponential", 0.5)] // √(1/4)
    [InlineData("Cosine", 0.625)]
    [InlineData("OneMinusSqrt", 0.46966991411008935)]
    [InlineData("Polynomial", 0.4375)]
    [InlineData("Logarithmic", 0.7924812503605781)]
    public void Shapes_half_way(string shape, double rate)
    {
        double start = shape == "Linear" ? 0 : 0.25;
        var schedule = ScheduleBatch.Compile($"Warmup(8, From = {(start == 0 ? "0" : "0.25")}, Shape = WarmupShape.{shape}), Constant(1)");
        Assert.Equal(rate, schedule.At(4), 1e-15);
        Assert.Equal(start, schedule.At(0), 1e-15);
        Assert.Equal(1, schedule.At(8));
    }

    [Fact]
    public void Floors_are_absolute_or_a_share_of_the_peak()
    {
        Assert.Equal(0.125, At("CosineDecay(0.5, 10, Floor = 0.125)", 10));
        Assert.Equal(0.125, At("CosineDecay(0.5, 10, FloorRatio = 0.25)", 10));
        Assert.Equal(0.125, At("StepDecay(0.5, 1, 0.5, FloorRatio = 0.25)", 10));
        Assert.Equal(0.25, At("Warmup(10, FromRatio = 0.5), Constant(0.5)", 0));
    }

    [Fact]
    public void A_length_on_a_decay_ends_it()
    {
        Assert.Equal(0.25, At("StepDecay(1, 2, 0.5, Steps = 4)", 1000));
        Assert.Equal(0.0625, At("ExponentialDecay(1, 0.5, Steps = 4)", 1000));
    }

    [Fact]
    public void Begin_delays_the_decay() =>
        Assert.Equal([1, 1, 1, 0.5, 0.25], Enumerable.Range(0, 5).Select(t => At("ExponentialDecay(1, 0.5, Begin = 2)", t)));

    [Fact]
    public void Facts_are_what_At_says()
    {
        var schedule = ScheduleBatch.Compile("Warmup(4), CosineDecay(1, 16, Floor = 0.25)").Struct;
        Assert.Equal((20.0, 0.0, 1.0, 0.25), (schedule.Length, schedule.First, schedule.Peak, schedule.Last));
        var endless = ScheduleBatch.Compile("StepDecay(1, 4, 0.5, Floor = 0.125)").Struct;
        Assert.Equal((double.PositiveInfinity, 1.0, 1.0, 0.125), (endless.Length, endless.First, endless.Peak, endless.Last));
        var product = ScheduleBatch.Compile("Warmup(40, Join = Join.Multiply), LinearDecay(1, 0, 64)");
        double highest = Enumerable.Range(0, 64).Max(t => product.At(t));
        Assert.Equal(highest, product.Struct.Peak);
    }

    private static double At(string declaration, long step) => ScheduleBatch.Compile(declaration).At(step);
}
