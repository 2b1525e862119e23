using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG030: writes the factor that the analyzer takes for the one that was meant; at a factor of 1 it knows none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseLikelyFactorFix))]
public sealed class UseLikelyFactorFix() : ArgumentFix(RuleIds.FactorDoesNotDecay)
{
    private protected override string Title(Diagnostic diagnostic) => "Use factor " + diagnostic.Properties[ScheduleDiagnostic.Replacement];

    private protected override void Edit(
        AttributeArgumentSyntax argument, Diagnostic diagnostic, SemanticModel model, Dictionary<ExpressionSyntax, ExpressionSyntax> edits)
    {
        if (diagnostic.Properties.TryGetValue(ScheduleDiagnostic.Replacement, out string? factor) && factor is not null)
            edits[argument.Expression] = SyntaxFactory.ParseExpression(factor);
    }
}
