using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG072: moves the rate before the optimizer's step, or a scheduler's step after it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveBesideStepFix))]
public sealed class MoveBesideStepFix() : UsageFix(RuleIds.RateSetAfterStep)
{
    private protected override string Title(Diagnostic diagnostic) => "Move it to the other side of the step";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (others is not [var call] || call.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } step
            || node.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(s => s.Parent == block) is not { } moved || moved == step)
        {
            return null;
        }

        // What stands between the two goes along, in its order.
        int from = block.Statements.IndexOf(moved), to = block.Statements.IndexOf(step);
        var statements = block.Statements.RemoveAt(from);
        statements = statements.Insert(to, moved);
        return root.ReplaceNode(block, block.WithStatements(statements));
    }
}
