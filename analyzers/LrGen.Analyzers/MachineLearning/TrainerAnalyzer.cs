using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.MachineLearning;

/// <summary>Judges the learning rates of ML.NET's trainers, as arguments and in options. It is silent in projects that do not use ML.NET.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainerAnalyzer : DiagnosticAnalyzer
{
    private const string Category = "LrGen.Training";

    /// <summary>Below this much in all rounds together, most of what is to be learned is left.</summary>
    private const double LeastLearned = 0.5;

    private static readonly string[] s_rates = ["learningRate", "LearningRate"];
    private static readonly string[] s_rounds = ["numberOfTrees", "NumberOfTrees", "numberOfIterations", "NumberOfIterations"];

    internal static readonly DiagnosticDescriptor RateOutOfRange = new(
        RuleIds.TrainerRateOutOfRange, "Trainer's rate is far outside the usual", "The rate {0} of {1} is {2}: {3}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.TrainerRateOutOfRange));

    internal static readonly DiagnosticDescriptor BoostingTooShort = new(
        RuleIds.BoostingTooShort, "Boosting ends before it has learned",
            "{0} rounds at a rate of {1} learn at most {2} % of what is to be learned; more rounds, or a higher rate, are usual",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.BoostingTooShort));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfTrainers;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.ReferencedAssemblyNames.Any(a => a.Name.StartsWith("Microsoft.ML", StringComparison.Ordinal)))
                return;
            start.RegisterOperationAction(Contained.Operation(c => Call((IInvocationOperation)c.Operation, c.ReportDiagnostic)), OperationKind.Invocation);
            start.RegisterOperationAction(Contained.Operation(c => Options((IObjectCreationOperation)c.Operation, c.ReportDiagnostic)), OperationKind.ObjectCreation);
            start.RegisterOperationAction(Contained.Operation(c => Assignment((ISimpleAssignmentOperation)c.Operation, c.ReportDiagnostic)), OperationKind.SimpleAssignment);
        });
    }

    private static void Call(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (Trainer.Of(call.TargetMethod) is not { } trainer || s_rates.Select(call.Argument).FirstOrDefault(a => a is not null) is not { } rate
            || Value(rate) is not { } value)
            return;
        Judge(trainer, rate, value, report);
        // A number of rounds that is left out is that of the method.
        if (trainer.IsBoosting && s_rounds.Select(call.NumberOf).FirstOrDefault(n => n is not null) is { } rounds)
            Judge(rate, value, rounds, report);
    }

    private static void Options(IObjectCreationOperation creation, Action<Diagnostic> report)
    {
        if (creation.Initializer is not { } initializer || Trainer.OfOptions(creation.Type) is not { } trainer)
            return;
        var values = initializer.Initializers.OfType<ISimpleAssignmentOperation>().Select(a =>
            (Name: Member(a.Target)?.Name ?? string.Empty, a.Value)).ToList();
        if (trainer.IsBoosting && values.Find(v => s_rates.Contains(v.Name)).Value is { } rate && Value(rate) is { } value
            && values.Find(v => s_rounds.Contains(v.Name)).Value is { } given && Value(given) is { } rounds)
        {
            Judge(rate, value, rounds, report);
        }
    }

    /// <summary>An option by itself, in an initializer or after it.</summary>
    private static void Assignment(ISimpleAssignmentOperation assignment, Action<Diagnostic> report)
    {
        if (Member(assignment.Target) is not { } member || !s_rates.Contains(member.Name)
            || !(member.ContainingAssembly?.Name.StartsWith("Microsoft.ML", StringComparison.Ordinal) ?? false))
            return;
        var owner = (assignment.Target as IMemberReferenceOperation)?.Instance?.Type ?? member.ContainingType;
        if (Trainer.OfOptions(owner) is not { } trainer)
            return;
        // The text trainers take a list of rates.
        foreach (var rate in Elements(assignment.Value) ?? [assignment.Value])
        {
            if (Value(rate) is { } value)
                Judge(trainer, rate, value, report);
        }
    }

    private static void Judge(Trainer trainer, IOperation place, double rate, Action<Diagnostic> report)
    {
        if (!(rate > 0) || double.IsInfinity(rate))
            report(Diagnostic.Create(RateOutOfRange, place.Syntax.GetLocation(), NumberText.Friendly(rate), trainer.Name, "no rate",
                "it has to be above 0 and finite"));
        else if (rate > trainer.Highest)
            report(Diagnostic.Create(RateOutOfRange, place.Syntax.GetLocation(), NumberText.Friendly(rate), trainer.Name, "above "
                + NumberText.Friendly(trainer.Highest), trainer.Reason));
    }

    /// <summary>All rounds together learn 1 − (1 − rate)^rounds of what is to be learned, which is at most their product.</summary>
    private static void Judge(IOperation place, double rate, double rounds, Action<Diagnostic> report)
    {
        if (rate is > 0 and < 1 && rounds >= 1 && rate * rounds < LeastLearned)
        {
            report(Diagnostic.Create(
                BoostingTooShort, place.Syntax.GetLocation(), NumberText.Friendly(rounds), NumberText.Friendly(rate),
                    NumberText.Friendly(Math.Ceiling(100 * rate * rounds))));
        }
    }

    private static IEnumerable<IOperation>? Elements(IOperation list) => list is IConversionOperation conversion ? Elements(conversion.Operand)
        : list is IObjectCreationOperation { Initializer: { } initializer }
            ? initializer.Initializers.OfType<IInvocationOperation>().Where(i => i.Arguments.Length == 1).Select(i => i.Arguments[0].Value)
        : list.Elements();

    private static ISymbol? Member(IOperation target) => (target as IMemberReferenceOperation)?.Member;

    /// <summary>A constant, also as a number of another type or one that may be missing.</summary>
    private static double? Value(IOperation operation) => operation.Number() ?? (operation is IConversionOperation conversion
        ? Value(conversion.Operand) : null);
}
