using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG084: replaces one of TorchSharp's schedulers by a declaration with the rates that PyTorch's has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareAsPyTorchFix))]
public sealed class DeclareAsPyTorchFix() : ConversionFix(RuleIds.DiffersFromPyTorch)
{
    private protected override string Title => "Declare the schedule that PyTorch has";

    private protected override IConversionEdits Begin(Solution solution) => new SchedulerEdits(solution);
}
