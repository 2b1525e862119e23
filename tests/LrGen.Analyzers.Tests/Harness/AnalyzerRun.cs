using LrGen.Analyzers.CallSites;
using LrGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>
/// Checks a source against its markup, <c>{|LRG010:−1|}</c>: exactly the marked diagnostics, at exactly the marked places. The generator
/// runs first and errors of the compiler count, so a mistake that gets a second error from the compiler fails the test.
/// </summary>
internal sealed class AnalyzerRun : CSharpAnalyzerTest<ScheduleAnalyzer, DefaultVerifier>
{
    private readonly LanguageVersion _language;

    private AnalyzerRun(string markup, LanguageVersion language)
    {
        _language = language;
        TestCode = markup;
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.AdditionalReferences.AddRange(Consumer.ReferencesFor(markup));
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        CompilerDiagnostics = CompilerDiagnostics.Errors;
    }

    public static Task VerifyAsync(string markup, params DiagnosticResult[] more) => VerifyAsync(markup, LanguageVersion.Latest, more);

    public static Task VerifyAsync(string markup, LanguageVersion language, params DiagnosticResult[] more)
    {
        var run = new AnalyzerRun(markup, language);
        run.TestState.ExpectedDiagnostics.AddRange(more);
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new ScheduleAnalyzer(), new CallSiteAnalyzer()];

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ScheduleGenerator)];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(_language);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
}
