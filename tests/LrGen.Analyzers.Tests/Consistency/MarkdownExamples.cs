namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>The C# examples of the README and of the reference, as a reader would paste them.</summary>
internal static class MarkdownExamples
{
    private const string Fence = "```csharp\n";
    private const string Generated = "<!-- example: generated -->\n";

    private static string Root { get; } = Path.GetFullPath(Path.Combine(RulePages.AnalyzersFolder, ".."));

    /// <summary>The documents whose examples are programs; relative to the root of the repository.</summary>
    public static IEnumerable<string> Documents { get; } =
        [.. new[] { "README.md", "src/LrGen/README.md", "src/LrGen.TorchSharp/README.md" },
         .. Directory.GetFiles(Path.Combine(Root, "src", "LrGen", "docs"), "*.md").Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))];

    public static string Read(string document) => RulePages.Read(Path.Combine(Root, document));

    /// <summary>The examples of a document, each with the line that it begins on; what the generator wrote is not one of them.</summary>
    public static IEnumerable<(int Line, string Source)> Of(string document)
    {
        string text = Read(document);
        for (int fence = text.IndexOf(Fence, StringComparison.Ordinal); fence >= 0; fence = text.IndexOf(Fence, fence + 1, StringComparison.Ordinal))
        {
            if (text.AsSpan(0, fence).EndsWith(Generated))
                continue;
            int start = fence + Fence.Length;
            yield return (text.AsSpan(0, start).Count('\n') + 1, text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        }
    }
}
