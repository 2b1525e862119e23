using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.MachineLearning;
using LrGen.Analyzers.Rules;
using LrGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>
/// Checks a source against its markup, <c>{|LRG010:−1|}</c>: exactly the marked diagnostics, at exactly the marked places. The generator
/// runs first and errors of the compiler count, so a mistake that gets a second error from the compiler fails the test. The long run does
/// it in a workspace and suppresses each diagnostic as well; otherwise <see cref="QuickRun"/> compares the same without one.
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
        // Both analyzers report rules about rates.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
    }

    public static Task VerifyAsync(string markup, params DiagnosticResult[] more) => VerifyAsync(markup, LanguageVersion.Latest, more);

    public static Task VerifyAsync(string markup, LanguageVersion language, params DiagnosticResult[] more)
    {
        if (!LongRun.IsOn && more.Length == 0)
            return QuickRun.VerifyAsync(markup, language, [RuleIds.FirstRateZero, .. Descriptors.OfConversions.Select(d => d.Id)]);
        var run = new AnalyzerRun(markup, language);
        run.DisabledDiagnostics.Add(RuleIds.FirstRateZero);
        // That something can be a declaration is no complaint.
        run.DisabledDiagnostics.AddRange(Descriptors.OfConversions.Select(d => d.Id));
        run.TestState.ExpectedDiagnostics.AddRange(more);
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Checks a sample of a rule. Other rules that only inform stay out of it: a sample about a ramp that starts at 0 need not say so each time.
    /// </summary>
    public static Task VerifyAsync(Sample sample, string id)
    {
        if (!LongRun.IsOn)
            return QuickRun.VerifyAsync(sample.Source, sample.Language, Quiet(id), sample.Settings);
        var run = new AnalyzerRun(sample.Source, sample.Language);
        run.DisabledDiagnostics.AddRange(Quiet(id));
        // What a setting does is at no place that a pragma could stand before.
        if (sample.Start.Length > 0)
            run.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        if (sample.Settings.Length > 0)
            run.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", Consumer.EditorConfig(sample.Settings)));
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The rules that only inform, but for one.</summary>
    public static IEnumerable<string> Quiet(string but) =>
        Descriptors.All.Where(d => d.DefaultSeverity < DiagnosticSeverity.Warning && d.Id != but).Select(d => d.Id);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new ScheduleAnalyzer(), new SearchSpaceAnalyzer(), new CallSiteAnalyzer(), new ConversionAnalyzer(), new TrainerAnalyzer()];

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ScheduleGenerator)];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(_language);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
}
