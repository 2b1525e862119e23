using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG071: declares two schedules as phases, where one rises to the rate that the other begins with, and assigns them as one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ComposePhasesFix))]
public sealed class ComposePhasesFix() : ConversionFix(RuleIds.TwoSchedules)
{
    private protected override string Title => "Declare one after the other and assign that";

    private protected override IConversionEdits Begin(Solution solution) => new ComposeEdits(solution, ScheduleComposition.PhasesKey);
}
