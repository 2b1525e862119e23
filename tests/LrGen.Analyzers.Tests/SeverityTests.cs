using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace LrGen.Analyzers.Tests;

/// <summary>How loud LRG030 is, and what it takes to silence it; errors cannot be silenced.</summary>
public class SeverityTests
{
    private const string Growing = """
        using LrGen;

        static partial class Rates
        {
        #pragma warning disable LRG030 // A range test: the rate is meant to grow.
            [StepDecay(1e-6, 10, 10)]
            public static partial double Test(long step);
        #pragma warning restore LRG030

            [StepDecay(1e-6, 10, 10)]
            public static partial double Rate(long step);
        }
        """;

    [Fact]
    public async Task Pragma_suppresses_the_warning_where_it_stands_and_nowhere_else()
    {
        var diagnostic = Assert.Single(await AnalyzeAsync(Growing));
        Assert.Equal(("LRG030", DiagnosticSeverity.Warning, 9), (diagnostic.Id, diagnostic.Severity, Line(diagnostic)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("2.0 / 2")]
    public Task Factor_of_exactly_1_is_a_hint(string factor) => AnalyzerRun.VerifyAsync(
        $$"""
        using LrGen;

        [StepDecay(0.1, 10, factor: {|#0:{{factor}}|})]
        readonly partial struct Rate;
        """,
        new DiagnosticResult(Descriptors.FactorDoesNotDecay).WithSeverity(DiagnosticSeverity.Info).WithLocation(0)
            .WithMessage("The factor 1 does not let the rate decay"));

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task Warning_can_be_configured(ReportDiagnostic configured, DiagnosticSeverity? expected)
    {
        var diagnostics = await AnalyzeAsync(Growing, ("LRG030", configured));
        Assert.Equal(expected, diagnostics.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task Errors_cannot_be_switched_off()
    {
        const string Source = """
            using LrGen;

            #pragma warning disable LRG001, LRG010
            [Constant(0)]
            readonly partial struct Zero;

            [Constant(0.1)]
            readonly struct Closed;
            """;
        var diagnostics = await AnalyzeAsync(Source, ("LRG001", ReportDiagnostic.Suppress), ("LRG010", ReportDiagnostic.Suppress));
        Assert.Equal(["LRG001", "LRG010"], diagnostics.Select(d => d.Id).Order());
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticSeverity.Error, d.Severity));
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string source, params (string Id, ReportDiagnostic Severity)[] configured)
    {
        var compilation = Consumer.Compile(source);
        var severities = configured.Select(c => KeyValuePair.Create(c.Id, c.Severity));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities));
        return await Consumer.AnalyzeAsync(Consumer.Generate(compilation).Completed);
    }

    private static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;
}
