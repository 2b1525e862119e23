using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG081: reports the metric after the loop over batches, where it is not that of a single one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReportPerEpochFix))]
public sealed class ReportPerEpochFix() : UsageFix(RuleIds.PlateauPerBatch)
{
    private protected override string Title(Diagnostic diagnostic) => "Report after the loop";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (node.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax { Parent: StatementSyntax { Parent: BlockSyntax outer } loop } } report
            || loop is not (CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
        {
            return null;
        }

        // What is assigned in the loop belongs to its last batch.
        var inside = new HashSet<string>(loop.Declared().Concat(loop.Assigned()));
        if (report.DescendantNodes().Any(n => n is AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax) || report.Roots().Any(inside.Contains))
            return null;
        var moved = report.IndentedLike(loop);
        int place = outer.Statements.IndexOf(loop);
        var rest = loop.RemoveNode(report, SyntaxRemoveOptions.KeepNoTrivia)!;
        return root.ReplaceNode(outer, outer.WithStatements(outer.Statements.Replace(loop, (StatementSyntax)rest).Insert(place + 1, moved)));
    }
}
