using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.CallSites;

/// <summary>What code tells of the training that a declaration is for, and that it tells no more.</summary>
public class InferenceTests
{
    [Fact]
    public Task Optimizer_that_is_made_with_the_rate() => AnalyzerRun.VerifyAsync(Source("CosineDecay(0.3, 90)", """
        var optimizer = torch.optim.Adam(model.parameters(), lr: {|LRG021:Rates.Rate(epoch)|});
        optimizer.step();
        """));

    [Fact]
    public Task Optimizer_whose_rate_is_set() => AnalyzerRun.VerifyAsync(Source("CosineDecay(0.3, 90)", """
        var optimizer = torch.optim.Adam(model.parameters());
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = {|LRG021:Rates.Rate(epoch)|};
        optimizer.step();
        """));

    [Fact]
    public Task Rate_in_a_local_and_group_in_an_array() => AnalyzerRun.VerifyAsync(Source("CosineDecay(0.3, 90)", """
        var optimizer = torch.optim.Adam(model.parameters());
        var groups = optimizer.ParamGroups.ToArray();
        for (int i = 0; i < count; i++)
        {
            double rate = {|LRG021:Rates.Rate(i)|};
            groups[0].LearningRate = rate;
            optimizer.step();
        }
        """));

    [Fact]
    public Task Momentum_of_the_optimizer() => AnalyzerRun.VerifyAsync(Source("CosineDecay(0.2, 90)", """
        var optimizer = torch.optim.SGD(model.parameters(), {|LRG025:Rates.Rate(epoch)|}, momentum: 0.99);
        optimizer.step();
        """));

    [Fact]
    public Task Clipped_gradients_allow_what_others_do_not() => AnalyzerRun.VerifyAsync(Source("CosineDecay(20, 90)", """
        var optimizer = torch.optim.SGD(model.parameters(), Rates.Rate(epoch));
        torch.nn.utils.clip_grad_norm_(model.parameters(), 0.25);
        optimizer.step();
        """));

    [Fact]
    public Task Loop_over_epochs_with_a_known_end() => AnalyzerRun.VerifyAsync(Source("MilestoneDecay(0.1, 0.1, 75, 125)", Epochs("20",
        "{|LRG042:Rates.Rate(t)|}")));

    [Fact]
    public Task Counter_in_two_loops() => AnalyzerRun.VerifyAsync(Source("ExponentialDecay(0.1, 0.95)", """
        var optimizer = torch.optim.SGD(model.parameters(), 0.1);
        long t = 0;
        for (int e = 0; e < 90; e++)
        {
            for (int i = 0; i < 500; i++)
            {
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = {|LRG040:Rates.Rate(t)|};
                optimizer.step();
                t++;
            }
        }
        """));

    [Fact]
    public Task Place_in_two_loops() => AnalyzerRun.VerifyAsync(Source("ExponentialDecay(0.1, 0.95)", """
        const int updates = 500;
        var optimizer = torch.optim.SGD(model.parameters(), 0.1);
        for (int e = 0; e < 90; e++)
        {
            for (int i = 0; i < updates; i++)
            {
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = {|LRG040:Rates.Rate(e * updates + i)|};
                optimizer.step();
            }
        }
        """));

    [Fact]
    public async Task Loop_that_may_end_early_only_informs()
    {
        string source = Source("MilestoneDecay(0.1, 0.1, 75, 125)", Epochs("20", "Rates.Rate(t)", "if (count < t) break;"));
        var found = Assert.Single(await Consumer.AnalyzeAsync(Consumer.Generate(Consumer.Compile(source)).Completed));
        Assert.Equal(("LRG042", DiagnosticSeverity.Info), (found.Id, found.Severity));
    }

    [Theory]
    [InlineData("count")]
    [InlineData("200")]
    public Task Loop_without_a_known_end_and_one_long_enough(string epochs) =>
        AnalyzerRun.VerifyAsync(Source("MilestoneDecay(0.1, 0.1, 75, 125)", Epochs(epochs, "Rates.Rate(t)")));

    [Fact]
    public async Task Nearest_wins()
    {
        string code = Epochs("20", "Rates.Rate(t)");
        Assert.Empty(await FoundAsync(Source("Training(Steps = 200), MilestoneDecay(0.1, 0.1, 75, 125)", code)));
        Assert.Empty(await FoundAsync(Source("MilestoneDecay(0.1, 0.1, 75, 125)", code), "lrgen.total_steps = 200"));
        Assert.Equal(["LRG042"], await FoundAsync(Source("MilestoneDecay(0.1, 0.1, 75, 125)", code), "lrgen.optimizer = sgd"));
        // What the declaration tells already is said there, and not here once more.
        Assert.Equal(["LRG042"], await FoundAsync(Source("Training(Steps = 20), MilestoneDecay(0.1, 0.1, 75, 125)", code)));
        string adam = "var optimizer = torch.optim.Adam(model.parameters(), lr: Rates.Rate(epoch));\noptimizer.step();";
        Assert.Equal(["LRG021"], await FoundAsync(Source("CosineDecay(0.3, 90)", adam)));
        Assert.Empty(await FoundAsync(Source("Training(Optimizer = OptimizerKind.Sgd), CosineDecay(0.3, 90)", adam)));
        Assert.Empty(await FoundAsync(Source("CosineDecay(0.3, 90)", adam), "lrgen.scope = embedding"));
    }

    [Theory]
    [InlineData("for (int t = 0; t < 20; t++)\n    System.Console.WriteLine(Rates.Rate(t));")]
    [InlineData("var optimizer = torch.optim.Adam(model.parameters());\nfor (int t = 0; t < 20; t++)\n    System.Console.WriteLine(Rates.Rate(t));\noptimizer.step();")]
    public Task Plot_is_no_training(string plot) => AnalyzerRun.VerifyAsync(Source("MilestoneDecay(0.1, 0.1, 75, 125)", plot));

    [Fact]
    public Task Groups_have_rates_of_their_own() => AnalyzerRun.VerifyAsync(Source("CosineDecay(0.3, 90)", """
        var optimizer = torch.optim.Adam(new[] { new TorchSharp.Modules.Adam.ParamGroup(model.parameters()) }, lr: Rates.Rate(epoch));
        optimizer.ParamGroups.ElementAt(1).LearningRate = Rates.Rate(epoch);
        optimizer.step();
        """));

    [Fact]
    public Task Part_of_a_training_is_no_training() => AnalyzerRun.VerifyAsync(Source("MilestoneDecay(0.1, 0.1, 75, 125)", """
        var optimizer = torch.optim.SGD(model.parameters(), 0.1);
        for (int t = 0; t < 20; t++)
        {
            optimizer.ParamGroups.First().LearningRate = Rates.Rate(t);
            optimizer.step();
        }
        for (int t = 20; t < 200; t++)
        {
            optimizer.ParamGroups.First().LearningRate = Rates.Rate(t);
            optimizer.step();
        }
        """));

    private static async Task<IEnumerable<string>> FoundAsync(string source, string settings = "") =>
        (await Consumer.AnalyzeAsync(Consumer.Generate(Consumer.Compile(source)).Completed, settings)).Select(d => d.Id);

    private static string Epochs(string count, string rate, string after = "") => $$"""
        var optimizer = torch.optim.SGD(model.parameters(), 0.1);
        for (int t = 0; t < {{count}}; t++)
        {
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = {{rate}};
            optimizer.step();
            {{after}}
        }
        """;

    private static string Source(string attributes, string body) => $$"""
        using System.Linq;
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Rates
        {
            [{{attributes}}]
            public static partial double Rate(long t);
        }

        static class Program
        {
            static void Train(nn.Module<Tensor, Tensor> model, int epoch, int count)
            {
        {{body}}
            }
        }
        """;
}
