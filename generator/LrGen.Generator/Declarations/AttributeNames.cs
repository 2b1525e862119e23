using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>Recognises LrGen's attributes.</summary>
internal static class AttributeNames
{
    public const string Namespace = "LrGen";

    /// <summary>The base of all schedule attributes: a project that knows it uses LrGen.</summary>
    public const string Marker = "LrGen.ScheduleAttribute";

    private const string Suffix = "Attribute";

    /// <summary>The name without "Attribute" of an attribute of LrGen's that is known to the generator; null for any other.</summary>
    public static string? ShortName(INamedTypeSymbol? attribute)
    {
        if (attribute is not { Name: var name, ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } }
            || !name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        string shortName = name.Substring(0, name.Length - Suffix.Length);
        return Schedules.Families.Knows(shortName) ? shortName : null;
    }

    public static string MetadataName(string shortName) => Namespace + "." + shortName + Suffix;

    /// <summary>Whether the compiler understood an attribute and all its arguments.</summary>
    public static bool Compiles(AttributeData attribute) => attribute is { AttributeConstructor: { } constructor, AttributeClass.TypeKind: not TypeKind.Error }
        // While an argument is being typed the compiler may have found the constructor and not all it takes.
        && attribute.ConstructorArguments.Length == constructor.Parameters.Length
        && attribute.ConstructorArguments.All(a => a.Kind != TypedConstantKind.Error)
        && attribute.NamedArguments.All(a => a.Value.Kind != TypedConstantKind.Error);

    /// <summary>LrGen's attributes on a symbol, in the order of their source.</summary>
    public static List<AttributeData> On(ISymbol symbol)
    {
        var found = new List<AttributeData>();
        foreach (var attribute in symbol.GetAttributes())
        {
            if (ShortName(attribute.AttributeClass) is not null && attribute.ApplicationSyntaxReference is not null)
                found.Add(attribute);
        }

        if (found.Count > 1)
        {
            found.Sort(static (a, b) =>
            {
                SyntaxReference x = a.ApplicationSyntaxReference!, y = b.ApplicationSyntaxReference!;
                int byFile = string.CompareOrdinal(x.SyntaxTree.FilePath, y.SyntaxTree.FilePath);
                return byFile != 0 ? byFile : x.Span.Start.CompareTo(y.Span.Start);
            });
        }

        return found;
    }
}
