using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers;

/// <summary>The arguments of attributes as they are written.</summary>
internal static class AttributeArguments
{
    /// <summary>The name of an argument, also of one that is given by its position; null where the constructor is not known or has none there.</summary>
    public static string? NameOf(AttributeArgumentSyntax argument, int position, IMethodSymbol? constructor) =>
        argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText
            ?? (constructor is { Parameters: { Length: > 0 } parameters } && (position < parameters.Length || parameters[parameters.Length - 1].IsParams)
                ? parameters[Math.Min(position, parameters.Length - 1)].Name
                : null);
}
