using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>What changes in one file: statements that others stand for, members that are new, types that have to be partial.</summary>
internal sealed class FileEdits
{
    private readonly Dictionary<StatementSyntax, string> _statements = [];
    private readonly Dictionary<TypeDeclarationSyntax, List<(MemberDeclarationSyntax After, string Member)>> _members = [];
    private readonly HashSet<TypeDeclarationSyntax> _notPartial = [];

    public bool NeedsUsing { get; set; }

    /// <summary>Other statements instead of one, from the text that its indentation gives.</summary>
    public void Replace(StatementSyntax statement, Func<string, string> text) => _statements[statement] = text(IndentationOf(statement));

    public void Insert(TypeDeclarationSyntax type, MemberDeclarationSyntax after, string member)
    {
        if (!_members.TryGetValue(type, out var members))
            _members.Add(type, members = []);
        members.Add((after, member));
    }

    public void MakePartial(TypeDeclarationSyntax type) => _notPartial.Add(type);

    public SyntaxNode Apply(SyntaxNode root)
    {
        string newLine = UsingEdits.EndOfLine(root);
        var nodes = _statements.Keys.Select(s => s.Parent!).Concat(_members.Keys).Concat(_notPartial).Distinct();
        // From the inside out: a block or type that contains another one of the set sees it changed already.
        root = root.ReplaceNodes(nodes, (original, current) => original is BlockSyntax block
            ? Change(block, (BlockSyntax)current)
            : Change((TypeDeclarationSyntax)original, (TypeDeclarationSyntax)current));
        return NeedsUsing && root is CompilationUnitSyntax unit ? UsingEdits.AddTo(unit, newLine) : root;
    }

    /// <summary>The blanks that the line of a node begins with.</summary>
    public static string IndentationOf(SyntaxNode node)
    {
        string line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private BlockSyntax Change(BlockSyntax original, BlockSyntax current)
    {
        var statements = new List<StatementSyntax>();
        // The comments before a statement that is gone.
        var kept = SyntaxFactory.TriviaList();
        for (int i = 0; i < original.Statements.Count; i++)
        {
            if (!_statements.TryGetValue(original.Statements[i], out string? text))
            {
                Add(current.Statements[i]);
                continue;
            }

            var leading = original.Statements[i].GetLeadingTrivia();
            if (text.Length == 0)
            {
                kept = leading.Any(UsingEdits.IsComment) ? kept.AddRange(WithoutIndentation(leading)) : kept;
                continue;
            }

            var parsed = ((BlockSyntax)SyntaxFactory.ParseStatement("{" + text + "}")).Statements.ToList();
            parsed[0] = parsed[0].WithLeadingTrivia(leading);
            parsed[parsed.Count - 1] = parsed[parsed.Count - 1].WithTrailingTrivia(original.Statements[i].GetTrailingTrivia());
            parsed.ForEach(Add);
        }

        return current.WithStatements(SyntaxFactory.List(statements));

        void Add(StatementSyntax statement)
        {
            statements.Add(kept.Count == 0 ? statement : statement.WithLeadingTrivia(kept.AddRange(statement.GetLeadingTrivia())));
            kept = SyntaxFactory.TriviaList();
        }

        static IEnumerable<SyntaxTrivia> WithoutIndentation(SyntaxTriviaList trivia) =>
            trivia.Reverse().SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();
    }

    private MemberDeclarationSyntax Change(TypeDeclarationSyntax original, TypeDeclarationSyntax current)
    {
        if (_members.TryGetValue(original, out var inserted))
        {
            var members = current.Members.ToList();
            foreach (var (after, text) in inserted.OrderByDescending(m => original.Members.IndexOf(m.After)))
                members.Insert(original.Members.IndexOf(after) + 1, SyntaxFactory.ParseMemberDeclaration(text)!);
            current = current.WithMembers(SyntaxFactory.List(members));
        }

        return _notPartial.Contains(original) ? PartialModifier.AddTo(current) : current;
    }
}
