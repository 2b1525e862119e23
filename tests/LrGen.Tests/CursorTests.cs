namespace LrGen.Tests;

/// <summary>A halving rate with a short warm-up, so that every rate is an exact double.</summary>
[Warmup(2), StepDecay(1, every: 2, factor: 0.5)]
public readonly partial struct Halving;

[Warmup, CosineDecay]
public readonly partial record struct FromSettings(double Rate, long WarmupSteps, long CosineDecaySteps);

public sealed class CursorTests
{
    [Fact]
    public void A_new_cursor_stands_at_step_0()
    {
        var cursor = new Cursor<Halving>();
        Assert.Equal((0, 0.0), (cursor.Step, cursor.Rate));
    }

    [Fact]
    public void Advance_moves_one_update_at_a_time()
    {
        var cursor = new Cursor<Halving>();
        var rates = new List<double>();
        for (int i = 0; i < 7; i++, cursor.Advance())
            rates.Add(cursor.Rate);
        Assert.Equal([0, 0.5, 1, 1, 0.5, 0.5, 0.25], rates);
    }

    [Fact]
    public void The_step_is_all_that_has_to_be_saved()
    {
        var unbroken = new Cursor<Halving>();
        for (int i = 0; i < 50; i++)
        {
            var resumed = new Cursor<Halving>(unbroken.Step);
            Assert.Equal(unbroken.Rate, resumed.Rate);
            unbroken.Advance();
            resumed.Advance();
            Assert.Equal((unbroken.Step, unbroken.Rate), (resumed.Step, resumed.Rate));
        }
    }

    [Fact]
    public void Step_can_be_set_back_and_forth()
    {
        var cursor = new Cursor<Halving>(5) { Step = 2 };
        Assert.Equal(1, cursor.Rate);
        cursor.Step = -9;
        Assert.Equal(0, cursor.Rate);
        cursor.Advance();
        Assert.Equal(-8, cursor.Step);
    }

    [Fact]
    public void The_last_step_is_not_passed()
    {
        var cursor = new Cursor<Halving>(long.MaxValue - 1);
        cursor.Advance();
        cursor.Advance();
        Assert.Equal(long.MaxValue, cursor.Step);
    }

    [Fact]
    public void A_schedule_with_run_time_values_is_given_to_the_cursor()
    {
        var cursor = new Cursor<FromSettings>(new FromSettings(0.5, 10, 100), step: 5);
        Assert.Equal((0.25, 110.0), (cursor.Rate, cursor.Schedule.Length));
    }

    [Fact]
    public void A_cursor_allocates_nothing()
    {
        double sum = Walk();
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Walk();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);

        static double Walk()
        {
            double sum = 0;
            for (var cursor = new Cursor<Halving>(); cursor.Step < 1000; cursor.Advance())
                sum += cursor.Rate;
            return sum;
        }
    }
}
