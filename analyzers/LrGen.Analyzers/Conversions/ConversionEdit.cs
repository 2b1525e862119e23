using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// What a fix writes in the place of code, as properties of a diagnostic: a declaration, and for each additional location its new text. In both,
/// <see cref="Name"/> stands for the name that the declaration gets.
/// </summary>
internal static class ConversionEdit
{
    /// <summary>The declaration, the member that it stands for; without a declaration the attributes are for the method itself.</summary>
    public const string DeclarationKey = "Declaration", TextKey = "Text";

    /// <summary>The name of the variable that the code needs, where it is none that counts.</summary>
    public const string VariableKey = "Variable";

    /// <summary>The name that the declaration is to have, where it is not that of a rate.</summary>
    public const string MemberKey = "Member";

    /// <summary>The place of the name of the declaration, and that of a variable.</summary>
    public const string Name = "\u00ABname\u00BB", Variable = "\u00ABcounter\u00BB";

    /// <summary>The method keeps its name, and the attributes take the place of its body.</summary>
    public static ImmutableDictionary<string, string?> OfMethod(string attributes) =>
        ImmutableDictionary<string, string?>.Empty.Add(ConvertibleMethod.AttributesKey, attributes);

    /// <summary>The code keeps its name, and calls a declaration.</summary>
    public static ImmutableDictionary<string, string?> OfCall(RateOffer offer, string step, ITypeSymbol stepType, ITypeSymbol rateType,
        IAssemblySymbol library)
    {
        var (parameters, arguments) = offer.Signature(step, stepType, library);
        return Of(offer.Text, Declaration(offer.Text, rateType, parameters), Name + "(" + arguments + ")");
    }

    public static ImmutableDictionary<string, string?> Of(string attributes, string declaration, params string[] texts)
    {
        var properties = OfMethod(attributes).Add(DeclarationKey, declaration);
        for (int i = 0; i < texts.Length; i++)
            properties = properties.Add(TextKey + i.ToString(CultureInfo.InvariantCulture), texts[i]);
        return properties;
    }

    /// <summary>A partial method with attributes, in two lines.</summary>
    public static string Declaration(string attributes, ITypeSymbol rateType, string parameters) => "[" + attributes + "]\nprivate static partial "
        + (rateType.SpecialType == SpecialType.System_Single ? "float " : "double ") + Name + "(" + parameters + ");";
}
