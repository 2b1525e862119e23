using System;
using System.IO;

namespace LrGen;

/// <summary>The exception that is thrown for a journal that is damaged, or of another search. The file stays as it was.</summary>
public sealed class SearchJournalException : IOException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">What is wrong with the journal.</param>
    /// <param name="inner">What led to it.</param>
    public SearchJournalException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
