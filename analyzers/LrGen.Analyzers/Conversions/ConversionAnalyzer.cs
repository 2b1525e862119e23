using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Conversions;

/// <summary>Suggests declarations for code that does by hand what they do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConversionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfConversions;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation, start.Options) is not { Library: { } library } known)
                return;
            start.RegisterSyntaxNodeAction(
                c => InternalFailure.Contain(
                    () => ConvertibleMethod.Analyze(c, library), what => c.ReportDiagnostic(Descriptors.Failure(c.Node.GetLocation(), what))),
                SyntaxKind.MethodDeclaration);
            if (known.Torch is not null && ConvertibleScheduler.IsPossibleIn(start.Compilation))
            {
                start.RegisterOperationAction(
                    c => InternalFailure.Contain(
                        () => ConvertibleScheduler.Analyze(c, known), what => c.ReportDiagnostic(Descriptors.Failure(c.Operation.Syntax.GetLocation(), what))),
                    OperationKind.Invocation);
            }
        });
    }
}
