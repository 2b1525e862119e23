using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG101: replaces one of TorchSharp's schedulers by a declaration, a counter and an assignment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConvertSchedulerFix))]
public sealed class ConvertSchedulerFix() : ConversionFix(RuleIds.ConvertibleScheduler)
{
    private protected override string Title => "Declare the schedule and assign its rate";

    private protected override IConversionEdits Begin(Solution solution) => new SchedulerEdits(solution);
}
