using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>A declaration that is the same as code.</summary>
/// <param name="Attributes">The attributes.</param>
/// <param name="Shift">How many steps the code is ahead of the declaration.</param>
/// <param name="Note">In which way the two differ, or what is unusual; begins with a blank or a semicolon.</param>
internal sealed record RateOffer(IReadOnlyList<Spelling> Attributes, int Shift, string Note)
{
    public string Text => string.Join(", ", Attributes);

    /// <summary>Whether values are given at run time.</summary>
    public bool IsLate => Attributes.Any(a => a.Arguments.Any(v => v.Late is not null));

    /// <summary>The parameters of the declaration, and what is handed to them.</summary>
    public (string Parameters, string Arguments) Signature(string step, ITypeSymbol stepType, IAssemblySymbol library)
    {
        string parameters = (Numbers.Largest(stepType) > long.MaxValue ? "ulong" : "long") + " step", arguments = step;
        foreach (var attribute in Attributes)
        {
            foreach (var argument in attribute.Arguments.Where(a => a.Late is not null))
            {
                bool isShared = Attributes.Any(other => !ReferenceEquals(other, attribute) && Has(other, argument.Name));
                string own = char.ToLowerInvariant(argument.Name[0]) + argument.Name.Substring(1);
                string name = isShared ? char.ToLowerInvariant(attribute.Name[0]) + attribute.Name.Substring(1) + char.ToUpperInvariant(own[0])
                    + own.Substring(1) : own;
                parameters += ", " + (argument.Late!.Value.IsWhole ? "long " : "double ") + name;
                arguments += ", " + argument.Late.Code;
            }
        }

        return (parameters, arguments);

        bool Has(Spelling other, string name) => library.GetTypeByMetadataName(AttributeNames.MetadataName(other.Name)) is { } type
            && (type.InstanceConstructors.Any(c => c.Parameters.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)))
                || type.GetMembers().Any(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase)));
    }
}
