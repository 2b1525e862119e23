namespace LrGen.Tool;

/// <summary>Something is wrong with what the user gave; the message says what to do.</summary>
internal sealed class ToolException(string message) : Exception(message);
