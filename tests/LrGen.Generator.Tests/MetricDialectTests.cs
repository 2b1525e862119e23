using System.Globalization;
using CsCheck;
using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>Every dialect, bit for bit, beside the system's own algorithm over random metrics.</summary>
public sealed class MetricDialectTests
{
    private static readonly int s_declarationsOfEach = LongRun.Size(full: 40, quick: 8), s_series = LongRun.Size(full: 3_000, quick: 600);

    /// <summary>Few values, so that many are ties, both signs, and all that is no measurement.</summary>
    private static readonly Gen<double> s_metrics = Gen.Frequency(
        (6, Gen.Int[-4, 8].Select(i => i * 0.25)),
        (4, Gen.Double[0.5, 1.0]),
        (2, Gen.Double[-1.01, -0.99]),
        (1, OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity)),
        (1, OneOf(-0.0, double.Epsilon, double.MaxValue, double.MinValue, 1e-300)));

    private static readonly Func<Random, Case>[] s_families =
    [
        random => Plateau(random, "PyTorch", relative: true, 1e-8, o => new TorchModel(o)),
        random => Plateau(random, "Keras", relative: false, 0, o => new KerasModel(o)),
        random => Plateau(random, "Optax", relative: true, 0, o => new OptaxModel(o)),
        random => Plateau(random, "Paddle", relative: true, 1e-8, o => new PaddleModel(o)),
        GreedyCase,
        NewBobCase,
    ];

    private static readonly Lazy<IReadOnlyList<Case>> s_cases = new(() =>
    {
        var random = new Random(20_260_401);
        var cases = Enumerable.Range(0, s_declarationsOfEach).SelectMany(_ => s_families.Select(f => f(random))).ToList();
        var structs = MetricStruct.Compile([.. cases.Select(c => c.Attributes)]);
        return [.. cases.Zip(structs, (c, s) => c with { Struct = s })];
    });

    [Fact]
    public void Rates_are_those_of_the_system() => Gen.Select(Gen.Int[0, s_declarationsOfEach * s_families.Length - 1], s_metrics.Array[1, 50])
        .Sample((index, metrics) => Compare(s_cases.Value[index], metrics), iter: s_series);

    [Fact]
    public void The_comparison_sees_a_patience_that_is_one_off()
    {
        var options = new PlateauOptions(1, 0.5, 3, false, 1e-4, false, 0, 0, 1e-8);
        var wrong = new Case("", () => new TorchModel(options)) { Struct = MetricStruct.Compile("ReduceOnPlateau(1, 0.5, 2)") };
        Assert.ThrowsAny<Exception>(() => Compare(wrong, [1, 1, 1, 1, 1, 1]));
    }

    [Theory]
    [InlineData("ReduceOnPlateau(1, 0.5, 0, AccumulationSize = 3)", 2, 0.0, 1)]
    [InlineData("ReduceOnPlateau(1, 0.5, 0, AbsoluteThreshold = 0.1)", 1, 0.2, 1)]
    [InlineData("Greedy(1, 0.5, 0, Ceiling = 4, Window = 3)", 1, 0.0, 2)]
    public void The_comparison_sees_a_size_or_a_threshold_that_is_off(string attributes, int accumulation, double absolute, int window)
    {
        var options = new PlateauOptions(1, 0.5, 0, false, 1e-4, false, 0, 0, 1e-8, absolute);
        var model = attributes[0] == 'G' ? new GreedyModel(options with { IsAbsolute = true, Threshold = 1e-6 }, 0, 4, 500, window)
            : new AccumulatingModel(new TorchModel(options), accumulation) as MetricModel;
        var wrong = new Case("", () => model) { Struct = MetricStruct.Compile(attributes) };
        Assert.ThrowsAny<Exception>(() => Compare(wrong, [1, 0.85, 0.7, 0.9, 1, 0.2, 1, 1, 0.5, 0.6, 0.2]));
    }

    private static Gen<double> OneOf(params double[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Compare(Case drawn, double[] metrics)
    {
        var model = drawn.Model();
        var direct = drawn.Struct.Fresh();
        var resumed = drawn.Struct.Fresh();
        Assert.Equal(model.Rate, direct.Rate);
        for (int i = 0; i < metrics.Length; i++)
        {
            double metric = metrics[i], before = model.Rate;
            model.Step(metric);
            var report = direct.Report(metric);
            if (i % 8 == metrics.Length % 8)
                resumed.Load(resumed.Save());
            Assert.Equal(report, resumed.Report(metric));
            // Equal for doubles is a comparison of all bits here: neither is NaN or −0.
            Assert.Equal((model.Rate, model.Rate), (direct.Rate, resumed.Rate));
            Assert.Equal(model.Improved, report.HasFlag(MetricReport.Improved));
            Assert.Equal(!double.IsFinite(metric), report.HasFlag(MetricReport.NotFinite));
            Assert.Equal(model.AtFloor, report.HasFlag(MetricReport.AtFloor));
            Assert.Equal((model as AccumulatingModel)?.IsAccumulating ?? false, report.HasFlag(MetricReport.Accumulating));
            Assert.Equal((model as GreedyModel)?.WasReset ?? false, report.HasFlag(MetricReport.Reset));
            if (!report.HasFlag(MetricReport.Reset))
                Assert.Equal((model.Rate < before, model.Rate > before), (report.HasFlag(MetricReport.Reduced), report.HasFlag(MetricReport.Raised)));
        }
    }

    private static Case Plateau(Random random, string dialect, bool relative, double epsilon, Func<PlateauOptions, MetricModel> model)
    {
        bool isScale = dialect == "Optax";
        var o = Options(random, leastPatience: isScale ? 1 : 0) with { IsAbsolute = relative == (random.Next(3) == 0), Epsilon = random.Next(3) == 0 ? 0.01 : epsilon };
        o = o with { Absolute = !o.IsAbsolute && random.Next(2) == 0 ? random.Next(2) * 0.25 + 0.01 : 0 };
        int accumulation = random.Next(3) == 0 ? random.Next(2, 5) : 1;
        string text = $"ReduceOnPlateau({(isScale ? "" : N(o.Rate) + ", ")}factor: {N(o.Factor)}, patience: {o.Patience}, Cooldown = {o.Cooldown}, Threshold = {N(o.Threshold)}"
            + (o.IsMax ? ", Mode = MetricMode.Max" : "") + $", {(isScale ? "FloorRatio" : "Floor")} = {N(o.Floor)}"
            + (o.Absolute > 0 ? $", AbsoluteThreshold = {N(o.Absolute)}" : "") + (accumulation > 1 ? $", AccumulationSize = {accumulation}" : "")
            + (dialect == "PyTorch" && random.Next(2) == 0 ? "" : $", Dialect = PlateauDialect.{dialect}")
            + (o.IsAbsolute == relative ? $", ThresholdMode = ThresholdMode.{(o.IsAbsolute ? "Absolute" : "Relative")}" : "")
            + (o.Epsilon.Equals(epsilon) ? ")" : $", Epsilon = {N(o.Epsilon)})");
        // Optax has no smallest change.
        if (isScale)
            (o, text) = (o with { Epsilon = 0 }, text.Replace(", Epsilon = 0.01", ""));
        else if (dialect == "Keras")
            (o, text) = (o with { Epsilon = 0 }, text.Replace(", Epsilon = 0.01", ""));
        return new Case(isScale ? $"Constant({N(o.Rate)}), {text}" : text, () => accumulation > 1 ? new AccumulatingModel(model(o), accumulation) : model(o));
    }

    private static Case GreedyCase(Random random)
    {
        var o = Options(random, 0) with { IsAbsolute = random.Next(2) == 0 };
        int warmup = random.Next(3), reset = random.Next(1, 4);
        double ceiling = random.Next(2) == 0 ? 1 : o.Rate * 1.5;
        int window = new[] { 1, 1, 2, 3, 9, 50 }[random.Next(6)];
        string text = $"Greedy({N(o.Rate)}, {N(o.Factor)}, {o.Patience}, Cooldown = {o.Cooldown}, CooldownAfterRaise = {warmup}, Threshold = {N(o.Threshold)}"
            + (o.IsMax ? ", Mode = MetricMode.Max" : "") + $", Floor = {N(o.Floor)}, ResetAfter = {reset}" + (window > 1 ? $", Window = {window}" : "")
            + (o.IsAbsolute ? "" : ", ThresholdMode = ThresholdMode.Relative") + (ceiling.Equals(1) ? ")" : $", Ceiling = {N(ceiling)})");
        return new Case(text, () => new GreedyModel(o, warmup, ceiling, reset, window));
    }

    private static Case NewBobCase(Random random)
    {
        var o = Options(random, 0) with { Epsilon = 0 };
        return new Case(
            $"NewBob({N(o.Rate)}, {N(o.Factor)}, {o.Patience}, Threshold = {N(o.Threshold)}, Floor = {N(o.Floor)}{(o.IsMax ? ", Mode = MetricMode.Max" : "")})",
            () => new NewBobModel(o));
    }

    private static PlateauOptions Options(Random random, int leastPatience) => new(
        Rate: random.Next(2) == 0 ? 0.1 : 1,
        Factor: new[] { 0.1, 0.5, 0.95, 1.0 / 3 }[random.Next(4)],
        Patience: random.Next(leastPatience, 4),
        IsMax: random.Next(2) == 0,
        Threshold: new[] { 0, 1e-4, 0.0025, 0.1 }[random.Next(4)],
        IsAbsolute: false,
        Cooldown: random.Next(4),
        Floor: random.Next(2) == 0 ? 0 : 0.03,
        Epsilon: 1e-8);

    private static string N(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Case(string Attributes, Func<MetricModel> Model)
    {
        public MetricStruct Struct { get; init; } = null!;

        public override string ToString() => Attributes;
    }
}
