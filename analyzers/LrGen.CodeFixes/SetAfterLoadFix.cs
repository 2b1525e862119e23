using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG079: sets the rate after the load that would replace it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetAfterLoadFix))]
public sealed class SetAfterLoadFix() : UsageFix(RuleIds.LoadRestoresRate)
{
    private protected override string Title(Diagnostic diagnostic) => "Set the rate after the load";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (others is not [var call] || call.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } load
            || Setting(node) is not { } setting || setting.Parent != block)
        {
            return null;
        }

        int from = block.Statements.IndexOf(setting), to = block.Statements.IndexOf(load);
        var passed = block.Statements.Skip(from + 1).Take(to - from).ToList();
        // What changes on the way, or leaves it, would change the rate.
        var names = new HashSet<string>(setting.Roots());
        if (from >= to || passed.Any(p => p.Changed().Any(names.Contains) || p.MayLeave()))
            return null;
        return root.ReplaceNode(block, block.WithStatements(block.Statements.RemoveAt(from).Insert(to, setting)));
    }

    /// <summary>The statement that does nothing but set the rate, of one group or of each.</summary>
    private static StatementSyntax? Setting(SyntaxNode assignment)
    {
        if (assignment.Parent is not ExpressionStatementSyntax statement)
            return null;
        SyntaxNode body = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? block : statement;
        return body.Parent is ForEachStatementSyntax loop && loop.Statement == body ? loop : statement;
    }
}
