using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG061: leaves the scaling to the declaration, where nothing but it is in the product.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaleOnceFix))]
public sealed class ScaleOnceFix() : ReplacementFix(RuleIds.ScaledByBatchTwice)
{
    private protected override string Title(Diagnostic diagnostic) => "Leave it to [BatchScale]";
}
