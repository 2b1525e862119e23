using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace LrGen.Analyzers.Tests.Fixes;

public class FactorFixTests
{
    [Theory]
    [InlineData("10", "0.1")]
    [InlineData("10.0", "0.1")]
    [InlineData("2", "0.5")]
    [InlineData("50", "0.5")]
    [InlineData("95", "0.95")]
    [InlineData("100", "0.01")]
    [InlineData("1.25", "0.8")]
    [InlineData("1.05", "0.9523809523809523")]
    [InlineData("1e5", "1E-05")]
    [InlineData("3 * 3 + 1", "0.1")]
    public Task Likely_factor(string written, string meant) => FixRun<UseLikelyFactorFix>.VerifyAsync(
        Declare("StepDecay(0.1, 10, {|LRG030:" + written + "|})"), Declare("StepDecay(0.1, 10, " + meant + ")"));

    [Fact]
    public Task Likely_factor_in_all_places_each_its_own() => FixRun<UseLikelyFactorFix>.VerifyAsync(
        """
        using LrGen;

        static partial class Rates
        {
            private const double Tenth = 10;

            [StepDecay(factor: /* before */ {|LRG030:10|} /* after */, rate: 0.1, every: 30)]
            public static partial double A(long step);

            [ExponentialDecay(0.1,
                {|LRG030:50|}, // per cent
                every: 100)]
            public static partial double B(long step);

            [StepDecay(0.1, 30, {|LRG030:Tenth|}, Steps = 60), StepDecay(0.1, 30, {|LRG030:2|})]
            public static partial double C(long step);

            [StepDecay(0.1, 30, 0.1)]
            public static partial double Right(long step);
        }
        """,
        """
        using LrGen;

        static partial class Rates
        {
            private const double Tenth = 10;

            [StepDecay(factor: /* before */ 0.1 /* after */, rate: 0.1, every: 30)]
            public static partial double A(long step);

            [ExponentialDecay(0.1,
                0.5, // per cent
                every: 100)]
            public static partial double B(long step);

            [StepDecay(0.1, 30, 0.1, Steps = 60), StepDecay(0.1, 30, 0.5)]
            public static partial double C(long step);

            [StepDecay(0.1, 30, 0.1)]
            public static partial double Right(long step);
        }
        """);

    [Fact]
    public async Task Likely_factor_is_in_the_title()
    {
        var offer = Assert.Single(await FixOffers.ForAsync(new UseLikelyFactorFix(), Declare("StepDecay(0.1, 10, 10)")));
        Assert.Equal(("Use factor 0.1", "UseLikelyFactorFix"), (offer.Title, offer.EquivalenceKey));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0.5 + 0.5")]
    public async Task No_factor_is_likelier_than_1(string factor) =>
        Assert.Empty(await FixOffers.TitlesAsync(new UseLikelyFactorFix(), Declare("StepDecay(0.1, 10, " + factor + ")")));

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("1 / 2")]
    [InlineData("double.NaN")]
    public async Task No_decay(string factor)
    {
        // A factor of 1 is what "no decay" means; the hint that nothing decays then stays.
        var run = new FixRun<UseNoDecayFix>
        {
            TestCode = Declare("StepDecay(0.1, 10, {|LRG011:" + factor + "|})"),
            FixedCode = Declare("StepDecay(0.1, 10, {|#0:1|})"),
        };
        run.FixedState.ExpectedDiagnostics.Add(Hint());
        await run.RunAsync(TestContext.Current.CancellationToken);

        var offer = Assert.Single(await FixOffers.ForAsync(new UseNoDecayFix(), Declare("StepDecay(0.1, 10, " + factor + ")")));
        Assert.Equal(("Use factor 1 (no decay)", "UseNoDecayFix"), (offer.Title, offer.EquivalenceKey));
    }

    [Fact]
    public Task No_decay_in_all_places()
    {
        var run = new FixRun<UseNoDecayFix>
        {
            TestCode = "using LrGen;\n\n"
                + "[StepDecay(factor: {|LRG011:0|} /* off */, rate: 0.1, every: 10)]\nreadonly partial struct A;\n\n"
                + "[ExponentialDecay(0.1, {|LRG011:-1|})]\nreadonly partial struct B;\n",
            FixedCode = "using LrGen;\n\n"
                + "[StepDecay(factor: {|#0:1|} /* off */, rate: 0.1, every: 10)]\nreadonly partial struct A;\n\n"
                + "[ExponentialDecay(0.1, {|#1:1|})]\nreadonly partial struct B;\n",
        };
        run.FixedState.ExpectedDiagnostics.AddRange([Hint(), Hint(1)]);
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    private static DiagnosticResult Hint(int location = 0) =>
        new DiagnosticResult("LRG030", DiagnosticSeverity.Info).WithLocation(location);

    private static string Declare(string attribute) => $$"""
        using LrGen;

        static partial class Rates
        {
            [{{attribute}}]
            public static partial double Rate(long step);
        }
        """;
}
