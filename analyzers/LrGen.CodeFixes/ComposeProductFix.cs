using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG071: declares the product of two schedules, one of which is a share of 1, and assigns it once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ComposeProductFix))]
public sealed class ComposeProductFix() : ConversionFix(RuleIds.TwoSchedules)
{
    private protected override string Title => "Declare the product of the two and assign that";

    private protected override IConversionEdits Begin(Solution solution) => new ComposeEdits(solution, ScheduleComposition.ProductKey);
}
