using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG063: divides the loss by the number of calls that one step of the optimizer has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivideLossFix))]
public sealed class DivideLossFix() : ReplacementFix(RuleIds.LossNotDivided)
{
    private protected override string Title(Diagnostic diagnostic) => "Divide the loss";
}
