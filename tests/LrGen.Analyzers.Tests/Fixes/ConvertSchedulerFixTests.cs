using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class ConvertSchedulerFixTests
{
    [Fact]
    public Task Counter_and_assignment_stand_for_the_scheduler() => VerifyAsync(
        """
        using TorchSharp;
        using static TorchSharp.torch;

        static class Training
        {
            // Trains.
            public static void Run(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.1);
                // As in the paper.
                var scheduler = {|LRG101:optim.lr_scheduler.StepLR(optimizer, 30, 0.5)|}; // every 30
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step(); // moves on
                }
            }

            public static void Other() { }
        }
        """,
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Training
        {
            // Trains.
            public static void Run(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.1);
                // As in the paper.
                long rateStep = 0; // every 30
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = LearningRate(rateStep); // moves on
                }
            }

            [StepDecay(0.1, every: 30, factor: 0.5)]
            private static partial double LearningRate(long step);

            public static void Other() { }
        }
        """);

    [Fact]
    public Task First_rate_is_set_where_it_is_another_and_names_are_free() => VerifyAsync(
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Training
        {
            private static double LearningRate => 1;

            public static void Warm(nn.Module<Tensor, Tensor> model, int group)
            {
                var optimizer = optim.Adam(model.parameters(), 0.01);
                var scheduler = {|LRG101:optim.lr_scheduler.LinearLR(optimizer, 0.25, 1.0, 10)|};
                while (group-- > 0)
                {
                    optimizer.step();
                    scheduler.step();
                }
            }
        }
        """,
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Training
        {
            private static double LearningRate => 1;

            public static void Warm(nn.Module<Tensor, Tensor> model, int group)
            {
                var optimizer = optim.Adam(model.parameters(), 0.01);
                long rateStep = 0;
                foreach (var group2 in optimizer.ParamGroups)
                    group2.LearningRate = LearningRate2(rateStep);
                while (group-- > 0)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group2 in optimizer.ParamGroups)
                        group2.LearningRate = LearningRate2(rateStep);
                }
            }

            [Warmup(10, FromRatio = 0.25), Constant(0.01)]
            private static partial double LearningRate2(long step);
        }
        """);

    [Fact]
    public Task Cycles_of_the_rate_alone() => VerifyAsync(
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.optim.lr_scheduler.impl;

        static partial class Training
        {
            public static void Once(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.Adam(model.parameters(), 0.01);
                var scheduler = {|LRG101:optim.lr_scheduler.OneCycleLR(optimizer, 0.02, 90, cycle_momentum: false, anneal_strategy: OneCycleLR.AnnealStrategy.Linear)|};
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step();
                }
            }

            public static void Again(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.01);
                var scheduler = {|LRG101:optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, 20, mode: CyclicLR.Mode.Triangular2, cycle_momentum: false)|};
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step();
                }
            }
        }
        """,
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.optim.lr_scheduler.impl;

        static partial class Training
        {
            public static void Once(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.Adam(model.parameters(), 0.01);
                long rateStep = 0;
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = LearningRate(rateStep);
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = LearningRate(rateStep);
                }
            }

            [OneCycle(0.02, steps: 90, Interpolation = Interpolation.Linear)]
            private static partial double LearningRate(long step);

            public static void Again(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.01);
                long rateStep = 0;
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = LearningRate2(rateStep);
                }
            }

            [Cyclic(0.01, high: 0.1, stepsUp: 20, Amplitude = CycleAmplitude.Halving)]
            private static partial double LearningRate2(long step);
        }
        """);

    [Fact]
    public Task Parts_of_a_sequence_go_with_it() => VerifyAsync(
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.optim;

        static partial class Training
        {
            public static void Run(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = SGD(model.parameters(), 0.1);
                // Ten epochs up.
                var warmup = lr_scheduler.LinearLR(optimizer, 0.25, 1.0, 10);
                var decay = lr_scheduler.StepLR(optimizer, 30, 0.5);
                var scheduler = {|LRG101:lr_scheduler.SequentialLR(optimizer, new lr_scheduler.LRScheduler[] { warmup, decay }, new[] { 10 })|};
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step();
                }
            }
        }
        """,
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.optim;

        static partial class Training
        {
            public static void Run(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = SGD(model.parameters(), 0.1);
                // Ten epochs up.
                long rateStep = 0;
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = LearningRate(rateStep);
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = LearningRate(rateStep);
                }
            }

            [LinearDecay(0.025, to: 0.1, steps: 10), StepDecay(0.1, every: 30, factor: 0.5)]
            private static partial double LearningRate(long step);
        }
        """);

    [Fact]
    public Task Two_methods_get_a_declaration_each() => VerifyAsync(
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        class Training
        {
            public void First(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = {|LRG101:optim.lr_scheduler.ExponentialLR(optimizer, 0.9)|};
                for (int epoch = 0; epoch < 9; epoch++) { optimizer.step(); scheduler.step(); }
            }

            public void Second(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.2);
                var scheduler = {|LRG101:optim.lr_scheduler.ExponentialLR(optimizer, 0.8)|};
                scheduler.step();
                scheduler.step();
            }
        }
        """,
        """
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        partial class Training
        {
            public void First(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.1);
                long rateStep = 0;
                for (int epoch = 0; epoch < 9; epoch++) { optimizer.step(); rateStep++;
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = LearningRate(rateStep); }
            }

            [ExponentialDecay(0.1, factor: 0.9)]
            private static partial double LearningRate(long step);

            public void Second(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.2);
                long rateStep = 0;
                rateStep++;
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = LearningRate2(rateStep);
                rateStep++;
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = LearningRate2(rateStep);
            }

            [ExponentialDecay(0.2, factor: 0.8)]
            private static partial double LearningRate2(long step);
        }
        """);

    [Fact]
    public async Task Title_and_key()
    {
        var offer = Assert.Single(await FixOffers.ForAsync(new ConvertSchedulerFix(), Training("class", "var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9);")));
        Assert.Equal(("Declare the schedule and assign its rate", "ConvertSchedulerFix"), (offer.Title, offer.EquivalenceKey));
    }

    [Theory]
    [InlineData("class", "var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9, last_epoch: 10);")]
    [InlineData("class", "optimizer.load_state_dict(\"model.dat\"); var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9);")]
    [InlineData("class", "var second = optim.lr_scheduler.StepLR(optimizer, 30); var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9);")]
    [InlineData("class", "var a = optim.lr_scheduler.LinearLR(optimizer, 0.1, 1.0, 20); var b = optim.lr_scheduler.StepLR(optimizer, 30); var scheduler = optim.lr_scheduler.SequentialLR(optimizer, new optim.lr_scheduler.LRScheduler[] { a, b }, new[] { 10 });")]
    [InlineData("class", "var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 1.1);")]
    // How often it is moved on is not known, and at its end TorchSharp's has a rate of 0.
    [InlineData("class", "var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, 90, cycle_momentum: false);")]
    [InlineData("class", "var scheduler = optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1);")]
    [InlineData("class", "var scheduler = optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, mode: optim.lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.9, cycle_momentum: false);")]
    [InlineData("file class", "var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9);")]
    [InlineData("interface", "var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9);")]
    public async Task No_fix_where_something_else_counts(string kind, string code) =>
        Assert.Empty(await FixOffers.TitlesAsync(new ConvertSchedulerFix(), Training(kind, code)));

    private static string Training(string kind, string code) => $$"""
        using TorchSharp;
        using static TorchSharp.torch;

        {{kind}} Training
        {
            static void Use(optim.Optimizer optimizer) { }

            static void Run(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.1);
                {{code}}
                scheduler.step();
            }
        }
        """;

    /// <summary>Other rules that only inform are not what these tests are about.</summary>
    private static Task VerifyAsync(string source, string expected)
    {
        var run = new FixRun<ConvertSchedulerFix> { TestCode = source, FixedCode = expected };
        run.TestState.AdditionalReferences.AddRange(Consumer.ReferencesFor(source).Except(Consumer.References));
        run.DisabledDiagnostics.AddRange(AnalyzerRun.Quiet(RuleIds.ConvertibleScheduler));
        return run.RunAsync(TestContext.Current.CancellationToken);
    }
}
