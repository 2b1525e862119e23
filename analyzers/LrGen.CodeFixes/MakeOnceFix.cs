using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG073: makes a cursor, a scheduler or what metrics drive before the loop over epochs, where the loop has nothing to do with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeOnceFix))]
public sealed class MakeOnceFix() : UsageFix(RuleIds.CounterRestarts)
{
    private protected override string Title(Diagnostic diagnostic) => "Make it once, before the loop over epochs";

    private protected override SyntaxNode? Edit(SyntaxNode root, SyntaxNode node, IReadOnlyList<SyntaxNode> others, Diagnostic diagnostic)
    {
        if (others is not [StatementSyntax { Parent: BlockSyntax outer } epochs]
            || node.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not
            {
                Declaration.Variables: [{ Initializer.Value: var made } variable], UsingKeyword.RawKind: 0, Parent: BlockSyntax block,
            } declaration
            || made != node || block.Parent != epochs || epochs.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        // The name has to be free outside, and what it is made from the same in every epoch.
        string name = variable.Identifier.ValueText;
        var own = new HashSet<string>(epochs.Declared().Concat(epochs.Changed()));
        if (method.Declared().Count(d => d == name) > 1 || made.Roots().Any(own.Contains) || declaration.ContainsDirectives
            || made.DescendantNodes().Any(n => n is InvocationExpressionSyntax or AnonymousFunctionExpressionSyntax))
            return null;
        return root.ReplaceNode(outer, outer.WithMovedBefore(epochs, block, declaration));
    }
}
