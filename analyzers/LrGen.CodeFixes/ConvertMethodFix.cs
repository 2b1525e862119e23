using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG100: replaces the body of a method by the attributes that say the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConvertMethodFix))]
public sealed class ConvertMethodFix() : ConversionFix(RuleIds.ConvertibleMethod)
{
    private protected override string Title => "Declare the schedule";

    private protected override IConversionEdits Begin(Solution solution) => new MethodEdits(solution);
}
