using System.Diagnostics;
using System.Text.RegularExpressions;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests;

/// <summary>
/// Analyzer and generator run while a person types, so they see code that is cut off and values that make no sense. An exception takes
/// all generated code away (CS8785) and stops the analyzer (AD0001).
/// </summary>
public class BrokenCodeTests
{
    private const int Seed = 20_240_607;

    private static readonly int s_cuts = LongRun.Size(full: 300, quick: 8);

    private static readonly string[] s_extremes =
    [
        "0", "-1", "1", "2", "0.5", "1e-320", "double.Epsilon", "-double.Epsilon", "1e308", "double.MaxValue", "double.MinValue", "double.NaN",
        "double.PositiveInfinity", "double.NegativeInfinity", "9007199254740993", "0.9999999999999999", "1.0000000000000002", "1e-17", "5e12", "2.4",
    ];

    [Fact]
    public async Task Source_cut_anywhere()
    {
        string source = GoodDeclarations.Source;
        for (int i = 0; i < s_cuts; i++)
            await AssertNoExceptionAsync(source[..(source.Length * i / s_cuts)]);
    }

    [Fact]
    public async Task Source_with_tokens_missing()
    {
        var random = new Random(Seed);
        for (int i = 0; i < s_cuts / 2; i++)
            await AssertNoExceptionAsync(WithoutTokens(GoodDeclarations.Source, random));
    }

    [Theory]
    [InlineData("[Constant(0.1)] public static partial double Rate(long step);")]
    [InlineData("[Constant(0.2)] internal static partial float Rate(long other);")]
    [InlineData("[Constant(0.1)] public static partial double Rate<T>(long step) where U : struct;")]
    [InlineData("[Constant(0.1)] public static partial double Rate<T, T>(long step) where T : class where T : struct;")]
    [InlineData("[Constant(0.1)] public static partial double (long step);")]
    [InlineData("[Constant(0.1)] public static partial double Rate(long step, long);")]
    [InlineData("[Constant(0.1)] public static partial Missing<int> Rate(Missing step);")]
    [InlineData("} [Constant(0.1)] partial struct Rates { [Constant(0.1)] public static partial double Rate(long step); ")]
    [InlineData("[Constant(0.1)] partial struct Inner; [Constant(0.2)] partial record struct Inner;")]
    public async Task Broken_neighbour_leaves_the_code_of_others(string neighbour)
    {
        string source = "using LrGen;\n\nstatic partial class Rates\n{\n    [Constant(0.1)] public static partial double Rate(long step);\n    "
            + neighbour + "\n}\n";
        await AssertNoExceptionAsync(source);
        // A generator that fails writes nothing at all.
        Assert.True(Consumer.Generate(Consumer.Compile(source)).Completed.SyntaxTrees.Count() > 1);
    }

    [Fact]
    public async Task Wrong_samples_with_tokens_missing()
    {
        var random = new Random(Seed);
        foreach (var sample in LongRun.Some(RuleSamples.All.SelectMany(r => r.Wrong), every: 12))
            await AssertNoExceptionAsync(WithoutTokens(Markup.Strip(sample.Source), random));
    }

    [Fact]
    public async Task Every_argument_with_extreme_values()
    {
        var random = new Random(Seed);
        string[] attributes =
        [
            "Constant(#, Steps = #)", "StepDecay(#, #, #, Floor = #)", "StepDecay(#, #, #, Steps = #, AfterEnd = AfterEnd.Repeat)",
            "ExponentialDecay(#, #, #, Begin = #, FloorRatio = #)",
            "ExponentialDecay(#, #, #, Staircase = true, Steps = #, AfterEnd = AfterEnd.Throw)",
            "LinearDecay(#, #, #, End = End.LastStep)", "PolynomialDecay(#, #, #, Floor = #, AfterEnd = AfterEnd.Oscillate)",
            "CosineDecay(#, #, Floor = #)", "Warmup(#, From = #, Shape = WarmupShape.Exponential), CosineDecay(#, #)",
            "Warmup(#, FromRatio = #, Shape = WarmupShape.Logarithmic, Join = Join.Overlap), StepDecay(#, #, #)",
            "Warmup(#, Shape = WarmupShape.Polynomial, Power = #, Join = Join.Multiply), LinearDecay(#, #, #), Constant(#)",
            "Constant(#, Steps = #), ExponentialDecay(#, #), StepDecay(#, #, #)",
            "CosineRestarts(#, #, LengthFactor = #, Amplitude = #, Floor = #)", "ChebyshevDecay(#, #, #)", "PowerDecay(#, #, #)", "EdenDecay(#, #, Power = #)",
        ];
        for (int i = 0; i < LongRun.Size(full: 600, quick: 100); i++)
        {
            // One value out of two is harmless: where all are wrong, the checks stop everything behind them.
            string attribute = Regex.Replace(
                attributes[i % attributes.Length], "#", _ => random.Next(2) == 0 ? "0.25" : s_extremes[random.Next(s_extremes.Length)]);
            await AssertNoExceptionAsync("using LrGen;\n\n[" + attribute + "]\nreadonly partial struct Rate;\n");
        }
    }

    /// <summary>Leaves out one to four tokens.</summary>
    private static string WithoutTokens(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().ToList();
        var chosen = Enumerable.Range(0, random.Next(1, 5)).Select(_ => tokens[random.Next(tokens.Count)]).Distinct();
        foreach (var token in chosen.OrderByDescending(t => t.SpanStart))
            source = source.Remove(token.SpanStart, token.Span.Length);
        return source;
    }

    private static async Task AssertNoExceptionAsync(string source)
    {
        var clock = Stopwatch.StartNew();
        var (after, failures) = Consumer.Generate(Consumer.Compile(source));
        var diagnostics = (await Consumer.AnalyzeAsync(after)).AddRange(failures);
        if (diagnostics.FirstOrDefault(d => !d.Id.StartsWith("LRG", StringComparison.Ordinal)) is { } exception)
            Assert.Fail(exception + "\n" + exception.Descriptor.Description + "\n" + source);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "It took " + clock.Elapsed + ":\n" + source);
    }
}
