using LrGen.Analyzers.Conversions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// The code of a solution that declarations take the place of, and the types around it that have to be partial: each once, however many
/// diagnostics ask for it.
/// </summary>
internal sealed class MethodEdits(Solution solution) : DeclarationEdits(solution)
{
    /// <inheritdoc/>
    public override async Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (!diagnostic.Properties.TryGetValue(ConvertibleMethod.AttributesKey, out string? attributes) || attributes is null || model is null
            || root is null)
            return false;
        if (diagnostic.Properties.TryGetValue(ConversionEdit.DeclarationKey, out string? declaration) && declaration is not null)
            return await AddCallAsync(document, root, model, diagnostic, declaration, cancellation).ConfigureAwait(false);
        if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not MethodDeclarationSyntax method
            || await TypeParts.WithoutPartialAsync(Solution, model.GetDeclaredSymbol(method, cancellation)?.ContainingType,
                cancellation).ConfigureAwait(false) is not { } parts)
        {
            return false;
        }

        var file = FileOf(document.Id);
        file.Replace(method.FullSpan, Declare(method, attributes, UsingEdits.EndOfLine(root)).ToFullString());
        foreach (var (part, syntax) in parts)
            FileOf(part).MakePartial(syntax);
        file.NeedsUsing |= !UsingEdits.IsInScope(model, method.SpanStart);
        return true;
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
}
