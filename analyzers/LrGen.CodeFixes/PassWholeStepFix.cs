using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG073: passes the step of the whole training instead of that of the epoch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassWholeStepFix))]
public sealed class PassWholeStepFix() : ReplacementFix(RuleIds.CounterRestarts)
{
    private protected override string Title(Diagnostic diagnostic) => "Pass " + diagnostic.Properties[ScheduleDiagnostic.Replacement];
}
