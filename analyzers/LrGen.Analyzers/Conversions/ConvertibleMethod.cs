using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// A method that computes a schedule by hand. What it computes and what the attributes say are brought to the same normal form; where the
/// two forms differ, nothing is said.
/// </summary>
internal static class ConvertibleMethod
{
    /// <summary>The property of the diagnostic that holds the attributes.</summary>
    public const string AttributesKey = "Attributes";

    /// <summary>Longer methods compute more than a rate.</summary>
    private const int MostNodes = 500;

    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConvertibleMethod, "Method computes a schedule", "This method computes a schedule; [{0}] is the same",
        "LrGen.Suggestions", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ConvertibleMethod));

    private static readonly HashSet<string> s_functions = ["Min", "Max", "Pow", "Exp", "Cos", "Sin", "Sqrt", "Floor", "Clamp"];

    private static readonly SyntaxKind[] s_excludedModifiers =
    [
        SyntaxKind.PartialKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.ExternKeyword,
        SyntaxKind.AsyncKeyword,
    ];

    /// <summary>Attributes that any step function of constants could be need a name that speaks of a schedule.</summary>
    private static readonly HashSet<string> s_plain = ["Constant", "PiecewiseConstant", "MilestoneDecay", "LinearDecay"];

    private static readonly string[] s_stepNames = ["step", "epoch", "iter", "update", "batch"];
    private static readonly string[] s_rateNames = ["rate", "lr", "learn", "decay", "anneal", "schedul", "warm", "momentum"];

    public static void Analyze(SyntaxNodeAnalysisContext context, IAssemblySymbol library)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (!MayConvert(method) || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { Parameters: [var step] } symbol
            || !Numbers.IsInteger(step.Type) || !Numbers.IsFloating(symbol.ReturnType) || symbol.ContainingType.IsFileLocal
            || symbol.ExplicitInterfaceImplementations.Length > 0
            || context.SemanticModel.GetOperation(method, context.CancellationToken) is not IMethodBodyOperation body)
        {
            return;
        }

        var conversion = new Conversion(library, context.CancellationToken);
        foreach (bool folds in new[] { false, true })
        {
            if (ScheduleMethod.Read(body, step, context.SemanticModel, folds) is not { } rate || conversion.Of(rate) is not { } attributes)
                continue;
            if (attributes.All(a => s_plain.Contains(a.Name)) && !SpeaksOfSchedules(method))
                return;
            string text = string.Join(", ", attributes);
            var properties = System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(AttributesKey, text);
            context.ReportDiagnostic(Diagnostic.Create(Rule, method.Identifier.GetLocation(), properties, text));
            return;
        }
    }

    /// <summary>What can be told without asking the compiler, which sorts almost all methods out.</summary>
    private static bool MayConvert(MethodDeclarationSyntax method)
    {
        if (method is not { ParameterList.Parameters: [{ Modifiers.Count: 0, Type: PredefinedTypeSyntax }], TypeParameterList: null, ExplicitInterfaceSpecifier: null }
            || method.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DoubleKeyword or (int)SyntaxKind.FloatKeyword }
            || (SyntaxNode?)method.Body is null && method.ExpressionBody is null
            || method.Parent is InterfaceDeclarationSyntax or not TypeDeclarationSyntax
            || method.Modifiers.Any(m => s_excludedModifiers.Contains(m.Kind()))
            || method.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 }
            // Code that is there only sometimes would be lost.
            || method.ContainsDirectives)
        {
            return false;
        }

        int nodes = 0;
        foreach (var node in method.DescendantNodes())
        {
            if (++nodes > MostNodes)
                return false;
            switch (node)
            {
                case InvocationExpressionSyntax { Expression: var called }:
                    string name = called is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : (called as IdentifierNameSyntax)?.Identifier.ValueText ?? string.Empty;
                    if (!s_functions.Contains(name))
                        return false;
                    break;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or BaseObjectCreationExpressionSyntax
                    or ElementAccessExpressionSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or TryStatementSyntax:
                    return false;
            }
        }

        return true;
    }

    private static bool SpeaksOfSchedules(MethodDeclarationSyntax method)
    {
        string step = method.ParameterList.Parameters[0].Identifier.ValueText;
        string name = method.Identifier.ValueText + " " + (method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText;
        return s_stepNames.Any(s => step.IndexOf(s, StringComparison.OrdinalIgnoreCase) >= 0) || s_rateNames.Any(r => name.IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
