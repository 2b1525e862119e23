using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// A slip of the pen for <c>partial</c>. The compiler takes <c>static prtial class C</c> for a member without a name, which ends at the word,
/// and a class without modifiers: to mend it, the two become one again.
/// </summary>
internal static class MisspeltPartial
{
    private const string Word = "partial";

    /// <summary>So many letters may be wrong, missing or too many.</summary>
    private const int MostSlips = 2;

    /// <summary>The rest of a declaration that stands before it; null where nothing was misspelt.</summary>
    public static IncompleteMemberSyntax? Before(MemberDeclarationSyntax declaration)
    {
        MemberDeclarationSyntax? before = null;
        foreach (var member in declaration.Parent?.ChildNodes().OfType<MemberDeclarationSyntax>() ?? [])
        {
            if (member == declaration)
                break;
            before = member;
        }

        return before is IncompleteMemberSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: var word } } incomplete && IsNear(word) ? incomplete : null;
    }

    /// <summary>A declaration with the attributes and modifiers that were cut off.</summary>
    public static MemberDeclarationSyntax Join(IncompleteMemberSyntax before, MemberDeclarationSyntax declaration)
    {
        var start = before.GetLeadingTrivia();
        declaration = declaration.WithoutLeadingTrivia();
        var joined = declaration
            .WithAttributeLists(before.AttributeLists.AddRange(declaration.AttributeLists))
            .WithModifiers(before.Modifiers.AddRange(declaration.Modifiers));
        return joined.WithLeadingTrivia(start);
    }

    private static bool IsNear(string word)
    {
        // The row of the usual table of distances.
        var row = Enumerable.Range(0, Word.Length + 1).ToArray();
        for (int i = 1; i <= word.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= Word.Length; j++)
            {
                int same = diagonal + (char.ToLowerInvariant(word[i - 1]) == Word[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(same, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[Word.Length] <= MostSlips;
    }
}
