using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>Reads <c>{|LRG010:−1|}</c> without running a test.</summary>
internal static class Markup
{
    /// <summary>The source without its marks.</summary>
    public static string Strip(string markup)
    {
        Parse(markup, out string source);
        return source;
    }

    /// <summary>LrGen's ids in a source, each as often as it is marked, in order.</summary>
    public static IReadOnlyList<string> Ids(string markup) =>
        [.. Parse(markup, out _)
            .Where(m => m.Key.StartsWith("LRG", StringComparison.Ordinal))
            .SelectMany(m => Enumerable.Repeat(m.Key, m.Value.Length))
            .Order(StringComparer.Ordinal)];

    /// <summary>What is marked, and where.</summary>
    public static IEnumerable<(string Id, TextSpan Span)> Spans(string markup, out string source) =>
        Parse(markup, out source).SelectMany(m => m.Value.Select(span => (m.Key, span)));

    private static ImmutableDictionary<string, ImmutableArray<TextSpan>> Parse(string markup, out string source)
    {
        TestFileMarkupParser.GetPositionsAndSpans(markup, out source, out _, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        return spans;
    }
}
