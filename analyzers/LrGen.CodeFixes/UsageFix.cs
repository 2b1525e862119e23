using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LrGen.CodeFixes;

/// <summary>A fix of code that uses a schedule. Each edit finds its nodes in what the one before has left, so that all can be made at once.</summary>
public abstract class UsageFix : DocumentFix
{
    private protected UsageFix(string rule)
        : base(rule)
    {
    }

    /// <summary>Makes the edit; null where there is none.</summary>
    /// <param name="root">The file.</param>
    /// <param name="node">What the diagnostic stands at.</param>
    /// <param name="others">What else it names.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    private protected abstract SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic);

    private protected sealed override async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, System.Threading.CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return null;
        // What lies in another file is left to the person who can see it.
        var edits = diagnostics.Where(d => d.AdditionalLocations.All(l => l.SourceTree == d.Location.SourceTree))
            .Select(d => (Diagnostic: d, Node: Find(d.Location), Others: d.AdditionalLocations.Select(Find).ToList())).ToList();
        var changed = root.TrackNodes(edits.SelectMany(e => e.Others.Append(e.Node)).Distinct());
        foreach (var (diagnostic, node, others) in edits)
        {
            var current = others.Select(o => changed.GetCurrentNode(o)).ToList();
            if (changed.GetCurrentNode(node) is { } place && current.All(c => c is not null) && Edit(changed, place, current!, diagnostic) is { } next)
                changed = next;
        }

        return changed.IsEquivalentTo(root) ? null : document.WithSyntaxRoot(changed);

        SyntaxNode Find(Location location) => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
    }
}
