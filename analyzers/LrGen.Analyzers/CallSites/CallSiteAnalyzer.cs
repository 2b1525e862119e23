using System.Collections.Immutable;
using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.CallSites;

/// <summary>
/// Reports what code does wrong with its schedules: units that do not fit, counters that start again, rates that nobody reads. It reads
/// each method once, and only methods that ask for a rate or use TorchSharp's optimizers get as far as a rule.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfCallSites;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!Mentions.Any(start.Compilation) || KnownSymbols.Of(start.Compilation, start.Options) is not { } known)
                return;
            start.RegisterOperationBlockAction(c => InternalFailure.Contain(
                () => Analyze(c, known), what => c.ReportDiagnostic(Descriptors.Failure(c.OwningSymbol.Locations[0], what))));
            start.RegisterSymbolAction(
                c => InternalFailure.Contain(
                    () =>
                    {
                        IntegerArithmetic.CheckAttributes(c);
                        AnalyzeTraining(c, known);
                    },
                    what => c.ReportDiagnostic(Descriptors.Failure(c.Symbol.Locations[0], what))),
                SymbolKind.NamedType);
        });
    }

    private static void AnalyzeTraining(SymbolAnalysisContext context, KnownSymbols known)
    {
        if (TrainingReading.Of((INamedTypeSymbol)context.Symbol, known, context.CancellationToken) is not { } reading)
            return;
        var findings = new TrainingFindings(reading, context.ReportDiagnostic);
        foreach (var rule in CallSiteRule.All)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            rule.Check(reading, findings);
        }

        CodeReview.Check(reading, findings);
    }

    private static void Analyze(OperationBlockAnalysisContext context, KnownSymbols known)
    {
        IntegerArithmetic.CheckMethod(context);
        if (Body.Read(context.OperationBlocks, known, context.CancellationToken) is not { } body)
            return;
        foreach (var rule in CallSiteRule.All)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            rule.Check(body, context.ReportDiagnostic);
        }

        if (known.Library is not null)
            CodeReview.CheckDeclarations(body, context.ReportDiagnostic);
    }
}
