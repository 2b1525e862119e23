using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG084: writes what does in TorchSharp what PyTorch does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayAsPyTorchFix))]
public sealed class SayAsPyTorchFix() : ReplacementFix(RuleIds.DiffersFromPyTorch)
{
    private protected override string Title(Diagnostic diagnostic) => diagnostic.Properties[DiffersFromPyTorch.TitleKey]!;
}
