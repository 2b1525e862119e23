using System;

namespace LrGen;

/// <summary>
/// The exception that <see cref="TrialContext.Report"/> throws to end a trial early; <see cref="Search.Run"/> catches it.
/// </summary>
public sealed class TrialPrunedException : Exception
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">Which trial was stopped where.</param>
    public TrialPrunedException(string message)
        : base(message)
    {
    }
}
