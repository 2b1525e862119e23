namespace LrGen.Optimizers.Tests.Runtime;

/// <summary>Runs alone: what other threads allocate is counted, too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private const int Updates = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_update_allocates_nothing_after_the_first(int threads)
    {
        float[] parameters = Numbers.Singles(100_000, 1), gradients = Numbers.Singles(100_000, 2);
        var optimizer = new AccumulatingAdamOptimizer { Threads = threads };
        for (int i = 0; i < 6; i++)
            optimizer.Update(parameters, gradients);
        Assert.InRange(Allocated(() => optimizer.Update(parameters, gradients)), 0, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nor_does_one_of_registered_memory(int threads)
    {
        var optimizer = new AmsGradOptimizer { Threads = threads };
        optimizer.Parameters.Add("a", Numbers.Singles(100_000, 1), Numbers.Singles(100_000, 2));
        optimizer.Parameters.Add("b", Numbers.Halves(10_000, 1), Numbers.Halves(10_000, 2));
        for (int i = 0; i < 6; i++)
            optimizer.Update();
        Assert.InRange(Allocated(() => optimizer.Update()), 0, 1);
    }

    [Fact]
    public void The_measurement_sees_an_array() => Assert.InRange(Allocated(() => GC.KeepAlive(new byte[1_000])), 1_000, 1_100);

    /// <summary>Bytes of one update: the least of several measurements, since the runtime itself allocates a little now and then.</summary>
    private static long Allocated(Action update) => Enumerable.Range(0, 5).Min(_ =>
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Updates; i++)
            update();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Updates;
    });
}
