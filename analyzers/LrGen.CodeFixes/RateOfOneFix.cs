using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG077: makes the optimizer with a rate of 1, so that the factor is the rate.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RateOfOneFix))]
public sealed class RateOfOneFix() : UsageFix(RuleIds.RateAsFactor)
{
    private protected override string Title(Diagnostic diagnostic) => "Make the optimizer with a rate of 1.0";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic) =>
        others is [LiteralExpressionSyntax rate] ? root.ReplaceNode(rate, SyntaxFactory.ParseExpression("1.0").WithTriviaFrom(rate)) : null;
}
