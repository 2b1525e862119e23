using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG078: asks the schedule for the rate that the optimizer is made with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AskFirstRateFix))]
public sealed class AskFirstRateFix() : ReplacementFix(RuleIds.OptimizerRateReplaced)
{
    private protected override string Title(Diagnostic diagnostic) => "Use " + diagnostic.Properties[ScheduleDiagnostic.Replacement];
}
