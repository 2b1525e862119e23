using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>A fix of attributes, which the rule has written already: the rule says what to write, the fix writes it.</summary>
public abstract class AttributeEditFix : DocumentFix
{
    private readonly string _edit;

    private protected AttributeEditFix(string edit, params string[] rules)
        : base(rules) => _edit = edit;

    private protected sealed override string Title(Diagnostic diagnostic) => SuggestedEdit.From(diagnostic.Properties, _edit)!.Title;

    private protected sealed override string Key(Diagnostic diagnostic) => _edit + diagnostic.Id;

    private protected sealed override async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        // Several edits can meet in one attribute, so each finds its nodes in what the one before has left.
        var edits = diagnostics.Select(d => (Edit: SuggestedEdit.From(d.Properties, _edit), Node: root.FindNode(d.Location.SourceSpan,
            getInnermostNodeForTie: true)))
            .Where(e => e.Edit is not null).ToList();
        var changed = root.TrackNodes(edits.Select(e => e.Node).Concat(edits.SelectMany(e => AttributeEdits.Attributes(e.Node))).Distinct());
        foreach (var (edit, node) in edits)
        {
            if (changed.GetCurrentNode(node) is { } current && AttributeEdits.Apply(changed, current, node, edit!, model) is { } next)
                changed = next;
        }

        return changed.IsEquivalentTo(root) ? null : document.WithSyntaxRoot(changed);
    }
}
