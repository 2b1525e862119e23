using System.Reflection;
using System.Text.Json;
using LrGen.Generator.Tests.Harness;
using Rosetta;

namespace LrGen.Rosetta.Tests;

/// <summary>What metrics drive has the rates of the system: those that it produced, or those of its algorithm over a thousand metrics.</summary>
public sealed class MetricTests
{
    private const int Reports = 1_000;

    /// <summary>A step after the end of every warm-up, where the schedules beside metrics are constant.</summary>
    private const long AfterWarmups = 1_000;

    private static readonly PlateauOptions s_torch = new(0.1, 0.5, 3, IsMax: false, 1e-4, IsAbsolute: false, Cooldown: 2, Floor: 1e-4, Epsilon: 1e-8);

    /// <summary>The algorithms of the systems that no numbers are stored of.</summary>
    internal static IReadOnlyDictionary<string, Func<MetricModel>> Algorithms { get; } = new Dictionary<string, Func<MetricModel>>
    {
        ["Keras.ReduceLROnPlateau"] = () => new KerasModel(s_torch with { Factor = 0.2, Patience = 5, IsAbsolute = true, Epsilon = 0 }),
        ["Optax.ReduceOnPlateau"] = () => new OptaxModel(s_torch with { Floor = 0.01, Epsilon = 0 }),
        ["Paddle.ReduceOnPlateau"] = () => new PaddleModel(s_torch),
        ["Timm.PlateauLRScheduler"] = () => new TorchModel(new PlateauOptions(0.05, 0.1, 10, IsMax: true, 1e-4, IsAbsolute: false, 0, 1e-5, 1e-8)),
        ["HuggingFace.ReduceLrOnPlateau"] = () => new TorchModel(new PlateauOptions(1e-3, 0.1, 10, IsMax: false, 1e-4, IsAbsolute: false, 0, 0, 1e-8)),
        ["HuggingFace.Greedy"] = () => new GreedyModel(new PlateauOptions(0.1, 0.95, 10, IsMax: false, 1e-6, IsAbsolute: true, 0, 1e-3, 1e-8), 0, 1, 500),
        ["HuggingFace.GreedySmooth"] = () => new GreedyModel(new PlateauOptions(0.1, 0.95, 10, IsMax: false, 1e-6, IsAbsolute: true, 0, 1e-3, 1e-8), 0, 1, 500, window: 50),
        ["Optax.ReduceOnPlateauAccumulated"] = () => new AccumulatingModel(new OptaxModel(s_torch with { Cooldown = 0, Floor = 0, Epsilon = 0, Absolute = 0.001 }), 4),
        ["Mmengine.ReduceOnPlateauLR"] = () => new TorchModel(s_torch with { Factor = 0.1, Patience = 10, Cooldown = 0, Floor = 1e-5 }),
        ["Mmengine.ReduceOnPlateauLRGreater"] = () => new TorchModel(s_torch with { Patience = 2, IsMax = true, Cooldown = 3, Floor = 0 }),
        ["Fairseq.ReduceLrOnPlateau"] = () => new TorchModel(new PlateauOptions(5e-4, 0.1, 0, IsMax: false, 1e-4, IsAbsolute: false, 0, 0, 1e-8)),
        // Halves are exact, whether of the rate or of its share.
        ["Fairseq.ReduceLrOnPlateauWarmup"] = () => new TorchModel(new PlateauOptions(5e-4, 0.5, 0, IsMax: false, 1e-4, IsAbsolute: false, 0, 0, 1e-8)),
        ["SpeechBrain.NewBobScheduler"] = () => new NewBobModel(new PlateauOptions(1, 0.5, 0, IsMax: false, 0.0025, IsAbsolute: false, 0, 0, 0)),
    };

    public static TheoryData<string> Names => [.. Algorithms.Keys];

    public static TheoryData<string, string> Claims =>
        [.. Declarations.Structs.SelectMany(type => type.GetCustomAttributes<GoldenAttribute>(), (type, golden) => (Declarations.NameOf(type), golden.Id))];

    [Theory]
    [MemberData(nameof(Claims))]
    public void Gives_the_numbers_of_the_system(string name, string id)
    {
        var driven = Create(name);
        var rows = GoldenSeries.All[id].Rows;
        Assert.InRange(rows.Length, 5, int.MaxValue);
        foreach (var row in rows)
        {
            var report = driven.Report(row[0].ValueKind == JsonValueKind.String ? double.NaN : row[0].GetDouble());
            Assert.Equal(row[0].ValueKind == JsonValueKind.String, report.HasFlag(MetricReport.NotFinite));
            Assert.Equal(row[1].GetDouble(), RateOf(driven));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_what_the_algorithm_gives(string name) => Assert.Null(FirstDifference(name, Algorithms[name]()));

    [Theory]
    [InlineData("Keras.ReduceLROnPlateau", "Paddle.ReduceOnPlateau")]
    [InlineData("Paddle.ReduceOnPlateau", "Optax.ReduceOnPlateau")]
    [InlineData("HuggingFace.Greedy", "SpeechBrain.NewBobScheduler")]
    [InlineData("HuggingFace.GreedySmooth", "HuggingFace.Greedy")]
    [InlineData("Optax.ReduceOnPlateauAccumulated", "Optax.ReduceOnPlateau")]
    [InlineData("Mmengine.ReduceOnPlateauLR", "Mmengine.ReduceOnPlateauLRGreater")]
    [InlineData("Fairseq.ReduceLrOnPlateau", "Fairseq.ReduceLrOnPlateauWarmup")]
    public void Would_see_the_algorithm_of_another(string name, string other) => Assert.NotNull(FirstDifference(name, Algorithms[other]()));

    [Fact]
    public void Every_struct_is_checked_in_one_of_the_two_ways() => Assert.Equal(
        Declarations.Structs.Where(t => t.DeclaringType != Declarations.CheckedBesideItsPeer).Select(Declarations.NameOf).Order(),
        Algorithms.Keys.Concat(Declarations.Structs.Where(t => t.IsDefined(typeof(GoldenAttribute))).Select(Declarations.NameOf)).Order());

    private static string? FirstDifference(string name, MetricModel model)
    {
        var driven = Create(name);
        var rates = new HashSet<double>();
        var random = new Random(7);
        for (int i = 0; i < Reports; i++)
        {
            // Falls for a while, stands still, rises, and is no number now and then.
            double metric = i % 97 == 50 ? double.NaN : 2 + Math.Cos(i / 150.0) - i / 1_000.0 + 0.01 * random.Next(4);
            model.Step(metric);
            driven.Report(metric);
            rates.Add(model.Rate);
            if (!model.Rate.Equals(RateOf(driven)))
                return FormattableString.Invariant($"report {i}: {RateOf(driven):R} instead of {model.Rate:R}");
        }

        // A rate that never moves would compare nothing.
        Assert.InRange(rates.Count, 3, Reports);
        return null;
    }

    private static IMetricDriven Create(string name) =>
        (IMetricDriven)Activator.CreateInstance(Declarations.Structs.Single(type => Declarations.NameOf(type) == name))!;

    private static double RateOf(IMetricDriven driven) => driven is IMetricSchedule alone ? alone.Rate : ((ISchedule)driven).At(AfterWarmups);
}
