using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG045: replaces TorchSharp's cosine by a declaration that stays at its end, where LRG101 keeps the wave.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoldEndFix))]
public sealed class HoldEndFix() : ConversionFix(RuleIds.CosineClimbsAgain)
{
    private protected override string Title => "Declare a cosine that stays at its end";

    private protected override IConversionEdits Begin(Solution solution) => new SchedulerEdits(solution);
}
