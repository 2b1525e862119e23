using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class OtherEditFixTests
{
    [Theory]
    [InlineData("CosineDecay(0.001, {|LRG047:1_000|})", "CosineDecay(0.001, 1_000, Floor = 0.0001)")]
    [InlineData("CosineDecay(rate: Rate, steps: {|LRG047:1_000|}, Floor = 0)", "CosineDecay(rate: Rate, steps: 1_000, Floor = 0.03)")]
    [InlineData("Warmup(500), PolynomialDecay(0.01, {|LRG047:1_000|}, 2)", "Warmup(500), PolynomialDecay(0.01, 1_000, 2, Floor = 0.001)")]
    [InlineData("LinearDecay(0.1, 0, {|LRG047:1_000|})", "LinearDecay(0.1, 0.01, 1_000)")]
    [InlineData("LinearDecay(steps: {|LRG047:1_000|}, from: 0.1, to: 0 /* end */)", "LinearDecay(steps: 1_000, from: 0.1, to: 0.01 /* end */)")]
    [InlineData("Constant(0.2, Steps = 500), CosineDecay(0.1, {|LRG047:1_000|})", "Constant(0.2, Steps = 500), CosineDecay(0.1, 1_000, Floor = 0.01)")]
    public Task A_tenth_is_kept(string written, string kept) => FixRun<OtherEditFix>.VerifyOnlyAsync("LRG047", Declare(written), Declare(kept));

    [Fact]
    public Task In_all_places() => FixRun<OtherEditFix>.VerifyOnlyAsync(
        "LRG047",
        Declare("CosineDecay(0.001, {|LRG047:1_000|})") + "\n[Training(Steps = 9)] [LinearDecay(1, 0, {|LRG047:6|})] partial struct B;",
        Declare("CosineDecay(0.001, 1_000, Floor = 0.0001)") + "\n[Training(Steps = 9)] [LinearDecay(1, 0.1, 6)] partial struct B;");

    [Fact]
    public async Task Title_and_key()
    {
        var offer = Assert.Single(await FixOffers.ForAsync(new OtherEditFix(), Declare("CosineDecay(0.001, 1_000)")));
        Assert.Equal(("Keep a tenth of the rate, 0.0001, as the floor", "OtherLRG047"), (offer.Title, offer.EquivalenceKey));
    }

    [Theory]
    [InlineData("CosineDecay(0.001, 1_000, FloorRatio = 0)")]
    [InlineData("PiecewiseInterpolated(new[] { 0.001, 0 }, new double[] { 1_000 })")]
    public async Task No_floor_where_another_argument_decides(string attribute)
    {
        string source = Declare(attribute);
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        Assert.Contains(await Consumer.AnalyzeAsync(completed), d => d.Id == "LRG047");
        Assert.Empty(await FixOffers.TitlesAsync(new OtherEditFix(), source));
    }

    private static string Declare(string attributes) => $$"""
        using LrGen;

        static partial class Rates
        {
            private const double Rate = 0.3;

            [Training(Steps = 3_000)]
            [{{attributes}}]
            public static partial double Learning(long step);
        }
        """;
}
