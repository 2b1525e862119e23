using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public partial class UsageFixTests
{
    [Fact]
    public Task Divisions_everywhere() => FixRun<DivideDoublesFix>.VerifyAsync(
        Rates("CosineDecay(0.1 * ({|LRG012:Batch / 256|}), 100, Floor = {|LRG012:1 / 1_000|} /* low */)", """
            update(Rates.Rate(0) * ({|LRG012:batch / 256|}));
            update(Rates.Rate(0) * ({|LRG012:batch /* size */ / devices|}));
            update(Rates.Rate(0) * ({|LRG012:batch * 2 / devices|}));
            update(Rates.Rate(0) * ({|LRG012:1_000 / devices|}));
            """),
        Rates("CosineDecay(0.1 * (Batch / 256.0), 100, Floor = 1 / 1_000.0 /* low */)", """
            update(Rates.Rate(0) * (batch / 256.0));
            update(Rates.Rate(0) * ((double)batch /* size */ / devices));
            update(Rates.Rate(0) * ((double)(batch * 2) / devices));
            update(Rates.Rate(0) * (1_000.0 / devices));
            """));

    [Fact]
    public async Task A_rate_in_an_integer_has_no_fix() => Assert.Empty(await TitlesAsync(new DivideDoublesFix(), "CosineDecay(0.1, 100)", "int rate = (int)Rates.Rate(0);\nupdate(rate);"));

    [Fact]
    public Task Scaled_once() => FixRun<ScaleOnceFix>.VerifyAsync(
        Rates("BatchScale(1_024), CosineDecay(0.1, 100)", """
            update({|LRG061:Rates.Rate(0) * batch / 256|});
            update({|LRG061:devices * Rates.Rate(1)|}); // once
            """),
        Rates("BatchScale(1_024), CosineDecay(0.1, 100)", """
            update(Rates.Rate(0));
            update(Rates.Rate(1)); // once
            """));

    [Fact]
    public async Task Another_factor_is_nothing_to_drop() => Assert.Empty(await TitlesAsync(
        new ScaleOnceFix(), "BatchScale(1_024), CosineDecay(0.1, 100)", "double trial = 2;\nupdate(Rates.Rate(0) * batch * trial);"));

    [Fact]
    public Task Moved_before_the_step() => FixRun<MoveBesideStepFix>.VerifyAsync(
        Torch("""
            for (long step = 0; step < 100; step++)
            {
                optimizer.zero_grad();
                optimizer.step();
                // The rate.
                foreach (var group in optimizer.ParamGroups)
                    {|LRG072:group.LearningRate = Rates.Rate(step)|};
            }
            """),
        Torch("""
            for (long step = 0; step < 100; step++)
            {
                optimizer.zero_grad();
                // The rate.
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = Rates.Rate(step);
                optimizer.step();
            }
            """));

    [Fact]
    public Task Schedulers_moved_after_the_step_in_two_loops() => FixRun<MoveBesideStepFix>.VerifyOnlyAsync(
        "LRG072",
        Torch("""
            var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
            for (int epoch = 0; epoch < 90; epoch++)
            {
                {|LRG072:scheduler.step()|};
                optimizer.zero_grad();
                optimizer.step();
            }
            for (int epoch = 0; epoch < 90; epoch++)
            {
                {|LRG072:scheduler.step()|};
                optimizer.step();
                Console.WriteLine(epoch);
            }
            """),
        Torch("""
            var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
            for (int epoch = 0; epoch < 90; epoch++)
            {
                optimizer.zero_grad();
                optimizer.step();
                scheduler.step();
            }
            for (int epoch = 0; epoch < 90; epoch++)
            {
                optimizer.step();
                scheduler.step();
                Console.WriteLine(epoch);
            }
            """));

    [Fact]
    public Task Mode_of_declarations() => FixRun<FlipModeFix>.VerifyAsync(
        """
        using LrGen;

        [ReduceOnPlateau(0.1)]
        partial struct Plain;

        [ReduceOnPlateau(0.1, Mode = /* higher */ MetricMode.Max)]
        partial struct Highest;

        static class Program
        {
            static void Validate(ref Plain plain, ref Highest highest, double accuracy, double loss)
            {
                plain.Report({|LRG082:accuracy|});
                plain.Report({|LRG082:accuracy|});
                highest.Report({|LRG082:loss|});
            }
        }
        """,
        """
        using LrGen;

        [ReduceOnPlateau(0.1, Mode = MetricMode.Max)]
        partial struct Plain;

        [ReduceOnPlateau(0.1, Mode = /* higher */ MetricMode.Min)]
        partial struct Highest;

        static class Program
        {
            static void Validate(ref Plain plain, ref Highest highest, double accuracy, double loss)
            {
                plain.Report(accuracy);
                plain.Report(accuracy);
                highest.Report(loss);
            }
        }
        """);

    [Fact]
    public Task Mode_of_TorchSharp() => FixRun<FlipModeFix>.VerifyAsync(
        Torch("""
            double accuracy = 0.5, loss = 1;
            var a = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
            a.step({|LRG082:accuracy|});
            var b = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max", factor: 0.5);
            b.step({|LRG082:loss|});
            """),
        Torch("""
            double accuracy = 0.5, loss = 1;
            var a = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode: "max");
            a.step(accuracy);
            var b = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "min", factor: 0.5);
            b.step(loss);
            """));

    [Fact]
    public Task First_rate_asked_from_the_schedule() => FixRun<AskFirstRateFix>.VerifyAsync(
        Torch("""
            var other = torch.optim.SGD(model.parameters(), momentum: 0.9, learningRate: {|LRG078:5e-2|} /* half */);
            for (long step = 0; step < 100; step++)
            {
                optimizer.ParamGroups.First().LearningRate = Rates.Rate(step);
                other.ParamGroups.First().LearningRate = Rates.Rate(step);
                optimizer.step();
                other.step();
            }
            """, "{|LRG078:0.01|}"),
        Torch("""
            var other = torch.optim.SGD(model.parameters(), momentum: 0.9, learningRate: Rates.Rate(0) /* half */);
            for (long step = 0; step < 100; step++)
            {
                optimizer.ParamGroups.First().LearningRate = Rates.Rate(step);
                other.ParamGroups.First().LearningRate = Rates.Rate(step);
                optimizer.step();
                other.step();
            }
            """, "Rates.Rate(0)"));

    [Theory]
    [InlineData("const double rate = 0.01;", "rate", "Rates.Rate(step)")]
    [InlineData("", "0.01", "new Rates.Struct().At(step)")]
    public Task No_first_rate_where_another_is_not_plain_to_ask(string before, string rate, string asked) => AssertNoneAsync<AskFirstRateFix>("LRG078", Torch($$"""
            {{before}}
            var other = torch.optim.SGD(model.parameters(), {{rate}});
            for (long step = 0; step < 100; step++)
            {
                other.ParamGroups.First().LearningRate = {{asked}};
                other.step();
            }
        """));

    [Fact]
    public Task Rate_of_one_where_the_factor_is_the_rate() => FixRun<RateOfOneFix>.VerifyOnlyAsync(
        "LRG077",
        Torch("""
            var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, t => {|LRG077:Rates.Rate(t)|});
            var other = torch.optim.Adam(model.parameters(), lr: /* high */ 1e-3, 0.9);
            var second = torch.optim.lr_scheduler.LambdaLR(other, t => {|LRG077:Rates.Rate(t)|});
            """),
        Torch("""
            var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, t => Rates.Rate(t));
            var other = torch.optim.Adam(model.parameters(), lr: /* high */ 1.0, 0.9);
            var second = torch.optim.lr_scheduler.LambdaLR(other, t => Rates.Rate(t));
            """, "1.0"));

    [Theory]
    [InlineData("var optimizer = torch.optim.Adam(model.parameters());", "LambdaLR", "")]
    [InlineData("const double rate = 0.1; var optimizer = torch.optim.SGD(model.parameters(), rate);", "LambdaLR", "")]
    [InlineData("var optimizer = torch.optim.SGD(model.parameters(), 0.1);", "MultiplicativeLR", "")]
    [InlineData("var optimizer = torch.optim.SGD(model.parameters(), 0.1);", "LambdaLR", "var other = torch.optim.lr_scheduler.StepLR(optimizer, 30);")]
    public Task No_rate_of_one_where_it_is_more_than_a_literal(string made, string kind, string more) => AssertNoneAsync<RateOfOneFix>("LRG077", Torch($$"""
            var scheduler = torch.optim.lr_scheduler.{{kind}}(optimizer, t => Rates.Rate(t));
            {{more}}
            """).Replace("var optimizer = torch.optim.SGD(model.parameters(), 0.1);", made, StringComparison.Ordinal));

    [Fact]
    public Task Set_after_the_load() => FixRun<SetAfterLoadFix>.VerifyOnlyAsync(
        "LRG079",
        Torch("""
            // A lower rate.
            foreach (var group in optimizer.ParamGroups)
            {
                {|LRG079:group.LearningRate = 0.001|};
            }
            var other = torch.optim.SGD(model.parameters(), 0.1);
            {|LRG079:other.ParamGroups.First().LearningRate = 0.01|};
            optimizer.load_state_dict("optimizer.dat");
            other.load_state_dict("other.dat");
            optimizer.step();
            """),
        Torch("""
            var other = torch.optim.SGD(model.parameters(), 0.1);
            optimizer.load_state_dict("optimizer.dat");
            // A lower rate.
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = 0.001;
            }
            other.load_state_dict("other.dat");
            other.ParamGroups.First().LearningRate = 0.01;
            optimizer.step();
            """));

    [Theory]
    // The load is in another block.
    [InlineData("optimizer.ParamGroups.First().LearningRate = rate;", "if (rate > 0) { optimizer.load_state_dict(path); }")]
    [InlineData("optimizer.ParamGroups.First().LearningRate = rate;", "if (rate > 0) return; optimizer.load_state_dict(path);")]
    [InlineData("optimizer.ParamGroups.First().LearningRate = rate;", "rate /= 2; optimizer.load_state_dict(path);")]
    [InlineData("foreach (var group in optimizer.ParamGroups) { group.LearningRate = rate; Console.WriteLine(rate); }", "optimizer.load_state_dict(path);")]
    [InlineData("optimizer.ParamGroups.First().LearningRate = rate; optimizer.ParamGroups.First().LearningRate = 2 * rate;", "optimizer.load_state_dict(path);")]
    [InlineData("double first = optimizer.ParamGroups.First().LearningRate = rate;", "optimizer.load_state_dict(path);")]
    public Task Not_set_after_a_load_that_is_not_just_below(string set, string load) => AssertNoneAsync<SetAfterLoadFix>("LRG079", Torch($$"""
            double rate = 0.01;
            string path = "optimizer.dat";
            {{set}}
            {{load}}
            """));

    [Fact]
    public Task Reported_after_the_loop() => FixRun<ReportPerEpochFix>.VerifyOnlyAsync(
        "LRG081",
        Torch("""
            var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
            for (int epoch = 0; epoch < 90; epoch++)
            {
                double total = 0;
                for (int i = 0; i < 100; i++)
                {
                    optimizer.step();
                    total += i;

                    // The mean.
                    {|LRG081:plateau.step(
                        total / 100)|};
                }
                Console.WriteLine(total);
            }
            for (int epoch = 0; epoch < 90; epoch++)
            {
                foreach (var (a, b) in new[] { (1, 2) })
                {
                    {|LRG081:plateau.step(Validate(model))|}; // once
                    optimizer.step();
                }
            }
            """),
        Torch("""
            var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
            for (int epoch = 0; epoch < 90; epoch++)
            {
                double total = 0;
                for (int i = 0; i < 100; i++)
                {
                    optimizer.step();
                    total += i;
                }

                // The mean.
                plateau.step(
                    total / 100);
                Console.WriteLine(total);
            }
            for (int epoch = 0; epoch < 90; epoch++)
            {
                foreach (var (a, b) in new[] { (1, 2) })
                {
                    optimizer.step();
                }
                plateau.step(Validate(model)); // once
            }
            """));

    [Theory]
    [InlineData("double loss = i;", "plateau.step(loss);")]
    [InlineData("last = i;", "plateau.step(last);")]
    [InlineData("", "plateau.step(i);")]
    [InlineData("", "{ plateau.step(Validate(model)); }")]
    public Task Not_reported_after_the_loop_where_the_metric_is_of_a_batch(string before, string report) => AssertNoneAsync<ReportPerEpochFix>("LRG081", Torch($$"""
            var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
            for (int epoch = 0; epoch < 90; epoch++)
            {
                double last;
                for (int i = 0; i < 100; i++)
                {
                    {{before}}
                    optimizer.step();
                    {{report}}
                }
            }
            """));

    [Fact]
    public Task Divided_losses() => FixRun<DivideLossFix>.VerifyOnlyAsync(
        "LRG063",
        Torch("""
            const int every = 4;
            for (int i = 1; i <= 100; i++)
            {
                {|LRG063:nn.functional.cross_entropy(model.call(x), x)
                    .backward()|}; // adds up
                if (i % every == 0)
                {
                    optimizer.step();
                    optimizer.zero_grad();
                }
            }
            for (int i = 0; i < 100; i++)
            {
                optimizer.zero_grad();
                for (int k = 0; k < accumulation; k++)
                {
                    var loss = nn.functional.cross_entropy(model.call(x), x);
                    {|LRG063:loss.backward()|};
                }
                optimizer.step();
            }
            """),
        Torch("""
            const int every = 4;
            for (int i = 1; i <= 100; i++)
            {
                (nn.functional.cross_entropy(model.call(x), x) / every)
                    .backward(); // adds up
                if (i % every == 0)
                {
                    optimizer.step();
                    optimizer.zero_grad();
                }
            }
            for (int i = 0; i < 100; i++)
            {
                optimizer.zero_grad();
                for (int k = 0; k < accumulation; k++)
                {
                    var loss = nn.functional.cross_entropy(model.call(x), x);
                    (loss / accumulation).backward();
                }
                optimizer.step();
            }
            """));

    [Theory]
    // The number is declared below the call, and in a type that no tensor is divided by.
    [InlineData("", "int every = 4;")]
    [InlineData("uint every = 4;", "")]
    public Task Not_divided_by_what_is_not_known_there(string before, string after) => AssertNoneAsync<DivideLossFix>("LRG063", Torch($$"""
            for (int i = 1; i <= 100; i++)
            {
                {{before}}
                nn.functional.cross_entropy(model.call(x), x).backward();
                {{after}}
                if (i % every == 0)
                {
                    optimizer.step();
                    optimizer.zero_grad();
                }
            }
            """));

    [Fact]
    public Task Step_instead_of_the_epoch() => FixRun<PassStepFix>.VerifyAsync(
        Rates("CosineDecay(0.1, 1_000)", """
            int stepsPerEpoch = 10;
            for (int epoch = 0; epoch < 90; epoch++)
            {
                for (int i = 0; i < batch; i++)
                    update(Rates.Rate({|LRG070:epoch|}));
                for (long i = 0; i < stepsPerEpoch; i++)
                    update(Rates.Rate(step: {|LRG070:epoch|} /* so far */));
                for (int i = 0; i < batch / devices; i++)
                    update(Rates.Rate({|LRG070:epoch|}));
                for (int i = 0; i < 50; i++)
                    update(Rates.Rate({|LRG070:epoch|}));
            }
            """),
        Rates("CosineDecay(0.1, 1_000)", """
            int stepsPerEpoch = 10;
            for (int epoch = 0; epoch < 90; epoch++)
            {
                for (int i = 0; i < batch; i++)
                    update(Rates.Rate(epoch * batch + i));
                for (long i = 0; i < stepsPerEpoch; i++)
                    update(Rates.Rate(step: epoch * stepsPerEpoch + i /* so far */));
                for (int i = 0; i < batch / devices; i++)
                    update(Rates.Rate(epoch * stepsPerEpoch + i));
                for (int i = 0; i < 50; i++)
                    update(Rates.Rate(epoch * 50 + i));
            }
            """));

    [Theory]
    [InlineData("for (int epoch = 0; epoch < 90; epoch++) update(Rates.Rate(epoch));")]
    [InlineData("for (int epoch = 1; epoch < 90; epoch++) for (int i = 0; i < batch; i++) update(Rates.Rate(epoch));")]
    [InlineData("for (int epoch = 0; epoch < 90; epoch++) for (int i = 1; i <= batch; i++) update(Rates.Rate(epoch));")]
    [InlineData("for (int epoch = 0; epoch < 90; epoch++) for (int i = 0; i < batch / devices; i++) update(Rates.Rate(epoch));")]
    [InlineData("for (int epoch = 0; epoch < 90; epoch++) for (int i = 0; i < batch; i++) update(Rates.Rate(epoch + 1));")]
    [InlineData("for (int epoch = 0; epoch < 90; epoch++) foreach (int i in new[] { 1 }) update(Rates.Rate(epoch));")]
    public Task No_step_where_two_loops_do_not_count_it(string body) => AssertNoneAsync<PassStepFix>("LRG070", Rates("CosineDecay(0.1, 1_000)", body));

    /// <summary>Asserts that a rule reports something in a source, and that its fix offers nothing.</summary>
    private static async Task AssertNoneAsync<TFix>(string id, string source)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
    {
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        Assert.Contains(await Consumer.AnalyzeAsync(completed), d => d.Id == id);
        Assert.Empty(await FixOffers.TitlesAsync(new TFix(), source));
    }

    private static async Task<IEnumerable<string>> TitlesAsync(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider fix, string attributes, string body)
    {
        string source = Rates(attributes, body);
        return await FixOffers.TitlesAsync(fix, source);
    }

    private static string Rates(string attributes, string body) => $$"""
        using System;
        using LrGen;

        static partial class Rates
        {
            private const int Batch = 384;

            [{{attributes}}]
            public static partial double Rate(long step);
        }

        static class Program
        {
            static void Train(int batch, int devices, Action<double> update)
            {
        {{body}}
            }
        }
        """;

    private static string Torch(string body, string rate = "0.1") => $$"""
        using System;
        using System.Linq;
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Rates
        {
            [CosineDecay(0.1, 100)]
            public static partial double Rate(long step);

            [CosineDecay(0.1, 100)]
            public readonly partial struct Struct;

            [ReduceOnPlateau(0.1)]
            public partial struct Plateau;
        }

        static class Program
        {
            static double Validate(nn.Module<Tensor, Tensor> model) => 0;

            static void Train(nn.Module<Tensor, Tensor> model, Tensor x, int accumulation)
            {
                var optimizer = torch.optim.SGD(model.parameters(), {{rate}});
        {{body}}
            }
        }
        """;
}
