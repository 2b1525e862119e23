using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>What the README shows as generated is what is generated.</summary>
public sealed class ReadmeTests
{
    private const string Source = "<!-- example: source -->\n```csharp\n";
    private const string Output = "<!-- example: generated -->\n```csharp\n";
    private const string Fenced = "```csharp\n";
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

    [Fact]
    public void The_examples_of_metrics_compile_and_have_no_errors()
    {
        string readme = File.ReadAllText(Path.Combine(References.Metadata("SnapshotFolder"), "..", "..", "..", "README.md")).ReplaceLineEndings("\n");
        string section = readme[readme.IndexOf("## Driven by a metric", StringComparison.Ordinal)..];
        string first = Block(section, Fenced), second = Block(section[(section.IndexOf(first, StringComparison.Ordinal) + first.Length + Fence.Length)..], Fenced);
        int end = first.IndexOf("\n\n", StringComparison.Ordinal);
        var generated = Generated.From(
            "using System;\nusing System.IO;\nusing System.Text.Json;\n" + first[..end] + "\n" + second
                + "\nstatic class Use { static void Run(double validationLoss) {\n" + first[end..] + "\n} }").AssertClean();
        foreach (string name in new[] { "Plateau", "ScaledCosine" })
            Assert.Empty(Analyzers.ScheduleAnalyzer.Errors(generated.Compilation.GetTypeByMetadataName(name)!, generated.Compilation, default));
    }

    private static string Block(string readme, string start)
    {
        int begin = readme.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.True(begin >= start.Length, $"The README lacks {start}");
        return readme[begin..readme.IndexOf(Fence, begin, StringComparison.Ordinal)];
    }
}
