using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>The line <c>using LrGen;</c>.</summary>
internal static class UsingEdits
{
    private const string Namespace = "LrGen";

    /// <summary>Whether LrGen's attributes can be named at a place as they are.</summary>
    public static bool IsInScope(SemanticModel model, int position) => model.LookupNamespacesAndTypes(position, name: "ScheduleAttribute")
        .Any(s => s.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true });

    /// <summary>The line ends of a file.</summary>
    public static string EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } trivia ? trivia.ToString() : "\n";

    public static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>The file with <c>using LrGen;</c>, where the alphabet has it.</summary>
    public static CompilationUnitSyntax AddTo(CompilationUnitSyntax unit, string newLine)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Namespace));
        directive = directive.WithUsingKeyword(directive.UsingKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        if (unit.Usings.Count == 0)
        {
            // Comments at the top of the file stay there.
            var first = unit.GetFirstToken(includeZeroWidth: true);
            var header = first.LeadingTrivia.TakeWhile(t => !t.HasStructure).ToList();
            bool hasHeader = header.Exists(IsComment);
            directive = directive.WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine), SyntaxFactory.EndOfLine(newLine));
            return hasHeader && header.Count == first.LeadingTrivia.Count
                ? unit.ReplaceToken(first, first.WithLeadingTrivia()).WithUsings(SyntaxFactory.SingletonList(directive.WithLeadingTrivia(header)))
                : unit.WithUsings(SyntaxFactory.SingletonList(directive));
        }

        int index = unit.Usings.Count(u => u.GlobalKeyword != default || u.Alias is null && u.StaticKeyword == default && u.Name is { } name
            && (name.ToString().StartsWith("System", StringComparison.Ordinal) || string.CompareOrdinal(name.ToString(), Namespace) < 0));
        if (index == 0)
        {
            directive = directive.WithLeadingTrivia(unit.Usings[0].GetLeadingTrivia());
            unit = unit.WithUsings(unit.Usings.Replace(unit.Usings[0], unit.Usings[0].WithLeadingTrivia()));
        }

        return unit.WithUsings(unit.Usings.Insert(index, directive));
    }
}
