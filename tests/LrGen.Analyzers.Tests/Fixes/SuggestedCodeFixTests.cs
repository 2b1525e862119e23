using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class SuggestedCodeFixTests
{
    [Fact]
    public Task Assigned_in_place_of_the_call() => VerifyAsync(
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);
            for (long step = 0; step < 100; step++)
            {
                // The rate.
                {|LRG075:Rates.PerStep(step)|}; // of the step
                optimizer.step();
            }
        """,
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);
            for (long step = 0; step < 100; step++)
            {
                // The rate.
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = Rates.PerStep(step); // of the step
                optimizer.step();
            }
        """);

    [Fact]
    public Task Asked_in_the_loop_as_well_as_before_it() => VerifyAsync(
        """
            int group = 3;
            var optimizer = optim.SGD(model.parameters(), {|LRG075:Rates.PerStep(0)|});
            for (int i = 0; i < group; i++)
            {
                optimizer.step();
            }
        """,
        """
            int group = 3;
            var optimizer = optim.SGD(model.parameters(), Rates.PerStep(0));
            for (int i = 0; i < group; i++)
            {
                foreach (var group2 in optimizer.ParamGroups)
                    group2.LearningRate = Rates.PerStep(i);
                optimizer.step();
            }
        """);

    [Fact]
    public Task Moved_into_the_loop_that_the_schedule_counts() => VerifyAsync(
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);
            // The first group.
            optimizer.ParamGroups.First().LearningRate = {|LRG075:Rates.PerEpoch(0)|};

            for (int epoch = 0; epoch < 90; epoch++)
            {
                for (int i = 0; i < 100; i++)
                    optimizer.step();
            }
        """,
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);

            for (int epoch = 0; epoch < 90; epoch++)
            {
                // The first group.
                optimizer.ParamGroups.First().LearningRate = Rates.PerEpoch(epoch);
                for (int i = 0; i < 100; i++)
                    optimizer.step();
            }
        """);

    [Fact]
    public Task Counter_of_a_loop_without_one_of_its_own() => VerifyAsync(
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);
            {|LRG075:Rates.PerStep(0)|};
            long step = 0;
            while (step < 100)
            {
                optimizer.step();
                step++;
            }
        """,
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);
            long step = 0;
            while (step < 100)
            {
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = Rates.PerStep(step);
                optimizer.step();
                step++;
            }
        """);

    [Fact]
    public Task Scheduler_and_cursor_moved_on() => VerifyAsync(
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);
            var scheduler = {|LRG075:optim.lr_scheduler.StepLR(optimizer, 30)|};
            for (int i = 0; i < 100; i++) { optimizer.step(); }
            var second = optim.SGD(model.parameters(), 0.1);
            var rate = new Cursor<Rates.Struct>(0);
            for (int i = 0; i < 100; i++)
            {
                second.ParamGroups.First().LearningRate = {|LRG075:rate.Rate|};
                second.step(); // one more
                Console.WriteLine(i);
            }
        """,
        """
            var optimizer = optim.SGD(model.parameters(), 0.1);
            var scheduler = optim.lr_scheduler.StepLR(optimizer, 30);
            for (int i = 0; i < 100; i++) { optimizer.step(); scheduler.step(); }
            var second = optim.SGD(model.parameters(), 0.1);
            var rate = new Cursor<Rates.Struct>(0);
            for (int i = 0; i < 100; i++)
            {
                second.ParamGroups.First().LearningRate = rate.Rate;
                second.step(); // one more
                rate.Advance();
                Console.WriteLine(i);
            }
        """);

    [Fact]
    public async Task Name_that_is_free_in_top_level_statements()
    {
        const string Source = """
            using LrGen;
            using TorchSharp;
            using static TorchSharp.torch;

            string group = "first";
            var optimizer = optim.SGD(nn.Linear(1, 1).parameters(), 0.1);
            for (long step = 0; step < 100; step++)
            {
                Rates.PerStep(step);
                optimizer.step();
            }

            static partial class Rates
            {
                [CosineDecay(0.1, 100)]
                public static partial double PerStep(long step);
            }
            """;
        var offer = Assert.Single(await FixOffers.ForAsync(new SuggestedCodeFix(), Source));
        var changed = Assert.IsType<Microsoft.CodeAnalysis.CodeActions.ApplyChangesOperation>(Assert.Single(await offer.GetOperationsAsync(default))).ChangedSolution;
        Assert.Contains(
            "foreach (var group2 in optimizer.ParamGroups)\n        group2.LearningRate = Rates.PerStep(step);\n",
            (await changed.Projects.Single().Documents.Single().GetTextAsync()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for (long step = 0; step < 9; step++) { Rates.PerStep(step); a.step(); }", "Assign the rate to 'a'")]
    [InlineData("a.ParamGroups.First().LearningRate = Rates.PerStep(0); for (long step = 0; step < 9; step++) { a.step(); }", "Set the rate in the loop")]
    [InlineData("var s = optim.lr_scheduler.StepLR(a, 3); for (long step = 0; step < 9; step++) { a.step(); }", "Call s.step() after the update")]
    public async Task Titles(string code, string title) => Assert.Equal(
        [title], await FixOffers.TitlesAsync(new SuggestedCodeFix(), Training("var a = optim.SGD(model.parameters(), 0.1); " + code)));

    [Theory]
    // Another optimizer, another rate, another loop.
    [InlineData("var b = optim.SGD(model.parameters(), 0.1); for (long step = 0; step < 9; step++) { Rates.PerStep(step); a.step(); b.step(); }")]
    [InlineData("for (long step = 0; step < 9; step++) { Rates.PerStep(step); a.ParamGroups.First().LearningRate = 0.1; a.step(); }")]
    [InlineData("for (long step = 0; step < 9; step++) { Rates.PerStep(step); Rates.PerEpoch(3); a.step(); }")]
    [InlineData("for (long step = 0; step < 9; step++) Rates.PerStep(step); a.step();")]
    [InlineData("Rates.PerStep(0); for (long step = 0; step < 9; step++) a.step();")]
    [InlineData("if (model.training) { Rates.PerStep(0); } for (long step = 0; step < 9; step++) { a.step(); }")]
    // A step that no loop begins with.
    [InlineData("a.ParamGroups.First().LearningRate = Rates.PerStep(50); for (long step = 0; step < 9; step++) { a.step(); }")]
    // No counter, or one of something else.
    [InlineData("Rates.PerStep(0); foreach (var x in new[] { 1, 2 }) { a.step(); }")]
    [InlineData("Rates.PerStep(0); int n = 0; foreach (var x in new[] { 1, 2 }) { n++; a.step(); }")]
    [InlineData("Rates.PerStep(0); for (long step = 1; step < 9; step++) { a.step(); }")]
    [InlineData("Rates.PerStep(0); for (int epoch = 0; epoch < 9; epoch++) { a.step(); }")]
    [InlineData("Rates.PerStep(0); for (int epoch = 0; epoch < 9; epoch++) { for (int i = 0; i < 9; i++) { a.step(); } }")]
    [InlineData("Rates.PerEpoch(0); for (long step = 0; step < 9; step++) { a.step(); }")]
    // What is moved on with a metric, or once in a loop of two.
    [InlineData("var s = optim.lr_scheduler.ReduceLROnPlateau(a); for (long step = 0; step < 9; step++) { a.step(); }")]
    [InlineData("var s = optim.lr_scheduler.StepLR(a, 3); for (int epoch = 0; epoch < 9; epoch++) { for (int i = 0; i < 9; i++) { a.step(); } }")]
    public async Task Nothing_where_there_is_a_choice(string code)
    {
        string source = Training("var a = optim.SGD(model.parameters(), 0.1); " + code);
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        Assert.Contains(await Consumer.AnalyzeAsync(completed), d => d.Id == "LRG075");
        Assert.Empty(await FixOffers.TitlesAsync(new SuggestedCodeFix(), source));
    }

    private static Task VerifyAsync(string body, string expected) => FixRun<SuggestedCodeFix>.VerifyOnlyAsync("LRG075", Training(body), Training(expected));

    private static string Training(string body) => $$"""
        using System;
        using System.Linq;
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Rates
        {
            [CosineDecay(0.1, 100)]
            public static partial double PerStep(long step);

            [StepDecay(0.1, 30, 0.5)]
            public static partial double PerEpoch(int epoch);

            [CosineDecay(0.1, 100)]
            public readonly partial struct Struct;
        }

        static class Program
        {
            static void Train(nn.Module<Tensor, Tensor> model)
            {
            {{body}}
            }
        }
        """;
}
