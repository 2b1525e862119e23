using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG073: declares the counter before the loop over epochs, where it does nothing but ask a schedule.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountOnFix))]
public sealed class CountOnFix() : UsageFix(RuleIds.CounterRestarts)
{
    private protected override string Title(Diagnostic diagnostic) => "Count on from epoch to epoch";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (others is not [VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax } counter, StatementSyntax { Parent: BlockSyntax outer } epochs]
            || counter.Parent?.Parent is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1, Parent: BlockSyntax block } declaration
            || block.Parent != epochs || epochs.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } method
            || Asked(node) is not { } schedule)
        {
            return null;
        }

        // The name has to be free outside, and its value of no use but for schedules.
        string name = counter.Identifier.ValueText;
        if (method.Declared().Count(d => d == name) > 1
            || method.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == name && !(epochs.Contains(n) && Counts(n, schedule))))
            return null;
        return root.ReplaceNode(outer, outer.WithMovedBefore(epochs, block, declaration));
    }

    /// <summary>What is called with an argument, as the code says it.</summary>
    private static string? Asked(SyntaxNode argument) =>
        argument.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } ? call.Expression.ToString() : null;

    private static bool Counts(IdentifierNameSyntax name, string schedule)
    {
        SyntaxNode use = name.Parent is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax
            or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } ? name.Parent : name;
        return use.Parent switch
        {
            ExpressionStatementSyntax => true,
            ForStatementSyntax loop => loop.Incrementors.Any(i => i == use),
            InterpolationSyntax => true,
            _ => Asked(use) == schedule,
        };
    }
}
