using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// One of TorchSharp's schedulers whose numbers are all known, on an optimizer that is made beside it and that nothing else sets the rate of.
/// It is used for nothing but its steps, so a counter and a declaration do the same.
/// </summary>
internal static class ConvertibleScheduler
{
    /// <summary>
    /// Properties of the diagnostic: the attributes, the variable of the optimizer, whether the first rate is not the optimizer's own, and how many
    /// of the additional locations are not steps but the making of parts.
    /// </summary>
    public const string AttributesKey = ConvertibleMethod.AttributesKey, OptimizerKey = "Optimizer", SetsFirstKey = "SetsFirst", PartsKey = "Parts";

    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConvertibleScheduler, "Scheduler can be a declaration", "This TorchSharp {0} can be an LrGen declaration, [{1}]{2}",
        "LrGen.Suggestions", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ConvertibleScheduler));

    /// <summary>Those of the table that set nothing but a rate, and that only depend on the step.</summary>
    private static readonly HashSet<string> s_kinds =
    [
        "StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "PolynomialLR", "LinearLR", "ConstantLR", "SequentialLR",
        "OneCycleLR", "CyclicLR",
    ];

    /// <summary>What a fix needs to know of a scheduler that can be a declaration.</summary>
    /// <param name="Attributes">The attributes.</param>
    /// <param name="Properties">The properties of the diagnostic.</param>
    /// <param name="Places">Its additional locations.</param>
    internal sealed record Found(string Attributes, ImmutableDictionary<string, string?> Properties, IReadOnlyList<Location> Places);

    public static void Analyze(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (MayConvert(call, context.ContainingSymbol, known) && Body.Read([call.Root()], known, context.CancellationToken) is { } body
            && body.Schedulers.FirstOrDefault(s => ReferenceEquals(s.Call, call)) is { } scheduler
                && Find(scheduler, Likeness.Exact, body) is { } found)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, call.Syntax.GetLocation(), found.Places, found.Properties, call.TargetMethod.Name, found.Attributes, string.Empty));
        }
        else
        {
            ConvertibleFactor.Analyze(context, known);
        }
    }

    /// <summary>The declaration that can stand for a scheduler; null where there is none.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="likeness">What the declaration has in common with it.</param>
    /// <param name="body">The method.</param>
    public static Found? Of(Creation scheduler, Likeness likeness, Body body) =>
        body.Known.Library is not null && IsPossibleIn(body.Known.Compilation) && scheduler.Call is IInvocationOperation call
            && MayConvert(call, call.SemanticModel?.GetEnclosingSymbol(call.Start(), body.Cancellation), body.Known)
            ? Find(scheduler, likeness, body)
            : null;

    /// <summary>Whether a call makes a scheduler of the table, in a place that a declaration can stand beside.</summary>
    private static bool MayConvert(IInvocationOperation call, ISymbol? owner, KnownSymbols known) =>
        TorchTypes.Same(call.TargetMethod.ContainingType, known.Torch!.Schedulers) && s_kinds.Contains(call.TargetMethod.Name)
        && owner is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && CanHoldDeclaration(method.ContainingType) && !call.IsInLambda();

    private static Found? Find(Creation scheduler, Likeness likeness, Body body)
    {
        if (scheduler is not { Variable: ILocalSymbol variable, Optimizer: ILocalSymbol optimizer }
            || body.CreationOf(optimizer, body.Optimizers) is not { } made
            || (scheduler.Kind == "SequentialLR" ? SequenceSpellings.Members(scheduler, body) : []) is not { } members
                || !IsAlone(scheduler, members.Count, made, optimizer, body)
            || ConvertibleFactor.IsMovedOddly(scheduler.Call.Syntax, variable.Name)
            || StepsOf(variable, scheduler.Call.Root()) is not { Count: > 0 } steps || !IsStatement(scheduler.Call.Place().Statement.Syntax))
        {
            return null;
        }

        if (!IsTheRateAlone(scheduler, likeness, body))
            return null;
        var spellings = SchedulerSpellings.Of(scheduler, members, made, body, body.Known.Library!, likeness);
        if (spellings is null || new Conversion(body.Known.Library!, body.Cancellation).CurveOf(spellings) is not { IsConstant: true } curve)
            return null;
        // Parts in variables of their own have statements of their own.
        var parts = members.Where(m => m.Variable is not null).Select(m => m.Call.Place().Statement.Syntax).ToList();
        if (parts.Exists(p => !IsStatement(p)))
            return null;
        string attributes = string.Join(", ", spellings);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(AttributesKey, attributes).Add(OptimizerKey, optimizer.Name)
            .Add(PartsKey, NumberText.Integer(parts.Count)).Add(SetsFirstKey, curve.At(0).Equals(OptimizerCalls.Rate(made, body)) ? null : "true");
        return new Found(attributes, properties, [.. parts.Concat(steps).Select(s => s.GetLocation())]);
    }

    /// <summary>Whether a compilation can hold the declaration: a partial method that returns a value is C# 9.</summary>
    public static bool IsPossibleIn(Compilation compilation) => compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp9 };

    /// <summary>Whether a cycle moves the rate and nothing else, in a way that the attribute has, and is not moved on past its end.</summary>
    private static bool IsTheRateAlone(Creation scheduler, Likeness likeness, Body body)
    {
        var call = scheduler.Call;
        switch (scheduler.Kind)
        {
            case "CyclicLR":
                // An amplitude that falls by cycles, or by a function, is none of the attribute's.
                return call.FlagOf("cycle_momentum") == false && call.Argument("scale_fn") is null
                    && (call.OptionOf("mode") is "" or "Triangular" or "Triangular2" || likeness == Likeness.PyTorch);
            case "OneCycleLR":
                // At total_steps TorchSharp's rate is 0, and then it throws.
                return call.FlagOf("cycle_momentum") == false && call.OptionOf("anneal_strategy") is not null && call.FlagOf("three_phase") is not null
                    && SchedulerDeclarations.Of(scheduler, null, body) is [var once] && once.Values["steps"].Value is { } total
                    && SchedulerLength.Of(scheduler, body) is var (count, _) && (count < total || count.Equals(total) && IsLast(scheduler, body));
            default:
                return true;
        }
    }

    /// <summary>Whether no update comes after the last time that a scheduler is moved on.</summary>
    private static bool IsLast(Creation scheduler, Body body)
    {
        var last = body.SchedulerSteps.Last(s => TorchTypes.Same(s.Variable, scheduler.Variable)).Call;
        return !body.OptimizerSteps.Any(s => (s.Variable is null || TorchTypes.Same(s.Variable, scheduler.Optimizer))
            && (s.Call.IsInLambda() || s.Call.Start() > last.Start()));
    }

    public static bool CanHoldDeclaration(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal || outer.TypeKind == TypeKind.Interface
                || outer.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is not TypeDeclarationSyntax))
                return false;
        }

        return true;
    }

    /// <summary>Whether the scheduler and nothing else sets the rate, from the making of the optimizer on.</summary>
    private static bool IsAlone(Creation scheduler, int parts, Creation made, ILocalSymbol optimizer, Body body) =>
        !OptimizerCalls.HasGroups(made) && ReferenceEquals(scheduler.Call.Place().Block, made.Call.Place().Block)
            && scheduler.Call.Argument("last_epoch") is null
        && body.SchedulersOf(optimizer).Count() == 1 + parts && !body.RateWritesOf(optimizer).Any() && !body.SetsInitialRate
        && !body.OptimizerLoads.Any(l => l.Variable is null || TorchTypes.Same(l.Variable, optimizer)) && !body.Escapes(optimizer);

    /// <summary>The statements that move a scheduler on; null where it is used for anything else.</summary>
    private static List<SyntaxNode>? StepsOf(ILocalSymbol scheduler, IOperation root)
    {
        var steps = new List<SyntaxNode>();
        foreach (var reference in root.Descendants().OfType<ILocalReferenceOperation>().Where(r => TorchTypes.Same(r.Local, scheduler)))
        {
            if (reference.Parent is not IInvocationOperation { TargetMethod.Name: "step", Parent: IExpressionStatementOperation statement } call
                || call.IsInLambda()
                || call.Arguments.Any(a => a.ArgumentKind != ArgumentKind.DefaultValue) || !IsStatement(statement.Syntax))
            {
                return null;
            }

            steps.Add(statement.Syntax);
        }

        return steps;
    }

    /// <summary>Whether others can stand in the place of a statement.</summary>
    private static bool IsStatement(SyntaxNode node) => node is ExpressionStatementSyntax { Parent: BlockSyntax }
        or LocalDeclarationStatementSyntax { Parent: BlockSyntax, UsingKeyword.RawKind: 0, Declaration.Variables.Count: 1 } && !node.ContainsDirectives;
}
