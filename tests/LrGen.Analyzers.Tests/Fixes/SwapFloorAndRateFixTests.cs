using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class SwapFloorAndRateFixTests
{
    [Theory]
    [InlineData("CosineDecay(1e-5, 100, Floor = {|LRG031:1e-4|})", "CosineDecay(1e-4, 100, Floor = 1e-5)")]
    [InlineData("CosineDecay(steps: 100, rate: 1e-5, Floor = {|LRG031:1e-4|})", "CosineDecay(steps: 100, rate: 1e-4, Floor = 1e-5)")]
    [InlineData("StepDecay(1e-5, factor: 0.5, every: 10, Steps = 30, Floor = {|LRG031:1e-4|})",
        "StepDecay(1e-4, factor: 0.5, every: 10, Steps = 30, Floor = 1e-5)")]
    [InlineData("PolynomialDecay(Low /* base */, 100, Floor = {|LRG031:2 * High|} /* end */)",
        "PolynomialDecay(2 * High /* base */, 100, Floor = Low /* end */)")]
    [InlineData("ExponentialDecay(rate: 1e-5, 0.5, Floor = {|LRG031:1e-4|})", "ExponentialDecay(rate: 1e-4, 0.5, Floor = 1e-5)")]
    public Task Swapped_in_place(string written, string meant) =>
        FixRun<SwapFloorAndRateFix>.VerifyAsync(Declare(written), Declare(meant));

    [Fact]
    public Task Swapped_in_all_places() => FixRun<SwapFloorAndRateFix>.VerifyAsync(
        """
        using LrGen;

        [CosineDecay(
            1e-5, // rate
            100,
            Floor = {|LRG031:1e-4|})] // floor
        readonly partial struct A;

        [StepDecay(1e-3, 10, 0.5, Floor = {|LRG031:1|}, Steps = 30), StepDecay(2e-3, 10, 0.5, Floor = {|LRG031:2|})]
        readonly partial struct B;
        """,
        """
        using LrGen;

        [CosineDecay(
            1e-4, // rate
            100,
            Floor = 1e-5)] // floor
        readonly partial struct A;

        [StepDecay(1, 10, 0.5, Floor = 1e-3, Steps = 30), StepDecay(2, 10, 0.5, Floor = 2e-3)]
        readonly partial struct B;
        """);

    [Theory]
    [InlineData("CosineDecay(0.1, 100, FloorRatio = 10)")]
    [InlineData("CosineDecay(0.1, 100, Floor = 1, FloorRatio = 10)")]
    [InlineData("CosineDecay(0.1, 100, FloorRatio = 10, Floor = 1)")]
    public async Task No_fix_with_a_ratio(string attribute) =>
        Assert.Empty(await FixOffers.TitlesAsync(new SwapFloorAndRateFix(), Declare(attribute)));

    [Fact]
    public async Task Title_and_key()
    {
        var offer = Assert.Single(await FixOffers.ForAsync(new SwapFloorAndRateFix(), Declare("CosineDecay(1e-5, 100, Floor = 1e-4)")));
        Assert.Equal(("Swap floor and rate", "SwapFloorAndRateFix"), (offer.Title, offer.EquivalenceKey));
    }

    private static string Declare(string attribute) => $$"""
        using LrGen;

        static partial class Rates
        {
            private const double Low = 0.001, High = 0.1;

            [{{attribute}}]
            public static partial double Rate(long step);
        }
        """;
}
