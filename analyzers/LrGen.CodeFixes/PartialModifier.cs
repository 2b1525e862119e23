using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>The modifier <c>partial</c>, which C# wants last, and what else it takes for a method to carry it.</summary>
internal static class PartialModifier
{
    /// <summary>Modifiers that a partial method without a body cannot have.</summary>
    private static readonly SyntaxKind[] s_excluded = [SyntaxKind.AbstractKeyword, SyntaxKind.ExternKeyword, SyntaxKind.AsyncKeyword];

    private static readonly SyntaxKind[] s_accessibilities =
        [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.PrivateKeyword];

    public static bool IsOn(MemberDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Whether a declaration that becomes partial still compiles once its other part is generated.</summary>
    public static bool IsAllowedOn(MemberDeclarationSyntax declaration)
    {
        // Before C# 9 a partial method returns nothing, and no schedule can be generated.
        if (declaration.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 })
            return false;
        if (declaration is not MethodDeclarationSyntax method)
            return declaration is TypeDeclarationSyntax;
        // An instance method of an interface is abstract without a body; partial, it would no longer be implemented by classes.
        bool isAbstract = method.Parent is InterfaceDeclarationSyntax && !method.Modifiers.Any(SyntaxKind.StaticKeyword);
        return method is { Body: null, ExpressionBody: null, ExplicitInterfaceSpecifier: null }
            && !isAbstract && !method.Modifiers.Any(m => s_excluded.Contains(m.Kind()));
    }

    public static MemberDeclarationSyntax AddTo(MemberDeclarationSyntax declaration)
    {
        if (declaration is not MethodDeclarationSyntax method)
            return Append(declaration, SyntaxKind.PartialKeyword);
        // A partial method that returns a value has to say its accessibility, even if it is the default one.
        if (!method.Modifiers.Any(m => s_accessibilities.Contains(m.Kind())))
            declaration = Prepend(method, method.Parent is InterfaceDeclarationSyntax ? SyntaxKind.PublicKeyword : SyntaxKind.PrivateKeyword);
        return Append(declaration, SyntaxKind.PartialKeyword);
    }

    private static MemberDeclarationSyntax Append(MemberDeclarationSyntax declaration, SyntaxKind modifier)
    {
        if (declaration.Modifiers.Count == 0)
            return Prepend(declaration, modifier);
        return declaration.WithModifiers(declaration.Modifiers.Add(SyntaxFactory.Token(modifier).WithTrailingTrivia(SyntaxFactory.Space)));
    }

    /// <summary>Puts a modifier first; the comments and the indentation before the declaration stay before it.</summary>
    private static MemberDeclarationSyntax Prepend(MemberDeclarationSyntax declaration, SyntaxKind modifier)
    {
        var first = declaration.Modifiers.Count > 0 ? declaration.Modifiers[0] : FirstTokenAfterModifiers(declaration);
        var token = SyntaxFactory.Token(first.LeadingTrivia, modifier, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        declaration = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        return declaration.WithModifiers(declaration.Modifiers.Insert(0, token));
    }

    private static SyntaxToken FirstTokenAfterModifiers(MemberDeclarationSyntax declaration) => declaration is MethodDeclarationSyntax method
        ? method.ReturnType.GetFirstToken()
        : ((TypeDeclarationSyntax)declaration).Keyword;
}
