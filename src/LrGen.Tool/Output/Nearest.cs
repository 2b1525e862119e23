namespace LrGen.Tool.Output;

/// <summary>What a person may have meant by a name that does not exist.</summary>
internal static class Nearest
{
    /// <summary>The name that is written most like another one; null where none is.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="names">What there is.</param>
    public static string? To(string given, IEnumerable<string> names)
    {
        // One mistake in a short name, and one more for every three characters; the start of a longer name is none.
        int most = Math.Max(1, given.Length / 3);
        return names
            .Select(name => (Name: name, Distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(n => n.Distance <= most || (given.Length > 2 && n.Name.StartsWith(given, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Select(n => n.Name).FirstOrDefault();
    }

    /// <summary>The same as a sentence behind a message; nothing where there is none.</summary>
    public static string Question(string given, IEnumerable<string> names) => To(given, names) is { } name ? " Did you mean '" + name + "'?" : string.Empty;

    /// <summary>How many characters have to be put in, left out, changed, or swapped with the next one (Damerau and Levenshtein; each place once).</summary>
    private static int Distance(string one, string other)
    {
        int[,] cost = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
            cost[i, 0] = i;
        for (int j = 0; j <= other.Length; j++)
            cost[0, j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            for (int j = 1; j <= other.Length; j++)
            {
                cost[i, j] = Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[one.Length, other.Length];
    }
}
