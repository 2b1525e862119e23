using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG045: gives the cosine the length of the training.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WholeTrainingFix))]
public sealed class WholeTrainingFix() : ReplacementFix(RuleIds.CosineClimbsAgain)
{
    private protected override string Title(Diagnostic diagnostic) => "Use T_max " + diagnostic.Properties[ScheduleDiagnostic.Replacement];
}
