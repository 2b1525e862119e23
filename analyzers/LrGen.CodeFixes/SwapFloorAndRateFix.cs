using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG031: swaps the floor with the rate that it is above.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapFloorAndRateFix))]
public sealed class SwapFloorAndRateFix() : ArgumentFix(RuleIds.FloorAboveRate)
{
    private const string Floor = "Floor", Rate = "rate";

    private protected override string Title(Diagnostic diagnostic) => "Swap floor and rate";

    private protected override void Edit(
        AttributeArgumentSyntax argument, Diagnostic diagnostic, SemanticModel model, Dictionary<ExpressionSyntax, ExpressionSyntax> edits)
    {
        // With a FloorRatio the diagnostic stands there; it is a share of the rate, and there is nothing to swap it with.
        if (argument.Parent is not AttributeArgumentListSyntax { Parent: AttributeSyntax attribute, Arguments: var arguments }
            || argument.NameEquals?.Name.Identifier.ValueText != Floor
            || model.GetSymbolInfo(attribute).Symbol is not IMethodSymbol constructor)
        {
            return;
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].NameEquals is null && AttributeArguments.NameOf(arguments[i], i, constructor) == Rate)
            {
                edits[argument.Expression] = arguments[i].Expression;
                edits[arguments[i].Expression] = argument.Expression;
            }
        }
    }
}
