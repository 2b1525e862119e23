using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG071: deletes what sets a rate that no update uses, because another assignment replaces it first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeleteReplacedRateFix))]
public sealed class DeleteReplacedRateFix() : UsageFix(RuleIds.TwoSchedules)
{
    private protected override string Title(Diagnostic diagnostic) => diagnostic.Properties[ReplacedRate.TitleKey]!;

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(ReplacedRate.TitleKey) || others.Count == 0)
            return null;
        var written = diagnostic.Properties.ContainsKey(ReplacedRate.IsSecondKey) ? node : others[0];
        // A scheduler goes with its making.
        var gone = others.Skip(1).Select(o => o.FirstAncestorOrSelf<StatementSyntax>()).Append(ComposeEdits.StatementOf(written)).ToList();
        return gone.TrueForAll(s => s is { Parent: BlockSyntax, ContainsDirectives: false })
            ? root.RemoveNodes(gone!, SyntaxRemoveOptions.KeepNoTrivia)
            : null;
    }
}
