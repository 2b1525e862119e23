namespace LrGen.Tests;

public sealed class ScheduleInterfaceTests
{
    [Fact]
    public void Fill_has_a_default_for_structs_made_for_netstandard()
    {
        var rates = new double[5];
        Fill(default(Counting), rates, -2);
        Assert.Equal([-2, -1, 0, 1, 2], rates);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MaxValue - 3)]
    public void Fill_refuses_steps_that_do_not_exist(long start)
    {
        foreach (ISchedule schedule in new ISchedule[] { default(Counting), default(Halving), new FromSettings(0.5, 10, 100) })
            Assert.Equal("start", Assert.Throws<ArgumentOutOfRangeException>(() => schedule.Fill(new double[5], start)).ParamName);
    }

    [Fact]
    public void Fill_reaches_the_last_step()
    {
        var rates = new double[4];
        Fill(default(Halving), rates, long.MaxValue - 4);
        Assert.Equal([0, 0, 0, 0], rates);
    }

    [Fact]
    public void Fill_of_nothing_is_nothing() => Fill(default(Halving), [], long.MaxValue);

    private static void Fill<TSchedule>(TSchedule schedule, double[] rates, long start)
        where TSchedule : struct, ISchedule => schedule.Fill(rates, start);

    /// <summary>As a struct looks that was compiled against a library without spans: it has no Fill.</summary>
    private readonly struct Counting : ISchedule
    {
        public double Length => double.PositiveInfinity;

        public double First => 0;

        public double Peak => double.PositiveInfinity;

        public double Last => double.PositiveInfinity;

        public double At(long step) => step;
    }
}
