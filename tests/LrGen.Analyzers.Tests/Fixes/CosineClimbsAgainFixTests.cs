using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class CosineClimbsAgainFixTests
{
    [Fact]
    public Task Declarations_stay_at_their_ends() => VerifyAsync<HoldEndFix>(
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1);
                // Half of it.
                var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, {|LRG045:50|}, 0.001);
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step();
                }
            """, """
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, {|LRG045:Half|}, 0.01);
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step();
                }
            """),
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1);
                // Half of it.
                long rateStep = 0;
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = LearningRate(rateStep);
                }
            """, """
                var optimizer = optim.SGD(model.parameters(), 0.1);
                long rateStep = 0;
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    rateStep++;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = LearningRate2(rateStep);
                }
            """, "    [CosineDecay(0.1, steps: 50, Floor = 0.001)]\n    private static partial double LearningRate(long step);\n\n",
            "\n    [CosineDecay(0.1, steps: 45, Floor = 0.01)]\n    private static partial double LearningRate2(long step);\n"));

    [Fact]
    public Task Length_of_the_training() => VerifyAsync<WholeTrainingFix>(
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, {|LRG045:50|} /* epochs */);
                for (int epoch = 0; epoch < 90; epoch++)
                    scheduler.step();
            """, """
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max: {|LRG045:20.0|});
                for (int epoch = 0; epoch < 9; epoch++)
                    for (int i = 0; i < 10; i++)
                        scheduler.step();
            """),
        Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, 90 /* epochs */);
                for (int epoch = 0; epoch < 90; epoch++)
                    scheduler.step();
            """, """
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max: 90);
                for (int epoch = 0; epoch < 9; epoch++)
                    for (int i = 0; i < 10; i++)
                        scheduler.step();
            """));

    [Theory]
    [InlineData("optim.lr_scheduler.CosineAnnealingLR(optimizer, 50)", "", "Declare a cosine that stays at its end", "Use T_max 90")]
    [InlineData("optim.lr_scheduler.CosineAnnealingLR(optimizer, Half)", "", "Declare a cosine that stays at its end", "")]
    // Somebody else sets the rate, or reads the scheduler.
    [InlineData("optim.lr_scheduler.CosineAnnealingLR(optimizer, 50)", "optimizer.load_state_dict(\"a.dat\");", "", "Use T_max 90")]
    [InlineData("optim.lr_scheduler.CosineAnnealingLR(optimizer, 50)", "System.Console.WriteLine(scheduler);", "", "Use T_max 90")]
    public async Task Offers(string made, string more, string declared, string length)
    {
        string source = Training("var optimizer = optim.SGD(model.parameters(), 0.1); var scheduler = " + made
            + "; " + more + " for (int epoch = 0; epoch < 90; epoch++) { optimizer.step(); scheduler.step(); }", "");
        Assert.Equal(declared, string.Concat(await FixOffers.TitlesAsync(new HoldEndFix(), source)));
        Assert.Equal(length, string.Concat(await FixOffers.TitlesAsync(new WholeTrainingFix(), source)));
    }

    [Fact]
    public async Task Last_part_of_a_sequence_gets_what_is_left()
    {
        string source = Training("""
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var scheduler = optim.lr_scheduler.SequentialLR(optimizer, new optim.lr_scheduler.LRScheduler[]
                {
                    optim.lr_scheduler.LinearLR(optimizer, 0.1, 1, 10), optim.lr_scheduler.CosineAnnealingLR(optimizer, 50, 0.001),
                }, new[] { 10 });
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    scheduler.step();
                }
            """, "");
        Assert.Equal(["Use T_max 80"], await FixOffers.TitlesAsync(new WholeTrainingFix(), source));
        Assert.Empty(await FixOffers.TitlesAsync(new HoldEndFix(), source));
    }

    /// <summary>Other rules that only inform are not what these tests are about.</summary>
    private static Task VerifyAsync<TFix>(string source, string expected)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        FixRun<TFix>.VerifyOnlyAsync(RuleIds.CosineClimbsAgain, source, expected);

    private static string Training(string first, string second, string afterFirst = "", string afterSecond = "") => $$"""
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        partial class Training
        {
            private const int Half = 45;

            public static void First(nn.Module<Tensor, Tensor> model)
            {
        {{first}}
            }

        {{afterFirst}}    public static void Second(nn.Module<Tensor, Tensor> model)
            {
        {{second}}
            }
        {{afterSecond}}}
        """;
}
