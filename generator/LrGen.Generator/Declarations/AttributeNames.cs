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
        if (attribute is not { Name: var name } || !name.EndsWith(Suffix, StringComparison.Ordinal) || !IsOurs(attribute))
            return null;
        string shortName = name.Substring(0, name.Length - Suffix.Length);
        return Schedules.Families.Knows(shortName) ? shortName : null;
    }

    /// <summary>
    /// Whether a class is the library's: one of the user's own can have the same name, but not the arguments that a family reads.
    /// </summary>
    public static bool IsOurs(INamedTypeSymbol attribute) => attribute is
    {
        ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true }, ContainingAssembly.Name: Namespace,
    };

    public static string MetadataName(string shortName) => Namespace + "." + shortName + Suffix;

    /// <summary>Whether the compiler understood an attribute and all its arguments.</summary>
    public static bool Compiles(AttributeData attribute) => attribute is { AttributeConstructor: { } constructor, AttributeClass.TypeKind: not TypeKind.Error }
        // While an argument is being typed the compiler may have found the constructor and not all it takes.
        && attribute.ConstructorArguments.Length == constructor.Parameters.Length
        && attribute.ConstructorArguments.All(a => a.Kind != TypedConstantKind.Error)
        && attribute.NamedArguments.All(a => a.Value.Kind != TypedConstantKind.Error);

    /// <summary>Whether an attribute may stand on a symbol at all; where not, the compiler says so (CS0592).</summary>
    public static bool IsMeantFor(AttributeData attribute, ISymbol symbol)
    {
        var targets = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => AttributeTargets.Constructor,
            IMethodSymbol => AttributeTargets.Method,
            INamedTypeSymbol { TypeKind: TypeKind.Class } => AttributeTargets.Class,
            INamedTypeSymbol { TypeKind: TypeKind.Interface } => AttributeTargets.Interface,
            INamedTypeSymbol { TypeKind: TypeKind.Struct } => AttributeTargets.Struct,
            _ => AttributeTargets.All,
        };
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == nameof(AttributeUsageAttribute)) is { ConstructorArguments: [{ Value: int valid }, ..] })
                return ((AttributeTargets)valid & targets) != 0;
        }

        return true;
    }

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
