using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class TwoSchedulesFixTests
{
    [Fact]
    public Task Replaced_assignment_goes() => VerifyAsync<DeleteReplacedRateFix>(
        """
            // The rate of the first.
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = Rates.Cosine(step);
            }
            optimizer.zero_grad();
            {|LRG071:optimizer.ParamGroups.First().LearningRate = Rates.Line(step)|};
            optimizer.step();
        """,
        """
            optimizer.zero_grad();
            optimizer.ParamGroups.First().LearningRate = Rates.Line(step);
            optimizer.step();
        """);

    [Fact]
    public Task Assignment_after_the_update_goes() => VerifyAsync<DeleteReplacedRateFix>(
        """
            optimizer.ParamGroups.First().LearningRate = Rates.Cosine(step);
            optimizer.step();
            {|LRG071:optimizer.ParamGroups.First().LearningRate = Rates.Line(step)|};
        """,
        """
            optimizer.ParamGroups.First().LearningRate = Rates.Cosine(step);
            optimizer.step();
        """);

    [Fact]
    public Task Scheduler_goes_with_its_making() => VerifyAsync<DeleteReplacedRateFix>(
        """
            optimizer.ParamGroups.First().LearningRate = Rates.Cosine(step);
            optimizer.step();
            {|LRG071:scheduler.step()|};
        """,
        """
            optimizer.ParamGroups.First().LearningRate = Rates.Cosine(step);
            optimizer.step();
        """,
        "var scheduler = optim.lr_scheduler.StepLR(optimizer, 30);\n        ");

    [Fact]
    public Task Product_with_a_share() => VerifyAsync<ComposeProductFix>(
        """
            // Both.
            optimizer.ParamGroups.First().LearningRate = Rates.Share(step);
            {|LRG071:optimizer.ParamGroups.First().LearningRate = Rates.Cosine(step)|}; // one
            optimizer.step();
        """,
        """
            // Both.
            optimizer.ParamGroups.First().LearningRate = Rates.CosineTimesShare(step); // one
            optimizer.step();
        """,
        after: """


                [Product(nameof(Cosine), nameof(Share))]
                public static partial double CosineTimesShare(long step);
            """);

    [Fact]
    public Task Ramp_and_what_it_leads_to() => VerifyAsync<ComposePhasesFix>(
        """
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = Rates.Ramp(step);
            foreach (var group in optimizer.ParamGroups)
                {|LRG071:group.LearningRate = Rates.Cosine(step)|};
            optimizer.step();
        """,
        """
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = Rates.RampThenCosine(step);
            optimizer.step();
        """,
        after: """


                [Use(nameof(Ramp), Steps = 10), Use(nameof(Cosine))]
                public static partial double RampThenCosine(long step);
            """);

    [Fact]
    public Task Declarations_in_another_file()
    {
        const string Declarations = """
            using LrGen;

            static partial class Settings
            {
                internal static partial class Rates
                {
                    [Warmup(10), Constant(1)]
                    internal static partial float Share(int i);

                    /// <summary>Falls.</summary>
                    [CosineDecay(0.1, 100)]
                    internal static partial float Falls(int i);{0}
                }
            }
            """;
        const string Program = """
            using System.Linq;
            using TorchSharp;
            using static Settings.Rates;
            using static TorchSharp.torch;

            static class Program
            {
                static void Train(nn.Module<Tensor, Tensor> model)
                {
                    var optimizer = optim.SGD(model.parameters(), 0.1);
                    for (int i = 0; i < 100; i++)
                    {
                        {0}optimizer.step();
                    }
                }
            }
            """;
        var run = new FixRun<ComposeProductFix>();
        run.TestState.Sources.Add(("Training.cs", Program.Replace(
            "{0}",
            "optimizer.ParamGroups.First().LearningRate = Share(i);\n            {|LRG071:optimizer.ParamGroups.First().LearningRate = Falls(i)|};\n            ",
            StringComparison.Ordinal)));
        run.TestState.Sources.Add(("Settings.cs", Declarations.Replace("{0}", "", StringComparison.Ordinal)));
        run.FixedState.Sources.Add(("Training.cs", Program.Replace(
            "{0}", "optimizer.ParamGroups.First().LearningRate = FallsTimesShare(i);\n            ", StringComparison.Ordinal)));
        run.FixedState.Sources.Add(("Settings.cs", Declarations.Replace(
            "{0}",
            "\n\n        [Product(nameof(Falls), nameof(Share))]\n        internal static partial float FallsTimesShare(int i);",
            StringComparison.Ordinal)));
        run.TestState.AdditionalReferences.AddRange(Consumer.ReferencesFor(Program).Except(Consumer.References));
        run.DisabledDiagnostics.AddRange(AnalyzerRun.Quiet("LRG071"));
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Titles()
    {
        string source = Training("""
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = Rates.Share(step);
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = Rates.Cosine(step);
            optimizer.step();
            """);
        Assert.Equal(["Delete the assignment of 'Share', which 'Cosine' replaces at once"], await FixOffers.TitlesAsync(new DeleteReplacedRateFix(), source));
        Assert.Equal(["Declare the product of the two and assign that"], await FixOffers.TitlesAsync(new ComposeProductFix(), source));
        Assert.Empty(await FixOffers.TitlesAsync(new ComposePhasesFix(), source));
        string other = source.Replace("Rates.Share(", "Rates.Ramp(", StringComparison.Ordinal);
        Assert.Empty(await FixOffers.TitlesAsync(new ComposeProductFix(), other));
        Assert.Equal(["Declare one after the other and assign that"], await FixOffers.TitlesAsync(new ComposePhasesFix(), other));
    }

    [Theory]
    // Both rates are used.
    [InlineData("rate = Rates.Share(step); optimizer.step(); rate = Rates.Cosine(step); optimizer.step();")]
    [InlineData("rate = Rates.Share(step); if (model.training) break; rate = Rates.Cosine(step); optimizer.step();")]
    [InlineData("rate = Rates.Share(step); Console.WriteLine(rate); rate = Rates.Cosine(step); optimizer.step();")]
    [InlineData("rate = Rates.Share(step); Use(optimizer); rate = Rates.Cosine(step); optimizer.step();")]
    // What is deleted does more.
    [InlineData("long count = 0; rate = Rates.Share(count++); rate = Rates.Cosine(count); optimizer.step();")]
    [InlineData("foreach (var group in optimizer.ParamGroups) { group.LearningRate = Rates.Share(step); Console.WriteLine(step); } foreach (var group in optimizer.ParamGroups) group.LearningRate = Rates.Cosine(step); optimizer.step();")]
    // A scheduler goes on from what the assignment leaves.
    [InlineData("rate = Rates.Share(step); scheduler.step(); optimizer.step();")]
    // More than two.
    [InlineData("rate = Rates.Share(step); rate = Rates.Cosine(step); rate = Rates.Line(step); optimizer.step();")]
    public async Task Nothing_where_both_count(string body)
    {
        string source = Training(
            body.Replace("rate", "optimizer.ParamGroups.First().LearningRate", StringComparison.Ordinal),
            body.Contains("scheduler", StringComparison.Ordinal) ? "var scheduler = optim.lr_scheduler.StepLR(optimizer, 30); " : "");
        await AssertReportedAsync(source);
        foreach (CodeFixProvider fix in new CodeFixProvider[] { new DeleteReplacedRateFix(), new ComposeProductFix(), new ComposePhasesFix() })
            Assert.Empty(await FixOffers.TitlesAsync(fix, source));
    }

    [Theory]
    // No share and no ramp, other steps, other groups, a length that run time brings.
    [InlineData("Line(step)", "Cosine(step)")]
    [InlineData("Share(step)", "Cosine(step + 1)")]
    [InlineData("Share(step)", "Given(step, 100)")]
    [InlineData("Short(step)", "Cosine(step)")]
    public async Task Only_deleted_where_no_composition_is_likely(string first, string second)
    {
        const string Rate = "optimizer.ParamGroups.First().LearningRate = Rates.";
        string source = Training(Rate + first + "; " + Rate + second + "; optimizer.step();");
        await AssertReportedAsync(source);
        Assert.Single(await FixOffers.TitlesAsync(new DeleteReplacedRateFix(), source));
        Assert.Empty(await FixOffers.TitlesAsync(new ComposeProductFix(), source));
        Assert.Empty(await FixOffers.TitlesAsync(new ComposePhasesFix(), source));
    }

    private static async Task AssertReportedAsync(string source)
    {
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        Assert.Contains(await Consumer.AnalyzeAsync(completed), d => d.Id == "LRG071");
    }

    private static Task VerifyAsync<TFix>(string body, string expected, string before = "", string after = "")
        where TFix : CodeFixProvider, new() =>
        FixRun<TFix>.VerifyOnlyAsync("LRG071", Training(body, before), Training(expected, declaration: after));

    private static string Training(string body, string before = "", string declaration = "") => $$"""
        using System;
        using System.Linq;
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Rates
        {
            [MilestoneDecay(1, 0.5, 30, 60)]
            public static partial double Share(long step);

            [Warmup(10), Constant(0.1)]
            public static partial double Ramp(long step);

            [CosineDecay(0.2, 100)]
            public static partial double Line(long step);

            [CosineDecay(0.1)]
            public static partial double Given(long step, double steps);

            [Warmup(10), Constant(0.1)]
            public static partial float Short(long step);

            [CosineDecay(0.1, 100)]
            public static partial double Cosine(long step);{{declaration}}
        }

        static class Program
        {
            static void Use(optim.Optimizer optimizer) { }

            static void Train(nn.Module<Tensor, Tensor> model)
            {
                var optimizer = optim.SGD(model.parameters(), 0.1);
                {{before}}for (long step = 0; step < 100; step++)
                {
        {{body}}
                }
            }
        }
        """;
}
