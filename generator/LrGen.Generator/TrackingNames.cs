namespace LrGen.Generator;

/// <summary>The names of the pipeline's steps, for tests of what is recomputed when.</summary>
internal static class TrackingNames
{
    /// <summary>Symbols are read.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>The model that the source is written from.</summary>
    public const string Declaration = nameof(Declaration);
}
