using LrGen.Analyzers.Review;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>
/// A weight decay of AdamW's size in an Adam that adds it to the gradient. Recipes that say "Adam, weight decay 0.1" are of systems whose Adam
/// keeps the two apart: Megatron, fairseq, GPT-NeoX. Of those that do add it, none in the corpus is above 5e-4 (GCN).
/// </summary>
internal sealed class WeightDecayThroughRoot : CurveRule
{
    /// <summary>PyTorch's default of AdamW, and what pytorch/pytorch#41679 is about.</summary>
    public const double Large = 1e-2;

    private const string Option = "DecoupledWeightDecay";

    /// <summary>The rule, which a call of TorchSharp's can break as well.</summary>
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.WeightDecayThroughRoot, "Large weight decay is divided like the gradient",
        "A weight decay of {0} is added to the gradient in {1} and divided by the same root, so that parameters with large gradients hardly "
            + "decay and the others lose most; {2} keeps the two apart",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.WeightDecayThroughRoot));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Finding? Check(ScheduleReview review)
    {
        if (review.Rule is not { } update || review.Update?.Hyperparameters.FirstOrDefault(h => h.Name == "weightDecay") is not { } decay)
            return null;
        bool hasOption = update.Name is nameof(OptimizerKind.NAdam) or nameof(OptimizerKind.RAdam);
        if (!hasOption && update.Name is not (nameof(OptimizerKind.Adam) or nameof(OptimizerKind.Adamax)) || ScheduleReview.Number(update, Option) is 1)
            return null;
        return review.Highest(decay) is >= Large and var highest
            ? new Finding(update, ScheduleReview.Given(update, "WeightDecay"), Text(highest), "[" + update.Name + "]", hasOption ? Option
                + " = true" : "[AdamW]")
            {
                Edit = hasOption ? new SuggestedEdit(EditKind.AddArgument, Option + " = true", "Keep weight decay and gradient apart")
                    : update.Name == nameof(OptimizerKind.Adam) ? new SuggestedEdit(EditKind.RenameAttribute, nameof(OptimizerKind.AdamW), "Use [AdamW]")
                    : null,
            }
            : null;
    }
}
