using System.Collections.Immutable;

namespace LrGen.Analyzers.CallSites;

/// <summary>Where a fix writes a statement.</summary>
internal enum CodePlace
{
    /// <summary>In the place of the statement that the diagnostic stands in.</summary>
    Instead,

    /// <summary>As the first of a block, which is the other place of the diagnostic.</summary>
    FirstIn,

    /// <summary>The same, and the statement that the diagnostic stands in goes.</summary>
    MovedInto,

    /// <summary>After the statement that the other place of the diagnostic is a part of.</summary>
    After,
}

/// <summary>A statement that ends a diagnostic about code.</summary>
/// <param name="Place">Where it goes.</param>
/// <param name="Code">The statement; its lines are indented as if the first were not.</param>
/// <param name="Title">What the person reads who is offered it.</param>
internal sealed record SuggestedCode(CodePlace Place, string Code, string Title)
{
    private const string PlaceKey = "CodePlace", CodeKey = "Code", TitleKey = "CodeTitle";

    /// <summary>The statement as properties of a diagnostic, which is all that a fix gets.</summary>
    public ImmutableDictionary<string, string?> ToProperties() => ImmutableDictionary<string, string?>.Empty
        .Add(PlaceKey, Place.ToString()).Add(CodeKey, Code).Add(TitleKey, Title);

    /// <summary>The statement of a diagnostic; null where it has none.</summary>
    public static SuggestedCode? From(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(PlaceKey, out string? place) && Enum.TryParse(place, out CodePlace parsed)
            ? new SuggestedCode(parsed, properties[CodeKey]!, properties[TitleKey]!)
            : null;
}
