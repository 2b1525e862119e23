using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// A method, local function or lambda that computes a schedule by hand. What it computes and what the attributes say are brought to the same
/// normal form; where the two forms differ, nothing is said.
/// </summary>
internal static class ConvertibleMethod
{
    /// <summary>The property of the diagnostic that holds the attributes.</summary>
    public const string AttributesKey = "Attributes";

    /// <summary>Longer methods compute more than a rate.</summary>
    private const int MostNodes = 500;

    private const int MostParameters = 8;

    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConvertibleMethod, "Code computes a schedule", "This {0} computes a schedule; [{1}] is the same{2}",
        "LrGen.Suggestions", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ConvertibleMethod));

    private static readonly SyntaxKind[] s_excludedModifiers =
        [SyntaxKind.PartialKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.ExternKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword];

    /// <summary>Attributes that any step function of constants could be need a name that speaks of a schedule.</summary>
    private static readonly HashSet<string> s_plain = ["Constant", "PiecewiseConstant", "MilestoneDecay", "LinearDecay"];

    private static readonly string[] s_lengths = ["total", "max", "num", "count", "every", "per", "warmup", "size", "end", "start", "last"];
    private static readonly string[] s_stepNames = ["step", "epoch", "iter", "update", "batch"];
    private static readonly string[] s_rateNames = ["rate", "lr", "learn", "decay", "anneal", "schedul", "warm", "momentum"];

    public static void Analyze(SyntaxNodeAnalysisContext context, IAssemblySymbol library)
    {
        if (!MayConvert(context.Node) || SymbolOf(context.Node, context.SemanticModel, context.CancellationToken) is not { } symbol
            || symbol.ContainingType is not { } type || !ConvertibleScheduler.CanHoldDeclaration(type) || !Numbers.IsFloating(symbol.ReturnType)
            || HasSchedule(symbol) || BodyOf(context.Node, context.SemanticModel, context.CancellationToken) is not { } body)
        {
            return;
        }

        bool isCounter = symbol.Parameters.IsEmpty;
        if ((isCounter ? CounterOf(body) : (ISymbol?)StepOf(symbol)) is not { } step)
            return;
        var stepType = step is IFieldSymbol field ? field.Type : ((IParameterSymbol)step).Type;
        var code = new RateCode(body, step, stepType, symbol.ReturnType, context.Compilation);
        if (new RateSearch(code, library, context.CancellationToken).Find() is not { } offer)
            return;
        bool isWhole = context.Node is MethodDeclarationSyntax && symbol is { Parameters.Length: 1, ExplicitInterfaceImplementations.IsEmpty: true,
            IsGenericMethod: false }
            && !offer.IsLate && offer.Shift == 0 && !isCounter;
        if ((!isWhole || offer.Attributes.All(a => s_plain.Contains(a.Name))) && !SpeaksOfSchedules(context.Node, step))
            return;
        // Below 0 an unsigned step is a large one.
        if (offer.Shift > 0 && Numbers.IsUnsigned(stepType))
            return;

        var edit = isWhole ? ConversionEdit.OfMethod(offer.Text) : ConversionEdit.OfCall(offer, StepCode(step, offer.Shift), stepType,
            symbol.ReturnType, library);
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, PlaceOf(context.Node), isWhole ? [] : [BodyPlace(context.Node)], edit, KindOf(context.Node), offer.Text, offer.Note));
    }

    private static string KindOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax => "method",
        LocalFunctionStatementSyntax => "function",
        _ => "lambda",
    };

    private static Location PlaceOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
        _ => ((AnonymousFunctionExpressionSyntax)node).Body.GetLocation(),
    };

    /// <summary>What the call of a declaration takes the place of.</summary>
    private static Location BodyPlace(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => ((SyntaxNode?)method.Body ?? method.ExpressionBody!.Expression).GetLocation(),
        LocalFunctionStatementSyntax function => ((SyntaxNode?)function.Body ?? function.ExpressionBody!.Expression).GetLocation(),
        _ => ((AnonymousFunctionExpressionSyntax)node).Body.GetLocation(),
    };

    /// <summary>The step that the declaration is asked for, where the code takes its own.</summary>
    private static string StepCode(ISymbol step, int shift) => (step is IFieldSymbol, shift) switch
    {
        (true, < 0) => "++" + step.Name,
        (true, 0) => step.Name + "++",
        (true, _) => step.Name + "++ - 1",
        (false, < 0) => step.Name + " + 1",
        (false, 0) => step.Name,
        _ => step.Name + " - 1",
    };

    private static IMethodSymbol? SymbolOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node is AnonymousFunctionExpressionSyntax
        ? model.GetSymbolInfo(node, cancellation).Symbol as IMethodSymbol
        : model.GetDeclaredSymbol(node, cancellation) as IMethodSymbol;

    private static IOperation? BodyOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(node, cancellation) switch
    {
        IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
        ILocalFunctionOperation function => function.Body,
        IAnonymousFunctionOperation lambda => IsOfScheduler(lambda) ? null : lambda.Body,
        _ => null,
    };

    /// <summary>Whether a lambda is the factor of one of TorchSharp's schedulers, which is another rule's.</summary>
    private static bool IsOfScheduler(IAnonymousFunctionOperation lambda)
    {
        IOperation? at = lambda.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            at = at.Parent;
        return at is IInvocationOperation { TargetMethod.ContainingNamespace.Name: "TorchSharp" } or IObjectCreationOperation { Type.ContainingNamespace.Name: "TorchSharp" };
    }

    /// <summary>The parameter that counts: the one whose name says so, or the first whole number.</summary>
    private static IParameterSymbol? StepOf(IMethodSymbol method)
    {
        if (method.Parameters.Any(p => p.RefKind != RefKind.None))
            return null;
        var wholes = method.Parameters.Where(p => Numbers.IsInteger(p.Type)).ToList();
        return wholes.Find(p => Has(p.Name, s_stepNames) && !Has(p.Name, s_lengths) && !p.Name.EndsWith("s", StringComparison.Ordinal))
            ?? wholes.Find(p => !Has(p.Name, s_lengths)) ?? wholes.FirstOrDefault();
    }

    /// <summary>The field that a method counts its own calls in, once each.</summary>
    private static IFieldSymbol? CounterOf(IOperation body)
    {
        var counts = body.DescendantsAndSelf().OfType<IIncrementOrDecrementOperation>().ToList();
        return counts is [{ Kind: OperationKind.Increment, Target: IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation,
            Field: var field } } count]
            && Numbers.IsInteger(field.Type) && (count.Parent is IExpressionStatementOperation { Parent: IBlockOperation block }
                && ReferenceEquals(block, body) || count.IsPostfix)
            && !body.DescendantsAndSelf().OfType<IAssignmentOperation>().Any(a => a.Target is IFieldReferenceOperation)
            ? field
            : null;
    }

    /// <summary>What can be told without asking the compiler, which sorts almost all code out.</summary>
    private static bool MayConvert(SyntaxNode node)
    {
        SyntaxNode? body = null;
        ParameterListSyntax? parameters = null;
        switch (node)
        {
            case MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DoubleKeyword or (int)SyntaxKind.FloatKeyword }, Parent: TypeDeclarationSyntax and not InterfaceDeclarationSyntax } method
                when !method.Modifiers.Any(m => s_excludedModifiers.Contains(m.Kind())):
                (body, parameters) = ((SyntaxNode?)method.Body ?? method.ExpressionBody, method.ParameterList);
                break;
            case LocalFunctionStatementSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DoubleKeyword or (int)SyntaxKind.FloatKeyword } } function
                when !function.Modifiers.Any(m => s_excludedModifiers.Contains(m.Kind())):
                (body, parameters) = ((SyntaxNode?)function.Body ?? function.ExpressionBody, function.ParameterList);
                break;
            case SimpleLambdaExpressionSyntax { AsyncKeyword.RawKind: 0 } lambda:
                body = lambda.Body;
                break;
            case ParenthesizedLambdaExpressionSyntax { AsyncKeyword.RawKind: 0, ParameterList: { Parameters.Count: > 0 } list } lambda:
                (body, parameters) = (lambda.Body, list);
                break;
        }

        // Code that is there only sometimes would be lost.
        if (body is null || parameters is not null && parameters.Parameters.Count > MostParameters || node.ContainsDirectives
            || node.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 })
        {
            return false;
        }

        int nodes = 0;
        bool computes = false;
        foreach (var part in body.DescendantNodesAndSelf())
        {
            if (++nodes > MostNodes)
                return false;
            switch (part)
            {
                case AwaitExpressionSyntax or YieldStatementSyntax or WhileStatementSyntax or DoStatementSyntax or TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax
                    or GotoStatementSyntax or QueryExpressionSyntax:
                    return false;
                // Most lambdas ask for something, and few compute.
                case not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression }
                    when node is AnonymousFunctionExpressionSyntax && !Computes(part):
                    break;
                case BinaryExpressionSyntax or InvocationExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax or ConditionalExpressionSyntax or IfStatementSyntax
                    or ElementAccessExpressionSyntax:
                    computes = true;
                    break;
            }
        }

        return computes;
    }

    private static bool Computes(SyntaxNode node) => node is SwitchExpressionSyntax or ConditionalExpressionSyntax
        or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pow" or "Exp" or "Cos" or "Sqrt" } };

    /// <summary>Whether a method has a schedule already.</summary>
    private static bool HasSchedule(IMethodSymbol method) => method.IsPartialDefinition || method.PartialDefinitionPart is not null
        || method.GetAttributes().Any(a => a.AttributeClass?.ContainingNamespace is { Name: "LrGen", ContainingNamespace.IsGlobalNamespace: true });

    private static bool SpeaksOfSchedules(SyntaxNode node, ISymbol step)
    {
        string name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText + " " + (method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => NameOf(node),
        };
        return Has(step.Name, s_stepNames) || Has(name, s_rateNames);
    }

    /// <summary>What a lambda is assigned to.</summary>
    private static string NameOf(SyntaxNode lambda) => lambda.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AssignmentExpressionSyntax assignment => assignment.Left.ToString(),
        ArgumentSyntax { NameColon.Name: var name } => name.ToString(),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => string.Empty,
    };

    private static bool Has(string name, string[] words) => words.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
}
