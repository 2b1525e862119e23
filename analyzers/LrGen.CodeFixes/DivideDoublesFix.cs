using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG012: makes a literal of the division a double, or else casts what is divided.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivideDoublesFix))]
public sealed class DivideDoublesFix() : UsageFix(RuleIds.IntegerArithmetic)
{
    private protected override string Title(Diagnostic diagnostic) => "Divide doubles";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        // A rate that is cast to an integer has no division.
        if (node is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division)
            return null;
        if (AsDouble(division.Right) is { } right)
            return root.ReplaceNode(division.Right, right);
        if (AsDouble(division.Left) is { } left)
            return root.ReplaceNode(division.Left, left);
        var dividend = division.Left.WithoutTrivia();
        var operand = dividend is BinaryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(dividend) : dividend;
        return root.ReplaceNode(division.Left, SyntaxFactory.CastExpression(
            SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.DoubleKeyword)), operand).WithTriviaFrom(division.Left));
    }

    /// <summary>A plain decimal literal as a double: 1_000.0; null for any other expression.</summary>
    private static ExpressionSyntax? AsDouble(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Text: var text } && text.All(c => char.IsDigit(c) || c == '_')
            ? SyntaxFactory.ParseExpression(text + ".0").WithTriviaFrom(expression)
            : null;
}
