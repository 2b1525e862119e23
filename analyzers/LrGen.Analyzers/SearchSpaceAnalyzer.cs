using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Search;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers;

/// <summary>Reports what is wrong with a search space, by the generator's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SearchSpaceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.NotPartial, Descriptors.FileLocalType, Descriptors.ConflictingAttributes, Descriptors.UnboundArgument, Descriptors.UnsupportedTarget,
        Descriptors.UnknownReference, Descriptors.QuantityOutOfRange, Descriptors.InternalFailure);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Mentions.Any(start.Compilation) && !start.Compilation.GetTypesByMetadataName(SearchSpaceParser.AttributeName).IsEmpty)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!SearchSpaceParser.IsSpace(type) || SearchSpaceParser.Parse(type, context.Compilation, context.CancellationToken) is not { } parsed)
            return;
        InternalFailure.Contain(
            () =>
            {
                foreach (var error in parsed.Errors)
                    context.ReportDiagnostic(ScheduleDiagnostic.Create(error.Error, Locate(error, type, context.CancellationToken)));
                if (FailureNote.In(type) is { } failure)
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.InternalFailure, TypeLocation(type, context.CancellationToken), failure));
            },
            what => context.ReportDiagnostic(Descriptors.Failure(type.Locations[0], what)));
    }

    private static Location Locate(SearchError error, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (error.Parameter < 0)
            return TypeLocation(error.Error.Problem == ScheduleProblem.NotPartial ? TargetChecks.FirstTypeNotPartial(type) ?? type : type, cancellation);
        var parameter = SearchSpaceParser.PrimaryConstructor(type)!.Parameters[error.Parameter];
        if (error.Error.Place == ErrorPlace.Parameter)
            return parameter.Locations[0];
        var attribute = parameter.GetAttributes()[error.Error.AttributeIndex];
        var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellation);
        return error.Error.Place == ErrorPlace.Argument && error.Error.Name != "values"
            && ScheduleDiagnostic.FindArgument(attribute, syntax, error.Error.Name) is { } argument
                ? argument.Expression.GetLocation()
                : syntax.GetLocation();
    }

    /// <summary>The user's part, and of several the one that lacks the modifier.</summary>
    private static Location TypeLocation(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (ScheduleDiagnostic.PartWithoutPartial(type, cancellation) is { } notPartial)
            return notPartial;
        var parts = type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>().ToList();
        return (parts.FirstOrDefault(t => t.AttributeLists.Count > 0) ?? parts[0]).Identifier.GetLocation();
    }
}
