using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG070: passes the step of the training instead of its epoch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassStepFix))]
public sealed class PassStepFix() : ReplacementFix(RuleIds.UnitsDiffer)
{
    private protected override string Title(Diagnostic diagnostic) => "Pass " + diagnostic.Properties[ScheduleDiagnostic.Replacement];
}
