namespace LrGen;

/// <summary>How far a search is.</summary>
/// <param name="Ended">How many trials have ended, those of the journal included.</param>
/// <param name="Total">How many trials this process has to run, those of the journal included.</param>
/// <param name="Latest">The trial that has just ended.</param>
/// <param name="Best">The best result so far; NaN where there is none.</param>
public sealed record SearchProgress(long Ended, long Total, JournalEntry Latest, double Best);
