using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>Makes the change that a rule suggests: the rule says what to write, this fix writes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestedEditFix))]
public sealed class SuggestedEditFix() : DocumentFix(
    RuleIds.FloatStepCounter, RuleIds.RateAbovePublished, RuleIds.RateHighForNetwork, RuleIds.RateHighForFineTuning, RuleIds.MomentumMultipliesRate,
    RuleIds.FloorAboveRate, RuleIds.MilestonesNotIncreasing, RuleIds.PhaseVanishes, RuleIds.CyclesUnderFloor, RuleIds.NoRoomToReduce,
    RuleIds.WarmupGoesDown, RuleIds.PowerUnusual, RuleIds.RateUnderflows, RuleIds.RateNeverChanges, RuleIds.MilestonePastEnd, RuleIds.DecayNotWalked,
    RuleIds.OneCycleTooShort, RuleIds.EndsHot, RuleIds.RateZeroAtEnd, RuleIds.DecayOverEarly, RuleIds.WarmupAsLongAsTraining, RuleIds.WarmupTakesMost,
    RuleIds.WarmupIsFraction, RuleIds.JumpAfterWarmup, RuleIds.FirstRateZero, RuleIds.MilestoneInsideWarmup, RuleIds.BatchSizeDiffers,
    RuleIds.LengthInMicroBatches)
{
    private protected override string Title(Diagnostic diagnostic) => SuggestedEdit.From(diagnostic.Properties)!.Title;

    private protected override string Key(Diagnostic diagnostic) => diagnostic.Id;

    private protected override async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        // Several edits can meet in one attribute, so each finds its nodes in what the one before has left.
        var edits = diagnostics.Select(d => (Edit: SuggestedEdit.From(d.Properties), Node: root.FindNode(d.Location.SourceSpan,
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
