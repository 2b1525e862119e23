using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.CallSites;

/// <summary>The rules about declarations, on code that says the same without one: TorchSharp's optimizers and schedulers.</summary>
public class CodeReviewTests
{
    [Theory]
    [InlineData("torch.optim.Adam(model.parameters(), lr: {|LRG021:0.3|})")]
    [InlineData("torch.optim.Adam(model.parameters(), {|LRG020:3e4|})")]
    [InlineData("torch.optim.SGD(model.parameters(), {|LRG021:20|})")]
    [InlineData("torch.optim.SGD(model.parameters(), {|LRG025:0.2|}, momentum: 0.99)")]
    [InlineData("torch.optim.AdamW(model.parameters(), lr: {|LRG010:0|})")]
    [InlineData("new TorchSharp.Modules.SGD(model.parameters(), {|LRG021:20|})")]
    [InlineData("torch.optim.RMSProp(model.parameters(), lr: {|LRG021:Program.High|})")]
    [InlineData("torch.optim.Adam(model.parameters(), lr: {|LRG023:1e-9|})")]
    public Task Rate_of_an_optimizer_is_judged(string optimizer) => AnalyzerRun.VerifyAsync(Source("var optimizer = " + optimizer + ";\noptimizer.step();"));

    [Theory]
    [InlineData("torch.optim.Adam(model.parameters(), lr: 1e-3)")]
    [InlineData("torch.optim.Adam(model.parameters())")]
    [InlineData("torch.optim.SGD(model.parameters(), 0.1, momentum: 0.9)")]
    [InlineData("torch.optim.Adadelta(model.parameters(), lr: 1)")]
    [InlineData("torch.optim.Rprop(model.parameters(), lr: 0.5)")]
    [InlineData("torch.optim.Adam(new[] { new TorchSharp.Modules.Adam.ParamGroup(model.parameters()) }, lr: 0.3)")]
    [InlineData("torch.optim.Adam(model.parameters(), lr: rate)")]
    public Task Usual_rates_are_fine(string optimizer) => AnalyzerRun.VerifyAsync(Source("var optimizer = " + optimizer + ";\noptimizer.step();"));

    [Theory]
    [InlineData("StepLR(optimizer, 30, {|LRG030:10|})")]
    [InlineData("StepLR(optimizer, 30, gamma: {|LRG011:0|})")]
    [InlineData("StepLR(optimizer, {|LRG034:0|})")]
    [InlineData("ExponentialLR(optimizer, {|LRG030:1.05|})")]
    [InlineData("MultiStepLR(optimizer, new[] { 30, 60 }, gamma: {|LRG030:10|})")]
    [InlineData("CosineAnnealingLR(optimizer, {|LRG034:0|})")]
    [InlineData("CosineAnnealingLR(optimizer, 100, eta_min: {|LRG031:0.5|})")]
    [InlineData("CyclicLR(optimizer, {|LRG031:0.1|}, 0.01, cycle_momentum: false)")]
    [InlineData("PolynomialLR(optimizer, 100, power: {|LRG014:0|})")]
    [InlineData("ReduceLROnPlateau(optimizer, factor: {|LRG030:2|})")]
    [InlineData("OneCycleLR(optimizer, {|LRG021:20|}, total_steps: 1_000)")]
    public Task Scheduler_is_judged_as_a_declaration(string scheduler) => AnalyzerRun.VerifyAsync(Source(
        "var optimizer = torch.optim.SGD(model.parameters(), 0.1);\nvar scheduler = torch.optim.lr_scheduler." + scheduler + ";"));

    [Theory]
    [InlineData("StepLR(optimizer, 30)")]
    [InlineData("MultiStepLR(optimizer, [60, 30])")]
    [InlineData("ExponentialLR(optimizer, 0.95)")]
    [InlineData("CosineAnnealingLR(optimizer, 90, 0.01)")]
    [InlineData("LinearLR(optimizer)")]
    [InlineData("ConstantLR(optimizer)")]
    [InlineData("PolynomialLR(optimizer, 90, 2)")]
    [InlineData("OneCycleLR(optimizer, 0.1, epochs: 9, steps_per_epoch: 10)")]
    [InlineData("CyclicLR(optimizer, 0.01, 0.1, 10, cycle_momentum: false)")]
    [InlineData("LambdaLR(optimizer, epoch => 0.5)")]
    public Task Usual_schedulers_are_fine(string scheduler) => AnalyzerRun.VerifyAsync(Source(
        "var optimizer = torch.optim.SGD(model.parameters(), 0.1);\nvar scheduler = torch.optim.lr_scheduler." + scheduler + ";\n" + Loop(90,
            "scheduler.step();")));

    [Theory]
    [InlineData("MultiStepLR(optimizer, {|LRG042:new[] { 75, 125 }|})", 20)]
    [InlineData("MultiStepLR(optimizer, {|LRG042:[75, 125]|})", 20)]
    [InlineData("OneCycleLR(optimizer, 0.1, epochs: {|LRG044:9|}, steps_per_epoch: 10)", 100)]
    [InlineData("OneCycleLR(optimizer, 0.1, total_steps: {|LRG044:90|})", 100)]
    [InlineData("{|LRG040:ExponentialLR|}(optimizer)", 50)]
    [InlineData("LinearLR(optimizer, total_iters: {|LRG050:200|})", 100)]
    [InlineData("ExponentialLR(optimizer, {|LRG040:0.1|})", 50)]
    [InlineData("PolynomialLR(optimizer, {|LRG048:90|})", 9_000)]
    public Task Scheduler_is_judged_by_the_loop_that_steps_it(string scheduler, int epochs) => AnalyzerRun.VerifyAsync(Source(
        "var optimizer = torch.optim.SGD(model.parameters(), 0.1);\nvar scheduler = torch.optim.lr_scheduler." + scheduler + ";\n" + Loop(epochs,
            "scheduler.step();")));

    [Fact]
    public Task Steps_of_both_loops_count() => AnalyzerRun.VerifyAsync(Source("""
        const int epochs = 90;
        var optimizer = torch.optim.SGD(model.parameters(), 0.1);
        var scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, {|LRG040:0.95|});
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int i = 0; i < 500; i++)
            {
                optimizer.step();
                scheduler.step();
            }
        }
        """));

    [Theory]
    // The whole is 100 steps: a warm-up of more than half of it, a decay to 0 at 60, a cosine that climbs again, and one that does not fit its phase.
    [InlineData("LinearLR(optimizer, 0.1, 1, {|LRG051:60|})", "StepLR(optimizer, 30)", 60)]
    [InlineData("LinearLR(optimizer, 0.1, 1, 10)", "PolynomialLR(optimizer, {|LRG047:50|})", 10)]
    [InlineData("LinearLR(optimizer, 0.1, 1, 10)", "CosineAnnealingLR(optimizer, {|LRG045:50|}, 0.001)", 10)]
    [InlineData("LinearLR(optimizer, 0.1, 1, 10)", "ExponentialLR(optimizer, {|LRG040:0.5|})", 10)]
    [InlineData("LinearLR(optimizer, 0.1, 1, 10)", "StepLR(optimizer, 30, {|LRG030:10|})", 10)]
    public Task Sequence_is_judged_as_one_curve(string first, string second, int milestone) =>
        AnalyzerRun.VerifyAsync(Source(Sequence(first, second, milestone)));

    [Theory]
    [InlineData("LinearLR(optimizer, 0.1, 1, 10)", "CosineAnnealingLR(optimizer, 90)", 10)]
    // By themselves a line of 5 steps, a rate that stays and decays that are too short or too long.
    [InlineData("LinearLR(optimizer, 0.1, 1, 5)", "PolynomialLR(optimizer, 95)", 5)]
    [InlineData("ConstantLR(optimizer, 0.1, 10)", "StepLR(optimizer, 30)", 10)]
    [InlineData("PolynomialLR(optimizer, 50)", "ConstantLR(optimizer, 0.01, 200)", 50)]
    [InlineData("ExponentialLR(optimizer, 0.5)", "ConstantLR(optimizer, 0.01, 200)", 20)]
    public Task Parts_of_a_sequence_are_fine_where_the_whole_is(string first, string second, int milestone) =>
        AnalyzerRun.VerifyAsync(Source(Sequence(first, second, milestone)));

    [Theory]
    [InlineData("LinearLR(optimizer, 0.1, 1, {|LRG051:60|}), torch.optim.lr_scheduler.StepLR(optimizer, 30)")]
    [InlineData("ExponentialLR(optimizer, {|LRG040:0.5|}), torch.optim.lr_scheduler.LinearLR(optimizer, 0.1, 1, 10)")]
    [InlineData("LinearLR(optimizer, 0.1, 1, 10), torch.optim.lr_scheduler.StepLR(optimizer, 30)")]
    [InlineData("LinearLR(optimizer, 0.1, 1, 10), torch.optim.lr_scheduler.PolynomialLR(optimizer, 100)")]
    public Task Chain_is_judged_as_one_curve(string parts) => AnalyzerRun.VerifyAsync(Source(
        "var optimizer = torch.optim.SGD(model.parameters(), 0.1);\nvar scheduler = torch.optim.lr_scheduler.ChainedLR("
        + "new optim.lr_scheduler.LRScheduler[] { torch.optim.lr_scheduler."
        + parts + " });\n" + Loop(100, "scheduler.step();")));

    [Fact]
    public async Task Training_that_may_end_early_only_informs()
    {
        string source = Source("""
            var optimizer = torch.optim.SGD(model.parameters(), 0.1);
            var scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5);
            for (int epoch = 0; epoch < 1_000; epoch++)
            {
                optimizer.step();
                scheduler.step();
                if (rate < epoch)
                    break;
            }
            """);
        var found = Assert.Single(await Consumer.AnalyzeAsync(Consumer.Compile(source)), d => d.Id != "LRG101");
        Assert.Equal(("LRG040", DiagnosticSeverity.Info), (found.Id, found.Severity));
    }

    [Fact]
    public async Task Training_and_settings_say_what_the_code_does_not()
    {
        string source = Source("var optimizer = torch.optim.Adam(model.parameters(), lr: 0.3);\noptimizer.step();");
        Assert.Single(await Consumer.AnalyzeAsync(Consumer.Compile(source)));
        Assert.Empty(await Consumer.AnalyzeAsync(Consumer.Compile(source.Replace("static class Program",
            "[Training(Scope = Scope.Embedding)]\nstatic class Program", StringComparison.Ordinal))));
        Assert.Empty(await Consumer.AnalyzeAsync(Consumer.Compile(source), "lrgen.scope = embedding"));
        Assert.Empty(await Consumer.AnalyzeAsync(Consumer.Compile(source), "lrgen.max_rate.adam.network = 0.5"));
        Assert.Single(await Consumer.AnalyzeAsync(Consumer.Compile(source), "lrgen.max_rate.adam.network = 0.1"));
    }

    /// <summary>A rate of 1 that another method makes a schedule of is none.</summary>
    [Fact]
    public Task Optimizer_that_others_get_is_judged_but_for_1() => AnalyzerRun.VerifyAsync(Source("""
        var optimizer = torch.optim.Adam(model.parameters(), lr: 1);
        Use(optimizer);
        Use(torch.optim.Adam(model.parameters(), lr: {|LRG021:0.5|}));
        static void Use(optim.Optimizer optimizer) { }
        """));

    private static string Sequence(string first, string second, int milestone) => $$"""
        var optimizer = torch.optim.SGD(model.parameters(), 0.1);
        var first = torch.optim.lr_scheduler.{{first}};
        var scheduler = torch.optim.lr_scheduler.SequentialLR(
            optimizer, new optim.lr_scheduler.LRScheduler[] { first, torch.optim.lr_scheduler.{{second}} }, new[] { {{milestone}} });
        {{Loop(100, "scheduler.step();")}}
        """;

    private static string Loop(int epochs, string after) => $$"""
        for (int epoch = 0; epoch < {{epochs}}; epoch++)
        {
            optimizer.step();
            {{after}}
        }
        """;

    private static string Source(string body) => $$"""
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static class Program
        {
            public const double High = 0.4;

            static void Train(nn.Module<Tensor, Tensor> model, double rate)
            {
        {{body}}
            }
        }
        """;
}
