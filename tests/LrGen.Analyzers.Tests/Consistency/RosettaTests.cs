using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>The spellings of other systems' schedulers, in trainings that are longer or shorter than they are.</summary>
public class RosettaTests
{
    private static readonly string s_folder = Path.Combine(RulePages.AnalyzersFolder, "..", "samples", "Rosetta");

    public static TheoryData<int> Lengths => [.. LongRun.Some([1_000, 2, 1, 1_000_000], every: 2)];

    /// <summary>Telling the length of a training must not break a build: no spelling gets an error, and no ramp is called a floor.</summary>
    [Theory, MemberData(nameof(Lengths))]
    public async Task A_length_of_the_training_breaks_no_declaration(int steps)
    {
        string source = $"[assembly: LrGen.Training(Steps = {steps})]";
        var trees = Directory.GetFiles(s_folder, "*.cs").Where(f => Path.GetFileName(f) != "Program.cs").Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), new CSharpParseOptions(LanguageVersion.Latest), f)).ToList();
        var compilation = Consumer.Compile("global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\n" + source).AddSyntaxTrees(trees);
        var (completed, failures) = Consumer.Generate(compilation);
        Assert.Empty(failures);
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id is "CS8795" or "CS1029"));
        var found = await Consumer.AnalyzeAsync(completed);
        // What fills the rest of a training has no place in one that is over by then.
        Assert.Empty(found.Where(d => d.Severity == DiagnosticSeverity.Error && !d.GetMessage().Contains("nothing is left for", StringComparison.Ordinal)).Select(d => d.ToString()));
        if (steps == 1_000)
            Assert.Empty(string.Join("\n", found.Where(d => d.Id is "LRG028" or "LRG031" or "LRG053").Select(d => d.ToString())));
    }
}
