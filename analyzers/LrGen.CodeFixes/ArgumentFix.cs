using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>A fix that writes other values into the attribute that a diagnostic stands in.</summary>
public abstract class ArgumentFix : DocumentFix
{
    private protected ArgumentFix(string rule)
        : base(rule)
    {
    }

    /// <summary>Adds what to write for an expression of the argument; nothing where there is no fix.</summary>
    private protected abstract void Edit(
        AttributeArgumentSyntax argument, Diagnostic diagnostic, SemanticModel model, Dictionary<ExpressionSyntax, ExpressionSyntax> edits);

    private protected sealed override async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
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
