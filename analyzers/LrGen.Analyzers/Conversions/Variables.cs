using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers.Conversions;

/// <summary>What code does with a variable, as far as its words tell.</summary>
internal static class Variables
{
    /// <summary>Whether a name stands where its variable is, or may be, set.</summary>
    public static bool IsWritten(IdentifierNameSyntax name)
    {
        SyntaxNode place = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : name;
        return place.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == place,
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression)
                || unary.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax => true,
            ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } or RefExpressionSyntax => true,
            // In a tuple that is taken apart.
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
            _ => false,
        };
    }

    /// <summary>The places in a part of the code where a variable of this name is set.</summary>
    public static IEnumerable<IdentifierNameSyntax> WritesOf(SyntaxNode code, string name) =>
        code.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == name && IsWritten(n));

    /// <summary>The innermost loop around a node, in the same function; null where there is none.</summary>
    public static StatementSyntax? LoopOf(SyntaxNode node)
    {
        for (var part = node.Parent; part is not null and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); part = part.Parent)
        {
            if (part is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
                return (StatementSyntax)part;
        }

        return null;
    }
}
