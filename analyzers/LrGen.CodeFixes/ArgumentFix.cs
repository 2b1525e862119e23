using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>A fix that writes other values into the attribute that a diagnostic stands in.</summary>
public abstract class ArgumentFix : CodeFixProvider
{
    private protected ArgumentFix(string rule) => FixableDiagnosticIds = ImmutableArray.Create(rule);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((context, document, diagnostics) =>
        FixAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // The edits are made now and not only when the fix is chosen, so that none is offered that would change nothing.
            var changed = await FixAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false);
            if (changed is not null)
                context.RegisterCodeFix(CodeAction.Create(Title(diagnostic), _ => Task.FromResult(changed), GetType().Name), diagnostic);
        }
    }

    private protected abstract string Title(Diagnostic diagnostic);

    /// <summary>Adds what to write for an expression of the argument; nothing where there is no fix.</summary>
    private protected abstract void Edit(
        AttributeArgumentSyntax argument, Diagnostic diagnostic, SemanticModel model, Dictionary<ExpressionSyntax, ExpressionSyntax> edits);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        var edits = new Dictionary<ExpressionSyntax, ExpressionSyntax>();
        foreach (var diagnostic in diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
                Edit(argument, diagnostic, model, edits);
        }

        return edits.Count == 0
            ? null
            : document.WithSyntaxRoot(root.ReplaceNodes(edits.Keys, (original, _) => edits[original].WithTriviaFrom(original)));
    }
}
