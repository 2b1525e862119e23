using System.Collections.Generic;

namespace LrGen;

/// <summary>A trial that has ended.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <param name="Index">The 0-based index in the whole search.</param>
/// <param name="Trial">The values of the parameters.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Result">What it returned, or reported last where it was given up; NaN where it failed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Reports">What it reported on the way.</param>
/// <param name="Error">The message of the exception that it threw; null where it threw none.</param>
public sealed record TrialResult<TSpace>(
    long Index, TSpace Trial, TrialStatus Status, double Result, double Seconds, IReadOnlyList<TrialReport> Reports, string? Error)
    where TSpace : struct, ISearchSpace<TSpace>;
