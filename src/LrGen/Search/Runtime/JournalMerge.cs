namespace LrGen;

/// <summary>What <see cref="SearchJournal.Merge"/> has joined.</summary>
/// <param name="Journals">How many files were read.</param>
/// <param name="Trials">How many trials the joined journal has.</param>
/// <param name="Repeated">How many entries were left out, because their trial had another.</param>
/// <param name="Failed">How many of the trials have failed.</param>
public sealed record JournalMerge(int Journals, int Trials, int Repeated, int Failed);
