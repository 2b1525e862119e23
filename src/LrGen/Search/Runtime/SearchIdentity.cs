using System.Globalization;

namespace LrGen;

/// <summary>What makes two trials of one index the same trial.</summary>
internal readonly record struct SearchIdentity(string Space, SearchKind Kind, ulong Seed)
{
    public static SearchIdentity Of(JournalEntry entry) => new(entry.Space, entry.Kind, entry.Seed);

    public static SearchIdentity Of<TSpace>(SearchKind kind, ulong seed)
        where TSpace : struct, ISearchSpace<TSpace> => new(Hash(TSpace.Definition), kind, seed);

    /// <summary>In which way this search is not the other; null where it is.</summary>
    public string? Difference(SearchIdentity other)
    {
        if (Kind != other.Kind)
            return $"the trials of one are {JournalLine.NameOf(Kind)}, those of the other {JournalLine.NameOf(other.Kind)}";
        if (Seed != other.Seed)
            return string.Create(CultureInfo.InvariantCulture, $"the seed of one is {Seed}, that of the other {other.Seed}");
        return Space != other.Space ? $"the space of one is {Space}, that of the other {other.Space}, so a parameter or its values differ" : null;
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static string Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 1099511628211);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
