using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// One of TorchSharp's schedulers that is kept in a field, or handed on together with its optimizer. A LambdaLR whose factor is a declaration
/// takes its place: it has the same base, so whatever moves it, reads it or passes it on stays as it is, and it needs no optimizer that is known.
/// </summary>
internal static class ConvertibleFactor
{
    private const string Lambda = "LambdaLR";

    private static readonly HashSet<string> s_kinds =
        ["StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "PolynomialLR", "LinearLR", "ConstantLR", "MultiplicativeLR",
            "CyclicLR", Lambda];

    public static void Analyze(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = context.Operation;
        if (KindOf(call, known.Torch!) is not { } kind
            || call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } member
            || context.ContainingSymbol.ContainingType is not { } owner || !ConvertibleScheduler.CanHoldDeclaration(owner) || member.ContainsDirectives
            || call.Argument("optimizer") is not { } optimizer || call.Argument("last_epoch") is not null || !IsFree(call, optimizer, type, known))
        {
            return;
        }

        if (kind == Lambda)
            Function(context, call, known.Library!);
        else
            Factors(context, call, kind, known);
    }

    /// <summary>
    /// Whether a scheduler is moved in a way that says that its steps are others than it seems: from a first epoch that the program knows, or once
    /// where its optimizer is moved only sometimes.
    /// </summary>
    public static bool IsMovedOddly(SyntaxNode place, string? scheduler)
    {
        if (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return true;
        foreach (var call in type.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "step", Expression: var moved }
                || NameOf(moved) != scheduler)
                continue;
            if (call.ArgumentList.Arguments.Count > 0)
                return true;
            for (var loop = Variables.LoopOf(call); loop is not null; loop = Variables.LoopOf(loop))
            {
                if (loop is ForStatementSyntax { Declaration.Variables: [{ Initializer.Value: not LiteralExpressionSyntax { Token.Value: 0 or 1 } }] })
                    return true;
            }

            if (call.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block }
                && block.Statements.OfType<IfStatementSyntax>().Any(IsSometimes))
                return true;
        }

        return false;
    }

    /// <summary>Whether a remainder decides about a step.</summary>
    private static bool IsSometimes(IfStatementSyntax choice) => choice.Condition.DescendantNodesAndSelf().Any(n =>
        n.IsKind(SyntaxKind.ModuloExpression))
        && choice.Statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(c =>
            c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "step" });

    private static string? KindOf(IOperation call, TorchTypes torch)
    {
        string? kind = call switch
        {
            IInvocationOperation { TargetMethod: var method } when TorchTypes.Same(method.ContainingType, torch.Schedulers) => method.Name,
            IObjectCreationOperation { Constructor: { } constructor } when torch.Owns(constructor) && torch.IsScheduler(constructor.ContainingType) =>
                constructor.ContainingType.Name,
            _ => null,
        };
        return kind is not null && s_kinds.Contains(kind) ? kind : null;
    }

    /// <summary>Whether a scheduler is the only one of its optimizer, which nothing else sets the rate of, as far as the type around it tells.</summary>
    private static bool IsFree(IOperation call, IOperation optimizer, TypeDeclarationSyntax type, KnownSymbols known)
    {
        string? name = NameOf(optimizer.Syntax);
        if (name is null || KeptIn(call, known) is not (var isKept, var scheduler) || !isKept || scheduler is not null
            && IsMovedOddly(call.Syntax, scheduler))
            return false;
        var member = call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        foreach (var node in type.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "LearningRate" or "InitialLearningRate" } }:
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "load_state_dict",
                    Expression: var loaded } } when NameOf(loaded) == name:
                    return false;
                // A second scheduler on the same optimizer, but one that a choice takes instead.
                case ExpressionSyntax made and (InvocationExpressionSyntax or ObjectCreationExpressionSyntax) when made != call.Syntax
                    && member.Span.Contains(made.Span)
                    && MakesScheduler(made, name) && !AreAlternatives(made, call.Syntax):
                    return false;
            }
        }

        return true;
    }

    private static bool MakesScheduler(ExpressionSyntax made, string optimizer) => made switch
    {
        InvocationExpressionSyntax { Expression: var called, ArgumentList.Arguments: [{ Expression: var first }, ..] } =>
            (NameOf(called) ?? string.Empty).EndsWith("LR", StringComparison.Ordinal) && NameOf(first) == optimizer,
        ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [{ Expression: var first }, ..] } =>
            type.ToString().EndsWith("LR", StringComparison.Ordinal) && NameOf(first) == optimizer,
        _ => false,
    };

    /// <summary>Whether at most one of two expressions is run: branches of a choice.</summary>
    private static bool AreAlternatives(SyntaxNode a, SyntaxNode b)
    {
        foreach (var outer in a.Ancestors().Where(o => o.Span.Contains(b.Span)))
        {
            switch (outer)
            {
                case ConditionalExpressionSyntax choice:
                    return choice.WhenTrue.Span.Contains(a.Span) != choice.WhenTrue.Span.Contains(b.Span);
                case SwitchExpressionSyntax choice:
                    return choice.Arms.First(x => x.Span.Contains(a.Span)) != choice.Arms.First(x => x.Span.Contains(b.Span));
                case IfStatementSyntax { Else: { } otherwise } choice:
                    return choice.Statement.Span.Contains(a.Span) && otherwise.Span.Contains(b.Span) || choice.Statement.Span.Contains(b.Span)
                        && otherwise.Span.Contains(a.Span);
                case SwitchStatementSyntax choice:
                    return choice.Sections.First(x => x.Span.Contains(a.Span)) != choice.Sections.First(x => x.Span.Contains(b.Span));
                case BlockSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a scheduler goes to where any other can go, and the name of what it is kept in.</summary>
    private static (bool IsKept, string? Name)? KeptIn(IOperation call, KnownSymbols known)
    {
        var parent = call.Parent;
        while (parent is IConversionOperation or IConditionalOperation { Type: not null } or ISwitchExpressionArmOperation or ISwitchExpressionOperation or ICoalesceOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } declarator } =>
                (IsVar(declarator.Syntax) || IsAny(local.Type), local.Name),
            ISimpleAssignmentOperation { Target: var target } => (IsAny(target.Type), target.Name()),
            IFieldInitializerOperation { InitializedFields: [var field] } => (IsAny(field.Type), field.Name),
            IPropertyInitializerOperation { InitializedProperties: [var property] } => (IsAny(property.Type), property.Name),
            IArgumentOperation { Parameter.Type: var type, Parent: IInvocationOperation { TargetMethod: var method } } =>
                (IsAny(type) && !known.Torch!.Owns(method), null),
            IReturnOperation => (call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol { ReturnType: var type }
                && IsAny(type), null),
            _ => null,
        };

        bool IsAny(ITypeSymbol? type) => TorchTypes.Same(type, known.Torch!.Scheduler);

        static bool IsVar(SyntaxNode declarator) => declarator.Parent is VariableDeclarationSyntax { Type: IdentifierNameSyntax { IsVar: true } };
    }

    /// <summary>A scheduler whose factors depend on nothing but its arguments.</summary>
    private static void Factors(OperationAnalysisContext context, IOperation call, string kind, KnownSymbols known)
    {
        if (Body.Read([call.Root()], known, context.CancellationToken) is not { } body || call.FlagOf("verbose") == true
            || Called(call.Syntax) is not { } called)
            return;
        bool isOfRate = kind == "CyclicLR" || call.Argument("eta_min") is { } low && body.Origin(low).Number() is not 0;
        var member = call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        double? rate = null;
        IReadOnlyList<Spelling>? spellings = isOfRate ? Rates(call, kind, body, out rate)
            : kind != "MultiplicativeLR" ? SchedulerSpellings.OfFactors(new Creation(call, kind, null, null), body, known.Library!, place =>
                LateOf(place, member))
            : Constant(call) is { } factor
                ? [new Spelling("ExponentialDecay", [new("rate", Written.ByPosition, 1), new("factor", Written.ByParameter, factor)])]
            : null;
        if (spellings is null || new Conversion(known.Library!, context.CancellationToken).CurveOf(spellings) is null)
            return;
        var offer = new RateOffer(spellings, 0, string.Empty);
        var (parameters, arguments) = offer.Signature("step", context.Compilation.GetSpecialType(SpecialType.System_Int32), known.Library!);
        string function = rate is { } first ? "step => " + ConversionEdit.Name + "(step) / " + NumberText.Shortest(first)
            : offer.IsLate ? "step => " + ConversionEdit.Name + "(" + arguments + ")" : ConversionEdit.Name;
        string declaration = "[" + offer.Text + "]\nprivate static partial double " + ConversionEdit.Name + "("
            + (offer.IsLate ? parameters : "int step") + ");";
        var properties = ConversionEdit.Of(offer.Text, declaration, called + "(" + call.Argument("optimizer")!.Syntax + ", " + function + ")")
            .Add(ConversionEdit.MemberKey, isOfRate ? "LearningRate" : "RateFactor");
        context.ReportDiagnostic(Diagnostic.Create(
            ConvertibleScheduler.Rule, call.Syntax.GetLocation(), [call.Syntax.GetLocation()], properties, kind, offer.Text,
                ", which a LambdaLR takes as its factor"));
    }

    /// <summary>A scheduler that has rates of its own, on an optimizer that is made in the same method with one that is known.</summary>
    private static IReadOnlyList<Spelling>? Rates(IOperation call, string kind, Body body, out double? rate)
    {
        rate = null;
        var optimizer = call.Argument("optimizer")?.Variable();
        if (optimizer is not ILocalSymbol || body.CreationOf(optimizer, body.Optimizers) is not { } made || OptimizerCalls.HasGroups(made)
            || (rate = OptimizerCalls.Rate(made, body)) is not > 0)
        {
            return null;
        }

        // A cycle moves the momentum, too, unless it is told not to; an amplitude that falls by cycles, or by a function, is none of the attribute's.
        if (kind == "CyclicLR" && (call.FlagOf("cycle_momentum") != false || call.Argument("scale_fn") is not null
            || call.OptionOf("mode") is not ("" or "Triangular" or "Triangular2")))
            return null;
        return SchedulerSpellings.Of(new Creation(call, kind, null, optimizer), [], made, body, body.Known.Library!, Likeness.Exact);
    }

    /// <summary>An argument of run time that a function can name later: a variable that nothing sets again, or a member.</summary>
    private static LateValue? LateOf(IOperation place, MemberDeclarationSyntax member)
    {
        var inputs = new Inputs();
        return inputs.Late(place is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : place) is { IsNothing: false } known
            && inputs.All.First() is var input
            && !Variables.WritesOf(member, input.Code).Any() ? new LateValue(input.Code, known.Expression) : null;
    }

    /// <summary>A LambdaLR whose function is written out.</summary>
    private static void Function(OperationAnalysisContext context, IOperation call, IAssemblySymbol library)
    {
        if (FunctionOf(call) is not { Symbol.Parameters: [var step], Body: var body } lambda
            || lambda.Syntax is not AnonymousFunctionExpressionSyntax { Body: var written }
            || new RateSearch(new RateCode(body, step, step.Type, lambda.Symbol.ReturnType, context.Compilation), library,
                context.CancellationToken).Find() is not { } offer || offer.Attributes.All(a => a.Name == "Constant"))
        {
            return;
        }

        string at = offer.Shift switch { 0 => step.Name, > 0 => step.Name + " - 1", _ => step.Name + " + 1" };
        var properties = ConversionEdit.OfCall(offer, at, step.Type, lambda.Symbol.ReturnType, library).Add(ConversionEdit.MemberKey, "RateFactor");
        context.ReportDiagnostic(Diagnostic.Create(
            ConvertibleScheduler.Rule, call.Syntax.GetLocation(), [written.GetLocation()], properties, Lambda, offer.Text, ", which is its factor"
                + offer.Note));
    }

    /// <summary>The number that a function gives at each step.</summary>
    private static double? Constant(IOperation call) => FunctionOf(call)?.Body.Operations is [IReturnOperation { ReturnedValue: { } value }]
        && value.Number() is > 0 and < 1 and var factor ? factor : null;

    private static IAnonymousFunctionOperation? FunctionOf(IOperation call) => call.Argument("lr_lambda") switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IConversionOperation { Operand: IAnonymousFunctionOperation lambda } => lambda,
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    /// <summary>How a LambdaLR is made where another scheduler is.</summary>
    private static string? Called(SyntaxNode made) => made switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression + "." + Lambda,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax } => Lambda,
        ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax name } => "new " + name.Left + "." + Lambda,
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax } => "new " + Lambda,
        _ => null,
    };

    private static string? NameOf(SyntaxNode expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax { Operand: var operand } => NameOf(operand),
        _ => null,
    };
}
