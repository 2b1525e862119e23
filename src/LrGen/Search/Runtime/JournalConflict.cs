using System.Globalization;

namespace LrGen;

/// <summary>What is kept of two entries of one trial.</summary>
internal static class JournalConflict
{
    /// <summary>
    /// Whether an entry takes the place of an earlier one: one that came to its end that of one that was given up, and so on; of two that were given up the
    /// one that came further. Among equals the first stays.
    /// </summary>
    /// <exception cref="SearchJournalException">Both came to the same point with different results, or have different values.</exception>
    public static bool Replaces(JournalEntry entry, string path, JournalEntry other, string otherPath)
    {
        if (entry.Status != other.Status)
            return entry.Status < other.Status;
        bool isResult = entry.Status is TrialStatus.Done or TrialStatus.Pruned;
        long last = LastStep(entry), otherLast = LastStep(other);
        if (isResult && (entry.Status == TrialStatus.Done || last == otherLast) && !entry.Result.Equals(other.Result))
        {
            throw new SearchJournalException(string.Create(CultureInfo.InvariantCulture,
                $"Trial {entry.Trial} has two results: {Text(other.Result)} in {otherPath}, {Text(entry.Result)} in {path}. ")
                + "Nothing was changed; remove the line that is wrong, or give both processes the same objective.");
        }

        return entry.Status == TrialStatus.Pruned && last > otherLast;
    }

    private static long LastStep(JournalEntry entry) => entry.Reports.Count > 0 ? entry.Reports[^1].Step : -1;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
