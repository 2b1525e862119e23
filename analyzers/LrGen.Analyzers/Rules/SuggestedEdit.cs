using System.Collections.Immutable;

namespace LrGen.Analyzers.Rules;

/// <summary>How a fix changes the attributes of a target.</summary>
internal enum EditKind
{
    /// <summary>Writes the text for the value of the argument.</summary>
    ReplaceValue,

    /// <summary>Writes the text for the whole argument, its name included.</summary>
    ReplaceArgument,

    /// <summary>Adds the text as an argument of the attribute, instead of one of that name.</summary>
    AddArgument,

    /// <summary>Adds the text as an argument of the attribute that is named before the colon.</summary>
    AddArgumentTo,

    /// <summary>Adds the text as an attribute of the target.</summary>
    AddAttribute,

    /// <summary>Writes the text for the attribute.</summary>
    ReplaceAttribute,

    /// <summary>Writes the text for the name of the attribute.</summary>
    RenameAttribute,

    /// <summary>
    /// Three lines, each of which can be empty: writes the text after the colon for the schedule that is named before it; removes the attribute;
    /// adds the argument after the colon to the attribute that is named before it.
    /// </summary>
    HoldRate,

    /// <summary>Writes the value after the colon for the argument of the attribute that is named before it.</summary>
    SetArgument,

    /// <summary>Removes the attribute.</summary>
    RemoveAttribute,

    /// <summary>Divides every number of the array by the number of the text.</summary>
    DivideElements,

    /// <summary>Swaps the value with that of the argument, or its first element, that the text names, in this attribute or another of the target.</summary>
    SwapValues,

    /// <summary>Sorts the steps, and with them what belongs to each.</summary>
    SortElements,

    /// <summary>Writes the text for the type of the parameter.</summary>
    ReplaceType,
}

/// <summary>A change of the attributes of a target that ends a diagnostic.</summary>
/// <param name="Kind">How.</param>
/// <param name="Text">What.</param>
/// <param name="Title">What the person reads who is offered it.</param>
internal sealed record SuggestedEdit(EditKind Kind, string Text, string Title)
{
    /// <summary>What the keys of a second edit begin with, where a person has the choice.</summary>
    public const string Other = nameof(Other);

    private const string KindKey = "EditKind", TextKey = "EditText", TitleKey = "EditTitle";

    /// <summary>The edit as properties of a diagnostic, which is all that a fix gets.</summary>
    public ImmutableDictionary<string, string?> ToProperties(string prefix = "") => ImmutableDictionary<string, string?>.Empty
        .Add(prefix + KindKey, Kind.ToString()).Add(prefix + TextKey, Text).Add(prefix + TitleKey, Title);

    /// <summary>The edit of a diagnostic; null where it has none.</summary>
    public static SuggestedEdit? From(ImmutableDictionary<string, string?> properties, string prefix = "") =>
        properties.TryGetValue(prefix + KindKey, out string? kind) && Enum.TryParse(kind, out EditKind parsed)
            ? new SuggestedEdit(parsed, properties[prefix + TextKey]!, properties[prefix + TitleKey]!)
            : null;
}
