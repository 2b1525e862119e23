using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class WriteDoublesFixTests
{
    [Theory]
    [InlineData("PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, {|CS1503:new[] { 30, 60 }|})", "PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, new double[] { 30, 60 })")]
    [InlineData("PiecewiseInterpolated({|CS1503:new int[] { 1, 0 }|}, {|CS1503:new[] { 24 }|})", "PiecewiseInterpolated(new double[] { 1, 0 }, new double[] { 24 })")]
    [InlineData("MilestoneDecay(0.1, 0.1, {|CS1503:new[] { 30f, 60 }|})", "MilestoneDecay(0.1, 0.1, new double[] { 30f, 60 })")]
    public Task Whole_numbers_become_doubles(string wrong, string right) =>
        FixRun<WriteDoublesFix>.VerifyAsync(Rates(wrong), Rates(right));

    [Theory]
    [InlineData("static class C { static double Sum(double[] numbers) => 0; static double Three = Sum(new[] { 1, 2 }); }")]
    [InlineData("class A : System.Attribute { public A(double[] numbers) { } } [A(new[] { 1, 2 })] class B;")]
    public async Task Arrays_elsewhere_are_left_alone(string source) => Assert.Empty(await FixOffers.TitlesAsync(new WriteDoublesFix(), "using LrGen;\n" + source));

    private static string Rates(string attributes) => $$"""
        using LrGen;

        static partial class Rates
        {
            [{{attributes}}]
            public static partial double Rate(long step);
        }
        """;
}
