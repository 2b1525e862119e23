using LrGen.Analyzers.Conversions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// The methods of a solution that are to become declarations, and the types around them that have to be partial: each once, however many
/// diagnostics ask for it.
/// </summary>
internal sealed class ConversionEdits(Solution solution)
{
    private readonly Dictionary<DocumentId, HashSet<TypeDeclarationSyntax>> _types = [];
    private readonly Dictionary<DocumentId, Dictionary<MethodDeclarationSyntax, string>> _methods = [];
    private readonly HashSet<DocumentId> _withoutUsing = [];

    /// <summary>Adds the method of a diagnostic; false where it cannot become a declaration.</summary>
    public async Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (!diagnostic.Properties.TryGetValue(ConvertibleMethod.AttributesKey, out string? attributes) || attributes is null || model is null
            || root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not MethodDeclarationSyntax method)
        {
            return false;
        }

        var parts = new List<(DocumentId Document, TypeDeclarationSyntax Type)>();
        for (var type = model.GetDeclaredSymbol(method, cancellation)?.ContainingType; type is not null; type = type.ContainingType)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                var syntax = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                if (syntax is not TypeDeclarationSyntax part || PartialModifier.IsOn(part))
                    continue;
                if (solution.GetDocument(reference.SyntaxTree) is not { } home || home is SourceGeneratedDocument)
                    return false;
                parts.Add((home.Id, part));
            }
        }

        foreach (var (home, part) in parts)
            Of(_types, home).Add(part);
        Of(_methods, document.Id)[method] = attributes;
        if (!model.LookupNamespacesAndTypes(method.SpanStart, name: "ScheduleAttribute").Any(s => s.ContainingNamespace is { Name: "LrGen", ContainingNamespace.IsGlobalNamespace: true }))
            _withoutUsing.Add(document.Id);
        return true;
    }

    /// <summary>The solution with all of them.</summary>
    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var id in _types.Keys.Concat(_methods.Keys).Distinct())
        {
            var root = (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            var methods = Of(_methods, id);
            string newLine = EndOfLine(root);
            root = root.ReplaceNodes(Of(_types, id).Cast<MemberDeclarationSyntax>().Concat(methods.Keys), (original, current) => original is MethodDeclarationSyntax method
                ? Declare(method, methods[method], newLine)
                : PartialModifier.AddTo(current));
            if (_withoutUsing.Contains(id) && root is CompilationUnitSyntax unit)
                root = WithUsing(unit, newLine);
            changed = changed.WithDocumentSyntaxRoot(id, root);
        }

        return changed;
    }

    /// <summary>The method without its body; the comments in it stand before it instead, since they may say where the numbers come from.</summary>
    private static MethodDeclarationSyntax Declare(MethodDeclarationSyntax method, string attributes, string newLine)
    {
        var declaration = (MethodDeclarationSyntax)PartialModifier.AddTo(WithoutBody(method));
        var indentation = method.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
        var endOfLine = SyntaxFactory.EndOfLine(newLine);
        var list = SyntaxFactory.AttributeList(AttributesOf(attributes));
        var leading = declaration.GetLeadingTrivia();
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody!;
        foreach (var comment in body.DescendantTrivia().Where(t => t.SpanStart < body.Span.End && IsComment(t)))
            leading = leading.Add(comment).Add(endOfLine).AddRange(indentation);
        // Before other attributes, which then need not move.
        list = list.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.TriviaList(endOfLine).AddRange(indentation));
        declaration = declaration.WithoutLeadingTrivia();
        return declaration.WithAttributeLists(declaration.AttributeLists.Insert(0, list));
    }

    private static MethodDeclarationSyntax WithoutBody(MethodDeclarationSyntax method) => method.WithBody(null).WithExpressionBody(null)
        .WithParameterList(method.ParameterList.WithTrailingTrivia())
        .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia()));

    private static SeparatedSyntaxList<AttributeSyntax> AttributesOf(string text) =>
        ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("[" + text + "] void M() { }")!).AttributeLists[0].Attributes;

    /// <summary>The file with <c>using LrGen;</c>, where the alphabet has it.</summary>
    private static CompilationUnitSyntax WithUsing(CompilationUnitSyntax unit, string newLine)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("LrGen"));
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
            && (name.ToString().StartsWith("System", StringComparison.Ordinal) || string.CompareOrdinal(name.ToString(), "LrGen") < 0));
        if (index == 0)
        {
            directive = directive.WithLeadingTrivia(unit.Usings[0].GetLeadingTrivia());
            unit = unit.WithUsings(unit.Usings.Replace(unit.Usings[0], unit.Usings[0].WithLeadingTrivia()));
        }

        return unit.WithUsings(unit.Usings.Insert(index, directive));
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static string EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } trivia ? trivia.ToString() : "\n";

    private static T Of<T>(Dictionary<DocumentId, T> all, DocumentId id)
        where T : new()
    {
        if (!all.TryGetValue(id, out var own))
            all.Add(id, own = new T());
        return own;
    }
}
