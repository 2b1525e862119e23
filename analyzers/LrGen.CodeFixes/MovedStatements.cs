using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>What there is to know before a statement goes to another place.</summary>
internal static class MovedStatements
{
    /// <summary>The names that code reads or writes.</summary>
    public static IEnumerable<string> Names(this SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(n => n.Identifier.ValueText);

    /// <summary>The names that code starts from: those of variables, and of the members of its own object, but not of the members of others.</summary>
    public static IEnumerable<string> Roots(this SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(n => n.Parent is not MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } member || member.Name != n)
        .Select(n => n.Identifier.ValueText);

    /// <summary>The names of the variables and local functions that code declares.</summary>
    public static IEnumerable<string> Declared(this SyntaxNode node) => node.DescendantNodesAndSelf().Select(n => n switch
    {
        VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => string.Empty,
    }).Where(n => n.Length > 0);

    /// <summary>The names that code gives new values, which are not made from the old ones.</summary>
    public static IEnumerable<string> Assigned(this SyntaxNode node) => node.DescendantNodesAndSelf().SelectMany(n => n switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Left.Names(),
        ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => argument.Expression.Names(),
        _ => [],
    });

    /// <summary>The names that code changes in any way.</summary>
    public static IEnumerable<string> Changed(this SyntaxNode node) => node.Assigned().Concat(node.DescendantNodesAndSelf().SelectMany(n => n switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left.Names(),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand.Names(),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand.Names(),
        _ => [],
    }));

    /// <summary>Whether what follows code may not run after it.</summary>
    public static bool MayLeave(this SyntaxNode node) => node.DescendantNodesAndSelf().Any(n => n is ReturnStatementSyntax or BreakStatementSyntax
        or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax);

    /// <summary>A statement that begins where another does, with all its lines.</summary>
    public static StatementSyntax IndentedLike(this StatementSyntax statement, SyntaxNode other)
    {
        string from = statement.Indentation(), to = other.Indentation();
        return statement.ReplaceTrivia(
            statement.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia) && t.Token.LeadingTrivia.Contains(t)
                && t.ToString().StartsWith(from, StringComparison.Ordinal)),
            (old, _) => SyntaxFactory.Whitespace(to + old.ToString().Substring(from.Length)));
    }

    /// <summary>A block with a statement of one of its loops before that loop.</summary>
    /// <param name="outer">The block.</param>
    /// <param name="loop">The loop, a statement of the block.</param>
    /// <param name="inner">The body of the loop.</param>
    /// <param name="statement">The statement, one of the body.</param>
    public static BlockSyntax WithMovedBefore(this BlockSyntax outer, StatementSyntax loop, BlockSyntax inner, StatementSyntax statement)
    {
        int index = inner.Statements.IndexOf(statement);
        var rest = loop.ReplaceNode(inner, inner.WithStatements(index == 0 ? WithoutFirst(inner.Statements) : inner.Statements.RemoveAt(index)));
        return outer.WithStatements(outer.Statements.Replace(loop, rest).Insert(outer.Statements.IndexOf(loop), statement.IndentedLike(loop)));
    }

    /// <summary>The blanks before a node.</summary>
    public static string Indentation(this SyntaxNode node) =>
        node.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : string.Empty;

    /// <summary>The statements after the first, without a blank line before them.</summary>
    private static SyntaxList<StatementSyntax> WithoutFirst(SyntaxList<StatementSyntax> statements)
    {
        var rest = statements.RemoveAt(0);
        return rest.Count == 0 ? rest : rest.Replace(
            rest[0], rest[0].WithLeadingTrivia(rest[0].GetLeadingTrivia().SkipWhile(t => t.IsKind(SyntaxKind.EndOfLineTrivia))));
    }
}
