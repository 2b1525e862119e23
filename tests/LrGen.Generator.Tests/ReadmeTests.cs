using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>What the README shows as generated is what is generated.</summary>
public sealed class ReadmeTests
{
    private const string Source = "<!-- example: source -->\n```csharp\n";
    private const string Output = "<!-- example: generated -->\n```csharp\n";
    private const string Fence = "\n```";

    [Fact]
    public void The_example_is_generated_as_shown()
    {
        string path = Path.Combine(References.Metadata("SnapshotFolder"), "..", "..", "..", "README.md");
        string readme = File.ReadAllText(path).ReplaceLineEndings("\n");
        string source = Block(readme, Source);
        string generated = Generated.From(source.Replace("using LrGen;\n", "")).AssertClean().Sources.Single().SourceText.ToString();
        // Without the header, which says nothing to a reader.
        string shown = generated[generated.IndexOf("partial class", StringComparison.Ordinal)..].TrimEnd();
        if (Environment.GetEnvironmentVariable("LRGEN_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, readme.Replace(Output + Block(readme, Output), Output + shown));
        else
            Assert.Equal(shown, Block(readme, Output));
    }

    private static string Block(string readme, string start)
    {
        int begin = readme.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.True(begin >= start.Length, $"The README lacks {start}");
        return readme[begin..readme.IndexOf(Fence, begin, StringComparison.Ordinal)];
    }
}
