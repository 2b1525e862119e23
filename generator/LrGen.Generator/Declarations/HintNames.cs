using System.Text;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>
/// Names for generated files. A name that two targets share, or that differs only by case, makes the compiler drop everything the
/// generator wrote, so each name ends in a hash of the full signature.
/// </summary>
internal static class HintNames
{
    private const int LongestReadablePart = 100;

    public static string For(ISymbol target)
    {
        string signature = target.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithGenericsOptions(
            SymbolDisplayGenericsOptions.IncludeTypeParameters)) + "/" + Arity(target);
        var name = new StringBuilder();
        foreach (char c in Readable(target))
            name.Append(char.IsLetterOrDigit(c) || c is '_' or '.' ? c : '-');
        if (name.Length > LongestReadablePart)
            name.Length = LongestReadablePart;
        return name.Append('-').Append(Hash(signature)).ToString();
    }

    /// <summary>
    /// Whether a target before this one has the same name and signature, which does not compile but happens with every line that is
    /// copied: two files of one name make the compiler drop all that the generator wrote.
    /// </summary>
    public static bool IsTaken(ISymbol target)
    {
        for (var symbol = target; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.ContainingSymbol is INamespaceOrTypeSymbol container && container.GetMembers(symbol.Name) is { Length: > 1 } namesakes
                && For(symbol) is var name && namesakes.FirstOrDefault(m => For(m) == name) is { } first
                && !SymbolEqualityComparer.Default.Equals(first, symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static string Readable(ISymbol symbol)
    {
        string name = symbol.MetadataName;
        return symbol.ContainingType is { } type
            ? Readable(type) + "." + name
            : symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }

    private static int Arity(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Arity,
        INamedTypeSymbol type => type.Arity,
        _ => 0,
    };

    /// <summary>FNV-1a, 32 bits: string.GetHashCode differs from run to run.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        const string Digits = "0123456789abcdef";
        var result = new char[8];
        for (int i = 7; i >= 0; i--, hash >>= 4)
            result[i] = Digits[(int)(hash & 15)];
        return new string(result);
    }
}
