using System.Threading;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>
/// The user's documentation comment. The compiler takes a partial method's documentation from the implementing part alone if that
/// has any (dotnet/roslyn#60730), so the generated part repeats what the user wrote.
/// </summary>
internal static class UserDocumentation
{
    /// <summary>The XML inside the comment with its crefs resolved, one line per line, without common indentation.</summary>
    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        string xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation) ?? string.Empty;
        int open = xml.IndexOf('>');
        int close = xml.LastIndexOf("</member>", StringComparison.Ordinal);
        // A comment that is no XML comes back as one XML comment; the compiler reports it where the user wrote it.
        if (!xml.StartsWith("<member", StringComparison.Ordinal) || close < open)
            return string.Empty;
        var lines = xml.Substring(open + 1, close - open - 1).Split('\n').Select(l => l.TrimEnd()).ToList();
        lines.RemoveAll(string.IsNullOrEmpty);
        int indent = lines.Count == 0 ? 0 : lines.Min(l => l.Length - l.TrimStart().Length);
        return string.Join("\n", lines.Select(l => l.Substring(indent)));
    }
}
