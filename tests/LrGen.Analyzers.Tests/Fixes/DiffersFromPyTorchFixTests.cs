using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class DiffersFromPyTorchFixTests
{
    [Fact]
    public Task Said_as_PyTorch_does() => FixRun<SayAsPyTorchFix>.VerifyOnlyAsync(
        "LRG084",
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1, momentum: 0.9);
                var cyclic = {|LRG084:optim.lr_scheduler.CyclicLR(optimizer, 0.01,
                    0.1)|}; // up and down
                var again = optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, cycle_momentum: {|LRG084:true|} /* too */);
                var plateau = optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                Console.WriteLine({|LRG084:plateau.get_last_lr()|}.First());
                var other = optim.SGD(model.parameters(), 0.1);
                foreach (var group in other.ParamGroups)
                    {|LRG084:group.LearningRate = 0.4|};
                var lambda = optim.lr_scheduler.LambdaLR(other, epoch => 1.0 / (1 + epoch));
            """),
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1, momentum: 0.9);
                var cyclic = optim.lr_scheduler.CyclicLR(optimizer, 0.01,
                    0.1, cycle_momentum: false); // up and down
                var again = optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, cycle_momentum: false /* too */);
                var plateau = optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                Console.WriteLine(optimizer.ParamGroups.Select(group => group.LearningRate).First());
                var other = optim.SGD(model.parameters(), 0.1);
                foreach (var group in other.ParamGroups)
                    group.LearningRate = group.InitialLearningRate = 0.4;
                var lambda = optim.lr_scheduler.LambdaLR(other, epoch => 1.0 / (1 + epoch));
            """));

    [Fact]
    public Task Declared_as_PyTorch_has_it() => FixRun<DeclareAsPyTorchFix>.VerifyOnlyAsync(
        "LRG084",
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = optim.lr_scheduler.MultiStepLR(optimizer, {|LRG084:new[] { 30, 60, 60 }|}, 0.5);
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step();
                }
                var cycled = optim.SGD(model.parameters(), 0.01);
                var cycle = optim.lr_scheduler.CyclicLR(cycled, 0.01, 0.1, 20, mode: {|LRG084:CyclicLR.Mode.ExpRange|}, gamma: 0.99, cycle_momentum: false);
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    cycled.step();
                    cycle.step();
                }
            """),
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1);
                long rateStep = 0;
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = LearningRate(rateStep);
                }
                var cycled = optim.SGD(model.parameters(), 0.01);
                long rateStep2 = 0;
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    cycled.step();
                    rateStep2++;
                    foreach (var group2 in cycled.ParamGroups)
                        group2.LearningRate = LearningRate2(rateStep2);
                }
            """, """


                [Cyclic(0.01, high: 0.1, stepsUp: 20, Amplitude = CycleAmplitude.Exponential, Factor = 0.99)]
                private static partial double LearningRate2(long step);

                [MilestoneDecay(0.1, factor: 0.5, 30, 60, 60)]
                private static partial double LearningRate(long step);
            """));

    [Theory]
    [InlineData("var s = optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1);", "Cycle the rate alone (cycle_momentum: false)", "")]
    [InlineData("var s = optim.lr_scheduler.ReduceLROnPlateau(optimizer); var r = s.get_last_lr();", "Read the rates of the optimizer's groups", "")]
    [InlineData("optimizer.ParamGroups.First().LearningRate = 1; var s = optim.lr_scheduler.LambdaLR(optimizer, e => 1);", "Set the initial rate as well", "")]
    [InlineData("var s = optim.lr_scheduler.MultiStepLR(optimizer, new[] { 3, 3 }); s.step();", "", "Declare the schedule that PyTorch has")]
    // A group that is another, a rate that is read, an epoch that is given, groups of parameters.
    [InlineData("int group = 3; var s = optim.lr_scheduler.ReduceLROnPlateau(optimizer); var r = s.get_last_lr();", "", "")]
    [InlineData("var s = optim.lr_scheduler.MultiStepLR(optimizer, new[] { 3, 3 }); s.step(); Console.WriteLine(s.get_last_lr());", "", "")]
    [InlineData("var s = optim.lr_scheduler.StepLR(optimizer, 30, last_epoch: 40); s.step();", "", "")]
    [InlineData("var s = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 10, pct_start: 0.1, cycle_momentum: false); s.step();", "", "")]
    public async Task Offers(string code, string said, string declared)
    {
        string source = Training("var optimizer = optim.SGD(model.parameters(), 0.1);\n" + code);
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        Assert.Contains(await Consumer.AnalyzeAsync(completed), d => d.Id == "LRG084");
        Assert.Equal(said, string.Concat(await FixOffers.TitlesAsync(new SayAsPyTorchFix(), source)));
        Assert.Equal(declared, string.Concat(await FixOffers.TitlesAsync(new DeclareAsPyTorchFix(), source)));
    }

    private static string Training(string body, string declarations = "") => $$"""
        using System;
        using System.Linq;
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.optim.lr_scheduler.impl;

        static partial class Training
        {
            static void Train(nn.Module<Tensor, Tensor> model)
            {
        {{body}}
            }{{declarations}}
        }
        """;
}
