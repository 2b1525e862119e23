using System.Text.Json;
using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>What structs that metrics drive are beside their numbers: fresh by default, saved as they are, free, and part of schedules.</summary>
public sealed class MetricStateTests
{
    private static readonly double[] s_metrics = [1, 0.9, double.NaN, 0.9, 0.9, 0.8, 0.8, double.PositiveInfinity, 0.8, 0.8, 0.8, 0.7, 0.8, 0.9, 0.9, 0.9, 0.9];

    [Theory]
    [InlineData("ReduceOnPlateau(0.1, 0.5, 1, Cooldown = 1)")]
    [InlineData("Greedy(0.1, 0.5, 1, Floor = 0.02, ResetAfter = 1, Cooldown = 1)")]
    [InlineData("NewBob(0.1, 0.5, 1)")]
    [InlineData("Greedy(0.1, 0.5, 0, Floor = 0.02, ResetAfter = 1, Window = 4)")]
    [InlineData("ReduceOnPlateau(0.1, 0.5, 0, AccumulationSize = 3, AbsoluteThreshold = 0.01)")]
    [InlineData("ReduceOnPlateau(factor: 0.5, patience: 0, AccumulationSize = 2), Constant(0.1)")]
    [InlineData("ReduceOnPlateau(factor: 0.5, patience: 1), CosineDecay(0.1, 100)")]
    [InlineData("Greedy(factor: 0.5, patience: 0, FloorRatio = 0.1), Constant(0.1)")]
    public void A_training_that_was_killed_goes_on_as_if_it_was_not(string attributes)
    {
        var fresh = MetricStruct.Compile(attributes);
        Assert.Equal(0.1, fresh.Rate);
        Assert.True(Run(fresh.Fresh()).Distinct().Count() > 2);
        for (int kill = 0; kill <= s_metrics.Length; kill++)
        {
            var first = fresh.Fresh();
            foreach (double metric in s_metrics[..kill])
                first.Report(metric);
            var second = fresh.Fresh();
            second.Load(first.Save());
            foreach (double metric in s_metrics[kill..])
            {
                Assert.Equal(first.Report(metric), second.Report(metric));
                Assert.Equal(first.Rate, second.Rate);
            }
        }
    }

    [Fact]
    public void The_saved_state_is_plain_numbers()
    {
        var plateau = MetricStruct.Compile("ReduceOnPlateau(0.1, 0.5, 1)");
        Assert.Equal("""{"Changes":0,"ChangedRate":0,"HasBest":false,"Best":0,"BadReports":0,"CooldownLeft":0}""", plateau.Save());
        Run(plateau);
        Assert.All(JsonDocument.Parse(plateau.Save()).RootElement.EnumerateObject(), p => Assert.NotEqual(JsonValueKind.String, p.Value.ValueKind));
        // Length is infinite here, which JSON has no number for.
        Assert.DoesNotContain("Length", MetricStruct.Compile("ReduceOnPlateau, StepDecay(0.1, 10, 0.5)").Save());
    }

    [Theory]
    [InlineData("Greedy(0.1)", "Recent")]
    [InlineData("ReduceOnPlateau(0.1)", "Accumulated")]
    public void Means_add_state_only_where_they_are_asked_for(string attributes, string name)
    {
        string option = name == "Recent" ? "Window" : "AccumulationSize";
        Assert.DoesNotContain(name, MetricStruct.Compile(attributes).Save());
        Assert.DoesNotContain(name, MetricStruct.Compile(attributes.Replace(")", $", {option} = 1)")).Save());
        Assert.Contains(name, MetricStruct.Compile(attributes.Replace(")", $", {option} = 2)")).Save());
    }

    [Fact]
    public void A_window_keeps_its_metrics_as_numbers()
    {
        var greedy = MetricStruct.Compile("Greedy(0.1, patience: 20, Window = 3)");
        Assert.EndsWith("\"RecentReports\":0,\"Recent1\":0,\"Recent2\":0,\"Recent3\":0}", greedy.Save());
        foreach (double metric in new[] { 1, 2, double.NaN, 3, 4 })
            greedy.Report(metric);
        Assert.EndsWith("\"RecentReports\":3,\"Recent1\":4,\"Recent2\":3,\"Recent3\":2}", greedy.Save());
        Assert.Equal(1.0, greedy["Best"]);
        // The mean falls from 3 to 2 and then below the best of 1, though the last metric is far from that.
        Assert.Equal(MetricReport.None, greedy.Report(-1));
        Assert.Equal(MetricReport.Improved, greedy.Report(-2));
    }

    [Fact]
    public void A_window_is_empty_after_starting_again()
    {
        var greedy = MetricStruct.Compile("Greedy(0.1, 0.5, 0, Floor = 0.1, ResetAfter = 1, Window = 2)");
        greedy.Report(1);
        Assert.True(greedy.Report(1).HasFlag(MetricReport.Reset));
        Assert.Equal(MetricStruct.Compile("Greedy(0.1, 0.5, 0, Floor = 0.1, ResetAfter = 1, Window = 2)").Save(), greedy.Save());
    }

    [Fact]
    public void Reports_are_judged_when_enough_have_come()
    {
        var plateau = MetricStruct.Compile("ReduceOnPlateau(0.1, 0.5, 0, AccumulationSize = 3)");
        MetricReport[] reports = [.. new[] { 3, 1, 2, 2, double.NaN, 1, 1, 1, 1 }.Select(plateau.Report)];
        Assert.Equal(
            [
                MetricReport.Accumulating, MetricReport.Accumulating, MetricReport.Improved,
                // A mean with NaN in it is bad, whatever else is in it; the next one is judged by itself.
                MetricReport.Accumulating, MetricReport.Accumulating | MetricReport.NotFinite, MetricReport.Reduced,
                MetricReport.Accumulating, MetricReport.Accumulating, MetricReport.Improved,
            ],
            reports);
        Assert.Equal((0.05, 1.0), (plateau.Rate, plateau["Best"]));
    }

    [Fact]
    public void Both_thresholds_are_taken_off()
    {
        foreach (string mode in new[] { "Min", "Max" })
        {
            foreach (double best in new[] { 2.0, -2.0 })
            {
                var plateau = MetricStruct.Compile($"ReduceOnPlateau(1, Mode = MetricMode.{mode}, Threshold = 0.125, AbsoluteThreshold = 0.5)");
                double sign = mode == "Min" ? -1 : 1;
                plateau.Report(best);
                Assert.Equal(MetricReport.None, plateau.Report(best + sign * 0.75));
                Assert.Equal(MetricReport.Improved, plateau.Report(best + sign * 0.7500001));
            }
        }
    }

    [Fact]
    public void Nothing_but_numbers_is_ever_kept()
    {
        foreach (var driven in MetricStruct.Compile(["ReduceOnPlateau(0.1, 0.1, 0, Epsilon = 0)", "ReduceOnPlateau(0.1, 0.1, 0, AccumulationSize = 4)", "Greedy(0.1, Window = 5)", "Greedy(1e300, 1e-5, 0, Ceiling = 1e308)", "NewBob(0.1, 1e-300)"]))
        {
            for (int i = 0; i < 2_000; i++)
            {
                driven.Report(i % 3 == 0 ? double.MaxValue : i % 3 == 1 ? double.MinValue : double.NegativeInfinity);
                // Serialization throws where there is an infinity.
                Assert.NotEmpty(driven.Save());
                Assert.True(double.IsFinite(driven.Rate));
            }
        }
    }

    [Fact]
    public void A_flat_negative_metric_is_no_improvement()
    {
        foreach (string mode in new[] { "Min", "Max" })
        {
            var plateau = MetricStruct.Compile($"ReduceOnPlateau(1, 0.5, 2, Mode = MetricMode.{mode})");
            Assert.Equal(MetricReport.Improved, plateau.Report(-1.01));
            for (int i = 0; i < 3; i++)
                Assert.False(plateau.Report(-1.01).HasFlag(MetricReport.Improved));
            Assert.Equal(0.5, plateau.Rate);
        }
    }

    [Fact]
    public void Reports_say_what_happened()
    {
        var plateau = MetricStruct.Compile("ReduceOnPlateau(0.1, factor: 0.05, patience: 0, Cooldown = 1, Floor = 0.01)");
        Assert.Equal(MetricReport.Improved, plateau.Report(1));
        Assert.Equal(MetricReport.NotFinite | MetricReport.Reduced | MetricReport.AtFloor, plateau.Report(double.NaN));
        Assert.Equal(MetricReport.CoolingDown | MetricReport.AtFloor, plateau.Report(1));
        Assert.Equal(MetricReport.Improved | MetricReport.AtFloor, plateau.Report(0.5));
        Assert.Equal(0.01, plateau.Rate);
        Assert.Equal(1, plateau["Changes"]);
    }

    [Theory]
    [InlineData("CosineDecay(0.1, 100)")]
    [InlineData("Warmup(10), CosineDecay(0.1, 100, Floor = 0.01)")]
    [InlineData("StepDecay(0.1, 10, 0.5)")]
    [InlineData("Constant(0.3)")]
    [InlineData("LinearDecay(0.1, 0.3, 50, AfterEnd = AfterEnd.Oscillate)")]
    public void The_factor_multiplies_a_schedule(string attributes)
    {
        var driven = MetricStruct.Compile("ReduceOnPlateau(factor: 0.3, patience: 0), " + attributes);
        var alone = ScheduleBatch.Compile(attributes).Struct;
        double scale = 1;
        for (int i = 0; i < 4; i++, scale *= 0.3)
        {
            Assert.Equal(scale, driven["Scale"]);
            var rates = new double[300];
            driven.Schedule.Fill(rates, -5);
            for (int t = -5; t < 295; t++)
            {
                Assert.Equal(alone.At(t) * scale, driven.Schedule.At(t));
                Assert.Equal(driven.Schedule.At(t), rates[t + 5]);
            }

            Assert.Equal(alone.Length, driven.Schedule.Length);
            Assert.Equal((alone.First * scale, alone.Peak * scale, alone.Last * scale), (driven.Schedule.First, driven.Schedule.Peak, driven.Schedule.Last));
            driven.Report(1);
            if (i == 0)
                driven.Report(1);
        }
    }

    [Fact]
    public void Only_the_rate_is_scaled_beside_other_quantities()
    {
        var driven = MetricStruct.Compile("ReduceOnPlateau(factor: 0.5, patience: 0), Constant(0.1), Constant(0.9, Quantity = Quantity.Momentum)");
        driven.Report(1);
        driven.Report(1);
        var quantities = (IHyperparameterSchedule)driven.Schedule;
        Assert.Equal((0.05, 0.9), (quantities.At(Quantity.LearningRate, 3), quantities.At(Quantity.Momentum, 3)));
    }

    [Theory]
    [InlineData("public partial record struct S(double InitialRate, double Factor, int Patience, double Floor);")]
    [InlineData("public partial struct S(double initialRate, double factor, int patience, double floor);")]
    [InlineData("public partial struct S { public double InitialRate { get; set; } public double Factor { get; set; } private readonly long _patience; public float Floor; public S(double r, double f, int p, double l) { InitialRate = r; Factor = f; _patience = p; Floor = (float)l; } }")]
    public void Values_come_from_parameters_properties_and_fields(string declaration)
    {
        var type = Generated.From("[ReduceOnPlateau(Threshold = 0)] " + declaration).Load().GetType("S")!;
        var plateau = new MetricStruct(Activator.CreateInstance(type, 1.0, 0.5, 1, 0.25)!);
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25], Enumerable.Range(0, 8).Select(i => { double rate = plateau.Rate; plateau.Report(1); return rate; }));
    }

    [Fact]
    public void Properties_with_values_are_saved_with_the_state()
    {
        var type = Generated.From("[ReduceOnPlateau] public partial record struct S(double InitialRate, double Factor, int Patience);").Load().GetType("S")!;
        var plateau = new MetricStruct(Activator.CreateInstance(type, 1.0, 0.5, 1)!);
        Assert.Contains("\"InitialRate\":1,\"Factor\":0.5,\"Patience\":1", plateau.Save());
        Run(plateau);
        Assert.Equal(plateau.Rate, plateau.Copy().Rate);
    }

    [Theory]
    [InlineData("ReduceOnPlateau", "InitialRate", 0.0)]
    [InlineData("ReduceOnPlateau", "InitialRate", double.NaN)]
    [InlineData("ReduceOnPlateau(0.1)", "Factor", -1.0)]
    [InlineData("ReduceOnPlateau(0.1)", "Patience", -1)]
    [InlineData("ReduceOnPlateau(0.1)", "Patience", 1.5)]
    [InlineData("ReduceOnPlateau(0.1)", "Patience", long.MaxValue)]
    [InlineData("ReduceOnPlateau(0.1, PatienceRule = PatienceRule.Exactly)", "Patience", 0)]
    [InlineData("ReduceOnPlateau(0.1)", "Cooldown", double.PositiveInfinity)]
    [InlineData("ReduceOnPlateau(0.1)", "Threshold", -1.0)]
    [InlineData("ReduceOnPlateau(0.1)", "AbsoluteThreshold", -1.0)]
    [InlineData("ReduceOnPlateau(0.1)", "AbsoluteThreshold", double.PositiveInfinity)]
    [InlineData("ReduceOnPlateau(0.1)", "Epsilon", double.NaN)]
    [InlineData("ReduceOnPlateau(0.1)", "Floor", 0.2)]
    [InlineData("ReduceOnPlateau, Constant(0.1)", "FloorRatio", 2.0)]
    [InlineData("Greedy(0.1)", "Ceiling", 0.05)]
    [InlineData("Greedy(0.1)", "Ceiling", double.PositiveInfinity)]
    [InlineData("Greedy(0.1)", "ResetAfter", 0)]
    [InlineData("NewBob(0.1)", "Threshold", double.NaN)]
    public void A_broken_value_is_refused_by_name(string attributes, string name, object value)
    {
        string type = value is double ? "double" : value is long ? "long" : "int";
        var driven = new MetricStruct(Activator.CreateInstance(
            Generated.From($"[{attributes}] public partial record struct S({type} {name});").Load().GetType("S")!, value)!);
        Action[] members = attributes.Contains("Constant") ? [() => driven.Report(1)] : [() => driven.Report(1), () => _ = driven.Rate];
        foreach (var member in members)
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>(member);
            Assert.Equal((name, value), (exception.ParamName, exception.ActualValue));
        }
    }

    [Theory]
    [InlineData(9, "public partial struct S { public double Factor { get; set; } public S(double factor) : this() { Factor = factor; } }")]
    [InlineData(10, "public partial record struct S(double Factor);")]
    [InlineData(10, "public partial struct S { public double Factor { get; set; } public S(double factor) { Factor = factor; } }")]
    [InlineData(11, "public partial struct S { public double Factor { get; set; } public S(double factor) { Factor = factor; } }")]
    public void Old_compilers_take_constructors(int language, string declaration) => Generated.From(
        "[ReduceOnPlateau(0.1)] " + declaration,
        new ConsumerOptions { Language = (Microsoft.CodeAnalysis.CSharp.LanguageVersion)(language * 100) }).AssertClean();

    [Fact]
    public void Reports_allocate_nothing()
    {
        var driven = MetricStruct.Compile(["ReduceOnPlateau(0.1, AccumulationSize = 2)", "Greedy(0.1, Window = 7)", "NewBob(0.1)", "ReduceOnPlateau, CosineDecay(0.1, 100)"]);
        double sum = 0;
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);

        void Run()
        {
            for (int i = 0; i < driven.Count; i++)
            {
                for (int metric = 0; metric < 100; metric++)
                {
                    driven[i].Report(metric % 7);
                    sum += driven[i].Rate;
                }
            }
        }
    }

    private static List<double> Run(MetricStruct driven) => [.. s_metrics.Select(m => { driven.Report(m); return driven.Rate; })];
}
