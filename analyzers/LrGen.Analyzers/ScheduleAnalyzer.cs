using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.Review;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers;

/// <summary>
/// Reports what is wrong with a schedule declaration, and what it would do to its training. It runs the generator's own parser and
/// lowering, so it cannot say something else than the generator does, and it runs while the person types, also where generators run only
/// on save.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScheduleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfDeclarations;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!Mentions.Any(start.Compilation) || start.Compilation.GetTypesByMetadataName(AttributeNames.Marker).IsEmpty)
                return;
            var known = new Known(Judgements.Of(start.Compilation), new FileSettings(start.Options));
            // Methods are reached through their type: for a partial method the compiler announces the generated part alone.
            start.RegisterSymbolAction(
                c =>
                {
                    if (c.Symbol.ContainingType is null)
                        AnalyzeType((INamedTypeSymbol)c.Symbol, c, known, []);
                },
                SymbolKind.NamedType);
            // Attributes for methods are legal on local functions and lambdas, too, which are no symbols of their own here.
            start.RegisterOperationAction(
                c => Analyze(((ILocalFunctionOperation)c.Operation).Symbol, c.Compilation, known, c.ReportDiagnostic, c.CancellationToken),
                OperationKind.LocalFunction);
            start.RegisterOperationAction(
                c => Analyze(((IAnonymousFunctionOperation)c.Operation).Symbol, c.Compilation, known, c.ReportDiagnostic, c.CancellationToken),
                OperationKind.AnonymousFunction);
            start.RegisterSyntaxTreeAction(ReportUnusableSettings);
        });
    }

    /// <summary>All that is wrong with a target, in the order of parsing.</summary>
    internal static IEnumerable<ScheduleError> Errors(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        if (DeclarationParser.Parse(symbol, compilation, cancellation) is not { } parsed)
            return [];
        if (parsed.Declaration is not { } declaration)
            return parsed.Errors;
        var errors = parsed.Errors.Concat(ScheduleLowering.Lower(declaration).Errors);
        return FailureNote.In(symbol) is { } failure ? errors.Append(InternalFailure.Error(failure)) : errors;
    }

    /// <summary>
    /// Analyzes a type and all inside it. A type that is not partial stops every target inside; it is one mistake and reported once.
    /// </summary>
    private static void AnalyzeType(INamedTypeSymbol type, SymbolAnalysisContext context, Known known, HashSet<Diagnostic> reported)
    {
        Analyze(type, context.Compilation, known, Report, context.CancellationToken);
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol)
                Analyze(member, context.Compilation, known, Report, context.CancellationToken);
            else if (member is INamedTypeSymbol nested)
                AnalyzeType(nested, context, known, reported);
        }

        void Report(Diagnostic diagnostic)
        {
            if (reported.Add(diagnostic))
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static void Analyze(ISymbol symbol, Compilation compilation, Known known, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (DeclarationParser.Parse(symbol, compilation, cancellation) is not { } parsed)
            return;
        foreach (var error in parsed.Errors)
            report(ScheduleDiagnostic.Create(error, symbol, cancellation));
        if (FailureNote.In(symbol) is { } failed)
            report(ScheduleDiagnostic.Create(InternalFailure.Error(failed), symbol, cancellation));
        if (parsed.Declaration is not { } declaration)
            return;
        var judgement = known.Judgements.On(declaration, known.Settings.Of(symbol));
        foreach (var error in judgement.Errors)
            report(ScheduleDiagnostic.Create(error, symbol, cancellation));
        foreach (var (rule, finding) in judgement.Findings)
            report(ScheduleDiagnostic.Create(rule.Descriptor, finding, symbol, cancellation));
        // Advice that fails is none; the code is generated all the same.
        if (judgement.Failure is { } what)
            report(Descriptors.Failure(ScheduleDiagnostic.Locate(InternalFailure.Error(what), symbol, cancellation), what));
    }

    /// <summary>Says which keys of an .editorconfig say nothing, at the top of each file that they are for: they have no place of their own.</summary>
    private static void ReportUnusableSettings(SyntaxTreeAnalysisContext context)
    {
        foreach (var wrong in Settings.Of(context.Tree, context.Options).Wrong)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnusableSetting, Location.Create(context.Tree, default), wrong.Key, wrong.Value, wrong.WayOut));
        }
    }

    /// <summary>What the analysis of one compilation knows from the start.</summary>
    private sealed record Known(Judgements Judgements, FileSettings Settings);
}
