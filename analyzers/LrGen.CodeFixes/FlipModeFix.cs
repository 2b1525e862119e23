using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG082: says in the declaration, or in TorchSharp's constructor, which metrics are better.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlipModeFix))]
public sealed class FlipModeFix() : UsageFix(RuleIds.MetricAgainstMode)
{
    private const string Mode = nameof(Mode);

    private protected override string Title(Diagnostic diagnostic) => "Use " + diagnostic.Properties[ScheduleDiagnostic.Replacement];

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (others is not [var declaration] || !diagnostic.Properties.TryGetValue(ScheduleDiagnostic.Replacement, out string? mode) || mode is null)
            return null;
        if (declaration.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
            return root.ReplaceNode(attribute, AttributeEdits.With(attribute, Mode + " = " + mode));
        var value = SyntaxFactory.ParseExpression(mode);
        switch (declaration)
        {
            case InvocationExpressionSyntax call:
                if (call.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "mode") is { } named)
                    return root.ReplaceNode(named.Expression, value);
                var argument = SyntaxFactory.Argument(
                    SyntaxFactory.NameColon("mode").WithColonToken(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)), default, value);
                return root.ReplaceNode(call, call.AddArgumentListArguments(
                    call.ArgumentList.Arguments.Count == 0 ? argument : argument.WithLeadingTrivia(SyntaxFactory.Space)));
            case LiteralExpressionSyntax literal:
                return root.ReplaceNode(literal, value.WithTriviaFrom(literal));
            default:
                return null;
        }
    }
}
