namespace LrGen.SearchTests;

/// <summary>A grid has every combination once.</summary>
public sealed class GridTests
{
    [Fact]
    public void Every_combination_comes_once_and_the_last_parameter_changes_fastest()
    {
        Assert.Equal(15, Trial.GridCount);
        var trials = All<Trial>();
        Assert.Equal(15, trials.Distinct().Count());
        Assert.Equal([1e-5, 1e-4, 1e-3, 1e-2, 1e-1], trials.Select(t => t.Rate).Distinct());
        Assert.Equal([32, 64, 128], trials.Take(3).Select(t => t.Batch));
        Assert.All(trials.Take(3), t => Assert.Equal(1e-5, t.Rate));
    }

    [Fact]
    public void Every_type_has_its_values()
    {
        Assert.Equal(7 * 3 * 4 * 2 * 2 * 2 * 2, Everything.GridCount);
        var trials = All<Everything>();
        Assert.Equal(Everything.GridCount, trials.Distinct().Count());
        Assert.Equal([1e-3f, 1e-2f, 0.1f, 1, 10, 100, 1000], trials.Select(t => t.Factor).Distinct());
        Assert.Equal([-1.0, 0, 1], trials.Select(t => t.Shift).Distinct());
        Assert.Equal([-4, -1, 2, 5], trials.Select(t => (int)t.Width).Distinct());
        Assert.Equal([0UL, 1UL], trials.Select(t => t.Bit).Distinct());
        Assert.Equal(["a", "b \"c\""], trials.Select(t => t.@class).Distinct());
        Assert.Equal([Shape.Wave, Shape.Steps], trials.Select(t => t.Shape).Distinct());
    }

    [Fact]
    public void Parameters_that_take_no_part_multiply_nothing()
    {
        // cosine: 5 warm-ups; step with 2 drops: 5; step with 3: 4 factors times 5; constant: 1; each times 3 rates.
        Assert.Equal((5 + 5 + 20 + 1) * 3, Conditional.GridCount);
        var trials = All<Conditional>();
        Assert.Equal(Conditional.GridCount, trials.Distinct().Count());
        Assert.All(trials, AssertConsistent);
        Assert.Equal([1e-4, 1e-2, 1], trials.Select(t => t.Rate).Distinct());
    }

    [Fact]
    public void Parameters_that_take_no_part_have_their_default_in_drawn_trials_too()
    {
        var drawn = Enumerable.Range(0, 2_000).Select(i => i % 2 == 0 ? Conditional.Random(3, i) : Conditional.QuasiRandom(3, i)).ToList();
        Assert.All(drawn, AssertConsistent);
        Assert.Equal(3, drawn.Select(t => t.Schedule).Distinct().Count());
        Assert.Contains(drawn, t => t.Drops == 3 && t.Factor < 1);
    }

    [Fact]
    public void An_index_outside_is_refused()
    {
        Assert.Contains("15 trials", Assert.Throws<ArgumentOutOfRangeException>(() => Trial.Grid(15)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Trial.Grid(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trial.Random(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trial.QuasiRandom(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trial.QuasiRandom(0, 1L << 32));
        Assert.Equal(3, Outer.Inner.Grid(0).Only);
        Assert.Equal(3, Outer.Inner.Random(9, long.MaxValue).Only);
    }

    private static void AssertConsistent(Conditional trial)
    {
        bool isStep = trial.Schedule == "step";
        Assert.True(isStep ? trial.Drops is 2 or 3 : trial.Drops == 0);
        Assert.True(trial.Drops == 3 ? trial.Factor is >= 0.1 and <= 0.9 : trial.Factor == 1);
        Assert.True(trial.Schedule == "constant" ? trial.Warmup == -1 : trial.Warmup is >= 1 and <= 5);
        Assert.InRange(trial.Rate, 1e-4, 1);
    }

    private static List<TSpace> All<TSpace>()
        where TSpace : struct, ISearchSpace<TSpace>
    {
        var trials = new List<TSpace>();
        for (long i = 0; i < TSpace.GridCount; i++)
            trials.Add(TSpace.Grid(i));
        return trials;
    }
}
