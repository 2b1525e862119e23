using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>A fix that changes the file that its diagnostic stands in, one diagnostic or all of them at once.</summary>
public abstract class DocumentFix : CodeFixProvider
{
    private protected DocumentFix(params string[] rules) => FixableDiagnosticIds = ImmutableArray.Create(rules);

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
            // The edit is made now and not only when the fix is chosen, so that none is offered that would change nothing.
            var changed = await FixAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false);
            if (changed is not null)
                context.RegisterCodeFix(CodeAction.Create(Title(diagnostic), _ => Task.FromResult(changed), Key(diagnostic)), diagnostic);
        }
    }

    private protected abstract string Title(Diagnostic diagnostic);

    /// <summary>What is the same for all edits that one choice makes everywhere.</summary>
    private protected virtual string Key(Diagnostic diagnostic) => GetType().Name;

    /// <summary>The file with the edits; null where there are none.</summary>
    private protected abstract Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation);
}
