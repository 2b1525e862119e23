using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>Makes the other change that a rule suggests, where it leaves the choice: LRG047 a floor instead of the length.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OtherEditFix))]
public sealed class OtherEditFix() : AttributeEditFix(SuggestedEdit.Other, RuleIds.RateZeroAtEnd)
{
}
