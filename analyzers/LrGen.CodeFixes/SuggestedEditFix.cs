using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>Makes the change that a rule suggests.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestedEditFix))]
public sealed class SuggestedEditFix() : AttributeEditFix(
    string.Empty,
    RuleIds.FloatStepCounter, RuleIds.RateAbovePublished, RuleIds.RateHighForNetwork, RuleIds.RateHighForFineTuning, RuleIds.MomentumMultipliesRate,
    RuleIds.WeightDecayThroughRoot, RuleIds.ScheduleFreeWithSchedule,
    RuleIds.FloorAboveRate, RuleIds.LengthNotPositive, RuleIds.MilestonesNotIncreasing, RuleIds.PhaseVanishes, RuleIds.CyclesUnderFloor, RuleIds.NoRoomToReduce,
    RuleIds.WarmupGoesDown, RuleIds.PowerUnusual, RuleIds.RateUnderflows, RuleIds.RateNeverChanges, RuleIds.MilestonePastEnd, RuleIds.DecayNotWalked,
    RuleIds.OneCycleTooShort, RuleIds.EndsHot, RuleIds.RateZeroAtEnd, RuleIds.DecayOverEarly, RuleIds.DecayGoesUp, RuleIds.PhaseBelowStep,
    RuleIds.WarmupAsLongAsTraining, RuleIds.WarmupTakesMost,
    RuleIds.WarmupIsFraction, RuleIds.JumpAfterWarmup, RuleIds.FirstRateZero, RuleIds.MilestoneInsideWarmup, RuleIds.BatchSizeDiffers,
    RuleIds.LengthInMicroBatches)
{
}
