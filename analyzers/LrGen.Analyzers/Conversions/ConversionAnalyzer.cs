using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
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
                Contained.Node(c => ConvertibleMethod.Analyze(c, library)), SyntaxKind.MethodDeclaration, SyntaxKind.LocalFunctionStatement,
                SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression);
            start.RegisterSyntaxNodeAction(
                Contained.Node(c => ConvertibleLoop.Analyze(c, library)),
                SyntaxKind.VariableDeclarator, SyntaxKind.SimpleAssignmentExpression,
                SyntaxKind.MultiplyAssignmentExpression, SyntaxKind.DivideAssignmentExpression, SyntaxKind.SubtractAssignmentExpression);
            if (known.Torch is not null && ConvertibleScheduler.IsPossibleIn(start.Compilation))
            {
                start.RegisterOperationAction(Contained.Operation(c => ConvertibleScheduler.Analyze(c, known)), OperationKind.Invocation);
                start.RegisterOperationAction(Contained.Operation(c => ConvertibleFactor.Analyze(c, known)), OperationKind.ObjectCreation);
            }
        });
    }
}
