using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests;

/// <summary>Structs that metrics drive beside TorchSharp's <c>ReduceLROnPlateau</c>, both told the same metrics.</summary>
public sealed class PlateauTests
{
    private const int Reports = 400;

    private static readonly IReadOnlyList<Type> s_structs =
        [.. typeof(global::Rosetta.TorchSharp).GetNestedTypes().Where(type => type.IsDefined(typeof(MetricAttribute), inherit: false))];

    public static TheoryData<string> Names => [.. Schedulers.Plateaus.Keys];

    [Fact]
    public void Every_struct_has_its_scheduler() => Assert.Equal(s_structs.Select(type => type.Name).Order(), Schedulers.Plateaus.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_the_same_rates(string name)
    {
        for (int seed = 0; seed < 5; seed++)
            Assert.Null(FirstDifference(Schedulers.Plateaus[name], Create(name), Metrics(name, seed)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Would_see_another_scheduler(string name)
    {
        string other = Schedulers.Plateaus.Keys.Single(key => key != name);
        Assert.NotNull(FirstDifference(Schedulers.Plateaus[other], Create(name), Metrics(name, 0)));
        // And a report that is missing, unless nothing hung on it.
        Assert.Contains(Enumerable.Range(0, Reports), lost => FirstDifference(Schedulers.Plateaus[name], Create(name), Metrics(name, 0), lost) is not null);
    }

    /// <summary>PyTorch multiplies a best metric below 0 by 1 − threshold, too, which asks for less than no improvement.</summary>
    [Fact]
    public void A_metric_below_0_that_stands_still_is_no_improvement_here()
    {
        var optimizer = Peer.Sgd();
        var scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0);
        var plateau = new Declarations.Impatient();
        for (int report = 0; report < 3; report++)
        {
            scheduler.step(-1.01);
            plateau.Report(-1.01);
        }

        Assert.Equal(Peer.Base, Peer.Group(optimizer, 0).Rate);
        Assert.Equal(Peer.Base / 4, plateau.Rate);
    }

    private static string? FirstDifference(Func<Optimizer, lr_scheduler.LRScheduler> make, IMetricSchedule driven, IReadOnlyList<double> metrics, int lost = -1)
    {
        var optimizer = Peer.Sgd();
        var scheduler = make(optimizer);
        var rates = new HashSet<double>();
        for (int i = 0; i < metrics.Count; i++)
        {
            scheduler.step(metrics[i]);
            if (i != lost)
                driven.Report(metrics[i]);
            double expected = Peer.Group(optimizer, 0).Rate;
            rates.Add(expected);
            // The same operations in the same order, so the same bits.
            if (!expected.Equals(driven.Rate))
                return FormattableString.Invariant($"report {i}: {driven.Rate:R} beside {expected:R}");
        }

        // A rate that never moves would compare nothing.
        Assert.InRange(rates.Count, 4, Reports);
        return null;
    }

    /// <summary>A loss that falls ever more slowly, or an accuracy that rises so, with noise, ties, NaN and the bad infinity.</summary>
    private static List<double> Metrics(string name, int seed)
    {
        var random = new Random(seed);
        bool isLoss = name == "ReduceLROnPlateau";
        return [.. Enumerable.Range(0, Reports).Select(i =>
        {
            double loss = 2.0 / (1 + i / 20.0) + 0.05 * random.Next(4);
            return i % 61 == 60 ? double.NaN
                : i % 67 == 66 ? isLoss ? double.PositiveInfinity : double.NegativeInfinity
                : isLoss ? loss : 3 - loss;
        })];
    }

    private static IMetricSchedule Create(string name) => (IMetricSchedule)Activator.CreateInstance(s_structs.Single(type => type.Name == name))!;
}
