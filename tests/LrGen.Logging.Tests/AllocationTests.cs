namespace LrGen.Logging.Tests;

// Not beside those who listen to the meter, for whom records are kept.
[Collection("One at a time")]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_allocates_nothing_after_the_first(bool isDurable)
    {
        using var folder = new TemporaryFolder();
        using var log = TrainingLog.Open(folder.File(), options: new TrainingLogOptions { Durable = isDurable });
        TrainingMetric accuracy = log.Metric("accuracy"), perplexity = log.Metric("perplexity");
        // More than a buffer of them, so that a flush is among them, and so many that the code is compiled for good.
        long least = Enumerable.Range(0, 5).Min(_ => Allocated(log, accuracy, perplexity, 3_000));
        Assert.Equal(0, least);
    }

    [Fact]
    public void The_measurement_sees_an_array()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(new byte[1_000]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1_000, 1_100);
    }

    private static long Allocated(TrainingLog log, TrainingMetric accuracy, TrainingMetric perplexity, int records)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < records; i++)
        {
            log.Write(i, 1e-3 / (i + 1), 2.5 / (i + 1));
            log.Write(i, i / 100.0, 1e-3 / (i + 1), 2.5 / (i + 1), [accuracy.Is(i / 7.0), perplexity.Is(double.NaN)]);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
