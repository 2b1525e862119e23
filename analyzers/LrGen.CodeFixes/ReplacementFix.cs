using LrGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>A fix of one expression, which the rule has written already.</summary>
public abstract class ReplacementFix : UsageFix
{
    private protected ReplacementFix(string rule)
        : base(rule)
    {
    }

    private protected sealed override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(ScheduleDiagnostic.Replacement, out string? written) && written is not null && node is ExpressionSyntax expression
            ? root.ReplaceNode(expression, SyntaxFactory.ParseExpression(written).WithTriviaFrom(expression))
            : null;
}
