using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG011: who writes a factor of 0 to switch the decay off means a factor of 1.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNoDecayFix))]
public sealed class UseNoDecayFix() : ArgumentFix(RuleIds.FactorNotPositive)
{
    private protected override string Title(Diagnostic diagnostic) => "Use factor 1 (no decay)";

    private protected override void Edit(
        AttributeArgumentSyntax argument, Diagnostic diagnostic, SemanticModel model, Dictionary<ExpressionSyntax, ExpressionSyntax> edits) =>
        edits[argument.Expression] = SyntaxFactory.ParseExpression("1");
}
