using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
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
        RuleIds.ConvertibleScheduler, "Scheduler can be a declaration", "This TorchSharp {0} can be an LrGen declaration, [{1}]",
        "LrGen.Suggestions", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ConvertibleScheduler));

    /// <summary>Those of the table that set nothing but a rate, and that only depend on the step.</summary>
    private static readonly HashSet<string> s_kinds = ["StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "PolynomialLR", "LinearLR", "ConstantLR", "SequentialLR"];

    public static void Analyze(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!TorchTypes.Same(call.TargetMethod.ContainingType, known.Torch!.Schedulers) || !s_kinds.Contains(call.TargetMethod.Name)
            || context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || !CanHoldDeclaration(method.ContainingType)
            || call.IsInLambda())
        {
            return;
        }

        IOperation root = call;
        while (root.Parent is not null)
            root = root.Parent;
        if (Body.Read([root], known, context.CancellationToken) is not { } body
            || body.Schedulers.FirstOrDefault(s => ReferenceEquals(s.Call, call)) is not { Variable: ILocalSymbol variable, Optimizer: ILocalSymbol optimizer } scheduler
            || body.CreationOf(optimizer, body.Optimizers) is not { } made
            || (scheduler.Kind == "SequentialLR" ? SequenceSpellings.Members(scheduler, body, root) : []) is not { } members || !IsAlone(scheduler, members.Count, made, optimizer, body)
            || StepsOf(variable, root) is not { Count: > 0 } steps || !IsStatement(call.Place().Statement.Syntax))
        {
            return;
        }

        var spellings = SchedulerSpellings.Of(scheduler, members, made, body, known.Library!);
        if (spellings is null || new Conversion(known.Library!, context.CancellationToken).CurveOf(spellings) is not { IsConstant: true } curve)
            return;
        // Parts in variables of their own have statements of their own.
        var parts = members.Where(m => m.Variable is not null).Select(m => m.Call.Place().Statement.Syntax).ToList();
        if (parts.Exists(p => !IsStatement(p)))
            return;
        string attributes = string.Join(", ", spellings);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(AttributesKey, attributes).Add(OptimizerKey, optimizer.Name)
            .Add(PartsKey, NumberText.Integer(parts.Count)).Add(SetsFirstKey, curve.At(0).Equals(OptimizerCalls.Rate(made, body)) ? null : "true");
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, call.Syntax.GetLocation(), parts.Concat(steps).Select(s => s.GetLocation()), properties, scheduler.Kind, attributes));
    }

    private static bool CanHoldDeclaration(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal || outer.TypeKind == TypeKind.Interface || outer.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is not TypeDeclarationSyntax))
                return false;
        }

        return true;
    }

    /// <summary>Whether the scheduler and nothing else sets the rate, from the making of the optimizer on.</summary>
    private static bool IsAlone(Creation scheduler, int parts, Creation made, ILocalSymbol optimizer, Body body) =>
        !OptimizerCalls.HasGroups(made) && ReferenceEquals(scheduler.Call.Place().Block, made.Call.Place().Block) && scheduler.Call.Argument("last_epoch") is null
        && body.Schedulers.Count(s => s.Optimizer is null || TorchTypes.Same(s.Optimizer, optimizer)) == 1 + parts
        && !body.RateWrites.Any(w => w.Optimizer is null || TorchTypes.Same(w.Optimizer, optimizer)) && !body.SetsInitialRate
        && !body.OptimizerLoads.Any(l => l.Variable is null || TorchTypes.Same(l.Variable, optimizer)) && !body.Escapes(optimizer);

    /// <summary>The statements that move a scheduler on; null where it is used for anything else.</summary>
    private static List<SyntaxNode>? StepsOf(ILocalSymbol scheduler, IOperation root)
    {
        var steps = new List<SyntaxNode>();
        foreach (var reference in root.Descendants().OfType<ILocalReferenceOperation>().Where(r => TorchTypes.Same(r.Local, scheduler)))
        {
            if (reference.Parent is not IInvocationOperation { TargetMethod.Name: "step", Parent: IExpressionStatementOperation statement } call || call.IsInLambda()
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
