using LrGen.Generator.Metrics;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>
/// Finds what the names in attributes stand for: declarations with schedule attributes, and methods of the user's own formulas.
/// </summary>
/// <param name="target">The declaration that has the attributes.</param>
internal sealed class ReferenceResolver(ISymbol target)
{
    private static readonly SymbolDisplayFormat s_qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>Whether the attribute names the method of a formula; the others name declarations.</summary>
    public static bool NamesMethods(string attribute) => attribute == "Function";

    /// <summary>A declaration by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="scope">The type that the attribute says it is in; null where it says nothing.</param>
    /// <param name="report">Takes the problem and the words for it.</param>
    /// <returns>The declaration; null where there is none that can be used.</returns>
    public ISymbol? Declaration(string name, INamedTypeSymbol? scope, Action<ScheduleProblem, string> report)
    {
        var named = Named(name, scope).ToList();
        var found = named.FirstOrDefault(m => AttributeNames.On(m).Count > 0);
        if (found is null)
        {
            report(ScheduleProblem.UnknownReference, name.Length == 0 ? "no declaration is named; write nameof(…)"
                : named.Count > 0 ? "'" + name + "' has no schedule attribute in the source of this project"
                : "'" + name + "' is no method or struct in " + (scope is null ? "reach" : "'" + scope.Name + "'") + "; name one with nameof, and its type with In = typeof(…)");
            return null;
        }

        if (MetricTarget.Of([.. AttributeNames.On(found).Select(a => AttributeNames.ShortName(a.AttributeClass)!)], (_, _) => null) is { } driven)
        {
            report(ScheduleProblem.UnknownReference, "'" + name + "' is driven by metrics, and nobody else can keep its state; "
                + (driven.IsAlone ? "put [" + driven.Family.Name + "] on this struct instead" : "give its schedule a declaration of its own and name that"));
            return null;
        }

        return found;
    }

    /// <summary>A method of one number by its name.</summary>
    public ReferenceModel Method(string name, INamedTypeSymbol? scope, Compilation compilation, Action<ScheduleProblem, string> report)
    {
        var named = Named(name, scope).OfType<IMethodSymbol>().Where(m => !SymbolEqualityComparer.Default.Equals(m, target)).ToList();
        var found = named.FirstOrDefault(m => m.IsStatic && m is { Arity: 0, Parameters: [{ RefKind: RefKind.None }], ReturnsByRef: false, ReturnsByRefReadonly: false }
            && StepKeyword(m.Parameters[0].Type) is not null
            && m.ReturnType.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            && compilation.IsSymbolAccessibleWithin(m, target.ContainingType ?? target));
        if (found is not null)
        {
            return new ReferenceModel(name, Method: found.ToDisplayString(s_qualified), StepKeyword: StepKeyword(found.Parameters[0].Type)!);
        }

        report(ScheduleProblem.UnknownReference, name.Length == 0 ? "no method is named; write nameof(…)"
            : named.Count > 0 ? "'" + name + "' has to be a static method that takes one number, the step or a double, and returns a double or float"
            : "'" + name + "' is no method in " + (scope is null ? "reach" : "'" + scope.Name + "'") + "; name one with nameof, and its type with In = typeof(…)");
        return new ReferenceModel(name);
    }

    private static string? StepKeyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => string.Empty,
        SpecialType.System_Single => "float",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_UInt32 => "uint",
        _ => null,
    };

    /// <summary>Methods and structs of a name, the nearest first.</summary>
    private IEnumerable<ISymbol> Named(string name, INamedTypeSymbol? scope)
    {
        if (name.Length == 0)
            yield break;
        if (scope is not null)
        {
            foreach (var member in Members(scope))
                yield return member;
            yield break;
        }

        for (var type = target as INamedTypeSymbol ?? target.ContainingType; type is not null; type = type.ContainingType)
        {
            foreach (var member in Members(type))
                yield return member;
        }

        for (var space = target.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            foreach (var type in space.GetTypeMembers(name))
                yield return type;
        }

        IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
            type.GetMembers(name).Where(m => m is IMethodSymbol or INamedTypeSymbol { TypeKind: TypeKind.Struct });
    }
}
