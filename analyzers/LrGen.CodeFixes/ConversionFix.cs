using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>Changes of a solution that turn code into declarations.</summary>
internal interface IConversionEdits
{
    /// <summary>Adds what one diagnostic asks for; false where there is nothing to do for it.</summary>
    Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation);

    /// <summary>The solution with all of them.</summary>
    Task<Solution> ApplyAsync(CancellationToken cancellation);
}

/// <summary>
/// A fix that turns code into declarations. A type can have parts in several files, so it changes a solution, and all at once: declarations of one
/// type share what has to be partial.
/// </summary>
public abstract class ConversionFix : CodeFixProvider
{
    private protected ConversionFix(string rule) => FixableDiagnosticIds = ImmutableArray.Create(rule);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    private protected abstract string Title { get; }

    private protected abstract IConversionEdits Begin(Solution solution);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new All(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var edits = Begin(context.Document.Project.Solution);
            if (await edits.AddAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create(Title, edits.ApplyAsync, GetType().Name), diagnostic);
        }
    }

    private sealed class All(ConversionFix fix) : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var edits = fix.Begin(fixAllContext.Solution);
            bool hasEdits = false;
            foreach (var diagnostic in (await FixAllDiagnostics.OfAsync(fixAllContext).ConfigureAwait(false)).OrderBy(d => d.Location.SourceSpan.Start))
            {
                if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
                    hasEdits |= await edits.AddAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            }

            return hasEdits ? CodeAction.Create(fix.Title, edits.ApplyAsync, fix.GetType().Name) : null;
        }
    }
}
