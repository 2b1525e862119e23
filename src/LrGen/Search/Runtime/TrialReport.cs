namespace LrGen;

/// <summary>What a trial reported while it ran.</summary>
/// <param name="Step">The step, mostly an epoch.</param>
/// <param name="Value">The value there, mostly a loss.</param>
public readonly record struct TrialReport(long Step, double Value);
