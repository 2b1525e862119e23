using System;
using System.IO;

namespace LrGen;

/// <summary>The exception that is thrown for saved state that cannot be restored. The optimizer stays as it was.</summary>
public sealed class CheckpointException : IOException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">What is wrong with the state.</param>
    /// <param name="inner">What led to it.</param>
    public CheckpointException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
