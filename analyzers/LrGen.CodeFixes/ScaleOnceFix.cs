using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG061: leaves the scaling to the declaration, where nothing but it is in the product.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaleOnceFix))]
public sealed class ScaleOnceFix() : UsageFix(RuleIds.ScaledByBatchTwice)
{
    private protected override string Title(Diagnostic diagnostic) => "Leave it to [BatchScale]";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(ScheduleDiagnostic.Replacement, out string? rate) && rate is not null && node is ExpressionSyntax product
            ? root.ReplaceNode(product, SyntaxFactory.ParseExpression(rate).WithTriviaFrom(product))
            : null;
}
