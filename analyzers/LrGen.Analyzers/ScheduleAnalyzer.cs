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
            // Methods are reached through their type: for a partial method the compiler announces the generated part alone.
            start.RegisterSymbolAction(
                static c =>
                {
                    if (c.Symbol.ContainingType is null)
                        AnalyzeType((INamedTypeSymbol)c.Symbol, c, []);
                },
                SymbolKind.NamedType);
            // Attributes for methods are legal on local functions and lambdas, too, which are no symbols of their own here.
            start.RegisterOperationAction(
                static c => Analyze(((ILocalFunctionOperation)c.Operation).Symbol, c.Compilation, c.Options, c.ReportDiagnostic, c.CancellationToken),
                OperationKind.LocalFunction);
            start.RegisterOperationAction(
                static c => Analyze(((IAnonymousFunctionOperation)c.Operation).Symbol, c.Compilation, c.Options, c.ReportDiagnostic, c.CancellationToken),
                OperationKind.AnonymousFunction);
            start.RegisterSyntaxTreeAction(ReportUnusableSettings);
        });
    }

    /// <summary>All that is wrong with a target, in the order of parsing.</summary>
    internal static IEnumerable<ScheduleError> Errors(ISymbol symbol, Compilation compilation, CancellationToken cancellation) =>
        Read(symbol, compilation, cancellation).Errors;

    private static (IEnumerable<ScheduleError> Errors, ScheduleDeclaration? Declaration, LoweringResult? Lowered) Read(
        ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        if (DeclarationParser.Parse(symbol, compilation, cancellation) is not { } parsed)
            return ([], null, null);
        if (parsed.Declaration is not { } declaration)
            return (parsed.Errors, null, null);
        var lowered = ScheduleLowering.Lower(declaration);
        var errors = parsed.Errors.Concat(lowered.Errors);
        return (FailureNote.In(symbol) is { } failure ? errors.Append(InternalFailure.Error(failure)) : errors, declaration, lowered);
    }

    /// <summary>
    /// Analyzes a type and all inside it. A type that is not partial stops every target inside; it is one mistake and reported once.
    /// </summary>
    private static void AnalyzeType(INamedTypeSymbol type, SymbolAnalysisContext context, HashSet<Diagnostic> reported)
    {
        Analyze(type, context.Compilation, context.Options, Report, context.CancellationToken);
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol)
                Analyze(member, context.Compilation, context.Options, Report, context.CancellationToken);
            else if (member is INamedTypeSymbol nested)
                AnalyzeType(nested, context, reported);
        }

        void Report(Diagnostic diagnostic)
        {
            if (reported.Add(diagnostic))
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static void Analyze(
        ISymbol symbol, Compilation compilation, AnalyzerOptions options, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var (errors, declaration, lowered) = Read(symbol, compilation, cancellation);
        foreach (var error in errors)
            report(ScheduleDiagnostic.Create(error, symbol, cancellation));
        if (declaration is not null && lowered is not null)
        {
            // Advice that fails is none; the code is generated all the same.
            InternalFailure.Contain(
                () => Review(symbol, declaration, lowered, options, report, cancellation),
                what => report(Descriptors.Failure(ScheduleDiagnostic.Locate(InternalFailure.Error(what), symbol, cancellation), what)));
        }
    }

    /// <summary>Reports what a schedule would do to its training.</summary>
    private static void Review(
        ISymbol symbol, ScheduleDeclaration declaration, LoweringResult lowered, AnalyzerOptions options, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var facts = TrainingFacts.Of(declaration.Training, Settings.Of(symbol, options), ofRule: OptimizerFacts.Of(declaration, lowered));
        if (ScheduleReview.Of(declaration, lowered, facts) is not { } review)
            return;
        foreach (var rule in CurveRule.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rule.Check(review) is { } finding)
                report(ScheduleDiagnostic.Create(rule.Descriptor, finding, symbol, cancellation));
        }
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
}
