using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.CodeFixes;

/// <summary>What changes in one file: code that other code stands for, members that are new, types that have to be partial.</summary>
internal sealed class FileEdits
{
    private readonly Dictionary<TextSpan, string> _replacements = [];
    private readonly SortedDictionary<int, string> _insertions = [];
    private readonly HashSet<TypeDeclarationSyntax> _notPartial = [];

    public bool NeedsUsing { get; set; }

    /// <summary>Another text instead of a part of the file.</summary>
    public void Replace(TextSpan span, string text) => _replacements[span] = text;

    /// <summary>Other statements instead of one, from the text that its indentation gives.</summary>
    public void Replace(StatementSyntax statement, Func<string, string> text)
    {
        string written = text(IndentationOf(statement));
        if (written.Length > 0)
        {
            Replace(statement.Span, written);
            return;
        }

        // The comments before a statement that is gone stay.
        bool hasComments = statement.GetLeadingTrivia().Any(UsingEdits.IsComment);
        int start = hasComments ? statement.SpanStart - statement.GetLeadingTrivia().Reverse().TakeWhile(t =>
            t.IsKind(SyntaxKind.WhitespaceTrivia)).Sum(t => t.FullSpan.Length)
            : statement.FullSpan.Start;
        Replace(TextSpan.FromBounds(start, statement.FullSpan.End), string.Empty);
    }

    /// <summary>A new member in lines of its own.</summary>
    public void InsertAfter(MemberDeclarationSyntax member, string text)
    {
        string newLine = UsingEdits.EndOfLine(member.SyntaxTree.GetRoot());
        bool endsLine = member.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        int place = endsLine ? member.FullSpan.End : member.Span.End;
        string lines = (endsLine ? string.Empty : newLine) + newLine + text + newLine;
        // The later one comes first, as it does where the fixes are made one by one.
        _insertions[place] = _insertions.TryGetValue(place, out string? before) ? lines + before : lines;
    }

    public void MakePartial(TypeDeclarationSyntax type) => _notPartial.Add(type);

    public SyntaxNode Apply(SyntaxNode root)
    {
        var changes = _replacements.Where(r => !_replacements.Keys.Any(o => o != r.Key && o.Contains(r.Key))).Select(r =>
            new TextChange(r.Key, r.Value))
            .Concat(_insertions.Select(i => new TextChange(new TextSpan(i.Key, 0), i.Value)))
            .Concat(_notPartial.Select(t => new TextChange(new TextSpan(t.Keyword.SpanStart, 0), "partial ")))
            .OrderBy(c => c.Span.Start).ThenBy(c => c.Span.Length);
        string newLine = UsingEdits.EndOfLine(root);
        root = root.SyntaxTree.WithChangedText(root.GetText().WithChanges(changes)).GetRoot();
        return NeedsUsing && root is CompilationUnitSyntax unit ? UsingEdits.AddTo(unit, newLine) : root;
    }

    /// <summary>The blanks that the line of a node begins with.</summary>
    public static string IndentationOf(SyntaxNode node)
    {
        string line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
