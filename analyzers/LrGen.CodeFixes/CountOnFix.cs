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
        var moved = declaration.IndentedLike(epochs);
        int index = block.Statements.IndexOf(declaration);
        var rest = epochs.ReplaceNode(block, block.WithStatements(index == 0 ? WithoutFirst(block.Statements) : block.Statements.RemoveAt(index)));
        return root.ReplaceNode(outer, outer.WithStatements(
            outer.Statements.Replace(epochs, rest).Insert(outer.Statements.IndexOf(epochs), moved)));
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

    /// <summary>The statements after the first, without a blank line before them.</summary>
    public static SyntaxList<StatementSyntax> WithoutFirst(SyntaxList<StatementSyntax> statements)
    {
        var rest = statements.RemoveAt(0);
        return rest.Count == 0 ? rest : rest.Replace(
            rest[0], rest[0].WithLeadingTrivia(rest[0].GetLeadingTrivia().SkipWhile(t => t.IsKind(SyntaxKind.EndOfLineTrivia))));
    }
}
