using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG075: writes the statement that the rule suggests, so that the rate of a schedule reaches the optimizer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestedCodeFix))]
public sealed class SuggestedCodeFix() : UsageFix(RuleIds.ResultUnused)
{
    private static readonly SyntaxAnnotation s_gone = new();

    private protected override string Title(Diagnostic diagnostic) => SuggestedCode.From(diagnostic.Properties)!.Title;

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (SuggestedCode.From(diagnostic.Properties) is not { } suggested || node.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return null;
        string newLine = UsingEdits.EndOfLine(root);
        switch (suggested.Place)
        {
            case CodePlace.Instead:
                return root.ReplaceNode(statement, Parse(suggested.Code, statement.Indentation(), newLine).WithTriviaFrom(statement));
            case CodePlace.After when others is [var call] && call.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax } step:
                bool endsLine = step.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
                var next = Parse(suggested.Code, step.Indentation(), newLine).WithLeadingTrivia(SyntaxFactory.Whitespace(endsLine ? step.Indentation() : " "));
                return root.ReplaceNode(step, [endsLine ? step : step.WithoutTrailingTrivia(),
                    endsLine ? next.WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine)) : next.WithTrailingTrivia(step.GetTrailingTrivia())]);
            case CodePlace.FirstIn when others is [BlockSyntax block]:
                return root.ReplaceNode(block, WithFirst(block, suggested.Code, [], newLine));
            case CodePlace.MovedInto when others is [BlockSyntax block] && statement.Parent is BlockSyntax && !statement.ContainsDirectives:
                var comments = statement.GetLeadingTrivia().Where(UsingEdits.IsComment).ToList();
                root = root.ReplaceNodes([block, statement], (original, current) => original == statement
                    ? current.WithAdditionalAnnotations(s_gone)
                    : WithFirst((BlockSyntax)current, suggested.Code, comments, newLine));
                return root.RemoveNode(root.GetAnnotatedNodes(s_gone).Single(), SyntaxRemoveOptions.KeepNoTrivia);
            default:
                return null;
        }
    }

    /// <summary>A block with one more statement before its others.</summary>
    private static BlockSyntax WithFirst(BlockSyntax block, string code, IReadOnlyList<SyntaxTrivia> comments, string newLine)
    {
        string indentation = block.Statements[0].Indentation();
        if (indentation.Length == 0)
            indentation = block.Indentation() + "    ";
        var leading = comments.SelectMany(c => new[] { SyntaxFactory.Whitespace(indentation), c, SyntaxFactory.EndOfLine(newLine) })
            .Append(SyntaxFactory.Whitespace(indentation));
        return block.WithStatements(block.Statements.Insert(
            0, Parse(code, indentation, newLine).WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine))));
    }

    /// <summary>The statement with all its lines where the first begins.</summary>
    private static StatementSyntax Parse(string code, string indentation, string newLine) =>
        SyntaxFactory.ParseStatement(code.Replace("\n", newLine + indentation));
}
