using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>Makes the change that a rule suggests: the rule says what to write, this fix writes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestedEditFix))]
public sealed class SuggestedEditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.FloatStepCounter, RuleIds.RateAbovePublished, RuleIds.RateHighForNetwork, RuleIds.RateHighForFineTuning, RuleIds.MomentumMultipliesRate,
        RuleIds.FloorAboveRate, RuleIds.MilestonesNotIncreasing, RuleIds.PhaseVanishes, RuleIds.CyclesUnderFloor, RuleIds.NoRoomToReduce,
        RuleIds.WarmupGoesDown, RuleIds.PowerUnusual, RuleIds.RateUnderflows, RuleIds.RateNeverChanges, RuleIds.MilestonePastEnd, RuleIds.DecayNotWalked,
        RuleIds.OneCycleTooShort, RuleIds.EndsHot, RuleIds.RateZeroAtEnd, RuleIds.DecayOverEarly, RuleIds.WarmupAsLongAsTraining, RuleIds.WarmupTakesMost,
        RuleIds.WarmupIsFraction, RuleIds.JumpAfterWarmup, RuleIds.FirstRateZero, RuleIds.MilestoneInsideWarmup, RuleIds.BatchSizeDiffers,
        RuleIds.LengthInMicroBatches);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((context, document, diagnostics) =>
        FixAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SuggestedEdit.From(diagnostic.Properties) is not { } edit)
                continue;
            // The edit is made now and not only when the fix is chosen, so that none is offered that would change nothing.
            var changed = await FixAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false);
            if (changed is not null)
                context.RegisterCodeFix(CodeAction.Create(edit.Title, _ => Task.FromResult(changed), diagnostic.Id), diagnostic);
        }
    }

    private static async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        // Several edits can meet in one attribute, so each finds its nodes in what the one before has left.
        var edits = diagnostics.Select(d => (Edit: SuggestedEdit.From(d.Properties), Node: root.FindNode(d.Location.SourceSpan,
            getInnermostNodeForTie: true)))
            .Where(e => e.Edit is not null).ToList();
        var names = new ArgumentNames(model);
        var changed = root.TrackNodes(edits.Select(e => e.Node).Concat(edits.SelectMany(e => AttributeEdits.Attributes(e.Node))).Distinct());
        foreach (var (edit, node) in edits)
        {
            if (changed.GetCurrentNode(node) is { } current && AttributeEdits.Apply(changed, current, node, edit!, names) is { } next)
                changed = next;
        }

        return changed.IsEquivalentTo(root) ? null : document.WithSyntaxRoot(changed);
    }
}

/// <summary>The names of the arguments of attributes, also of those that are given by position.</summary>
internal sealed class ArgumentNames(SemanticModel model)
{
    /// <summary>The name of an argument of an attribute as it was before any edit.</summary>
    public string? Of(AttributeSyntax attribute, int position)
    {
        var argument = attribute.ArgumentList!.Arguments[position];
        return argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText
            ?? ((model.GetSymbolInfo(attribute).Symbol as IMethodSymbol)?.Parameters is { Length: > 0 } parameters
                ? parameters[Math.Min(position, parameters.Length - 1)].Name
                : null);
    }
}
