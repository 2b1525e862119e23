using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.MachineLearning;
using LrGen.Analyzers.Rules;
using LrGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>
/// Checks what a fix makes of a source. The result is compiled with the generated parts, so it has to be free of errors but for those
/// marked in it. Samples of rules have a workspace to themselves in the long run only; otherwise see <see cref="QuickFix"/>. Fixing one by one and fixing all in a document have to give the same; in the long run also in a project and the solution.
/// </summary>
internal sealed class FixRun<TFix> : CSharpCodeFixTest<ScheduleAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    public FixRun()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.AdditionalReferences.AddRange(Consumer.References);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        // Both analyzers report rules about rates.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        if (!LongRun.IsOn)
            CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        // What could be a declaration is said beside what is wrong with it.
        DisabledDiagnostics.AddRange(Descriptors.OfConversions.Select(d => d.Id).Except(new TFix().FixableDiagnosticIds));
    }

    /// <summary>Checks one file.</summary>
    public static Task VerifyAsync(string markup, string expected, params DiagnosticResult[] more)
    {
        var run = new FixRun<TFix> { TestCode = markup, FixedCode = expected };
        run.TestState.AdditionalReferences.AddRange(Consumer.ReferencesFor(markup).Except(Consumer.References));
        run.TestState.ExpectedDiagnostics.AddRange(more);
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks one file, with all other rules that only inform left out.</summary>
    public static Task VerifyOnlyAsync(string id, string markup, string expected)
    {
        if (!LongRun.IsOn)
            return QuickFix.VerifyAsync(new TFix(), markup, expected, [.. AnalyzerRun.Quiet(id)]);
        var run = new FixRun<TFix> { TestCode = markup, FixedCode = expected };
        run.TestState.AdditionalReferences.AddRange(Consumer.ReferencesFor(markup).Except(Consumer.References));
        run.DisabledDiagnostics.AddRange(AnalyzerRun.Quiet(id));
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks a sample of a rule and what the fix makes of it, with all other rules that only inform left out.</summary>
    public static Task VerifyAsync(Sample sample, string id) => VerifyOnlyAsync(id, sample.Source, new Sample(sample.Name, sample.Fixed!).Source);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new ScheduleAnalyzer(), new SearchSpaceAnalyzer(), new CallSiteAnalyzer(), new ConversionAnalyzer(), new TrainerAnalyzer()];

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ScheduleGenerator)];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
}
