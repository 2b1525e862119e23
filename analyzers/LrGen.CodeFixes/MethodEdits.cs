using LrGen.Analyzers.Conversions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// The methods of a solution that are to become declarations, and the types around them that have to be partial: each once, however many
/// diagnostics ask for it.
/// </summary>
internal sealed class MethodEdits(Solution solution) : IConversionEdits
{
    private readonly Dictionary<DocumentId, HashSet<TypeDeclarationSyntax>> _types = [];
    private readonly Dictionary<DocumentId, Dictionary<MethodDeclarationSyntax, string>> _methods = [];
    private readonly HashSet<DocumentId> _withoutUsing = [];

    /// <inheritdoc/>
    public async Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (!diagnostic.Properties.TryGetValue(ConvertibleMethod.AttributesKey, out string? attributes) || attributes is null || model is null
            || root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not MethodDeclarationSyntax method)
        {
            return false;
        }

        if (await TypeParts.WithoutPartialAsync(solution, model.GetDeclaredSymbol(method, cancellation)?.ContainingType, cancellation).ConfigureAwait(false) is not { } parts)
            return false;
        foreach (var (home, part) in parts)
            Of(_types, home).Add(part);
        Of(_methods, document.Id)[method] = attributes;
        if (!UsingEdits.IsInScope(model, method.SpanStart))
            _withoutUsing.Add(document.Id);
        return true;
    }

    /// <inheritdoc/>
    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var id in _types.Keys.Concat(_methods.Keys).Distinct())
        {
            var root = (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            var methods = Of(_methods, id);
            string newLine = UsingEdits.EndOfLine(root);
            root = root.ReplaceNodes(Of(_types, id).Cast<MemberDeclarationSyntax>().Concat(methods.Keys), (original, current) => original is MethodDeclarationSyntax method
                ? Declare(method, methods[method], newLine)
                : PartialModifier.AddTo(current));
            if (_withoutUsing.Contains(id) && root is CompilationUnitSyntax unit)
                root = UsingEdits.AddTo(unit, newLine);
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
        foreach (var comment in body.DescendantTrivia().Where(t => t.SpanStart < body.Span.End && UsingEdits.IsComment(t)))
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

    private static T Of<T>(Dictionary<DocumentId, T> all, DocumentId id)
        where T : new()
    {
        if (!all.TryGetValue(id, out var own))
            all.Add(id, own = new T());
        return own;
    }
}
