using System;
using System.IO;

namespace LrGen;

/// <summary>The exception that is thrown for saved state that cannot be restored. The optimizer stays as it was.</summary>
public sealed class CheckpointException : IOException
{
    internal CheckpointException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
