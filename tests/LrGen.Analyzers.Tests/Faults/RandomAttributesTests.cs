using System.Globalization;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Faults;

/// <summary>
/// Attributes that nobody would put together, two and three on a target, with values that make sense and values that make none: all is
/// generated, or there are errors, and then they are of the user's source alone.
/// </summary>
public class RandomAttributesTests
{
    private const int InOneProject = 50, Seed = 20_261_201;

    /// <summary>100,000 cases in the long run.</summary>
    private static readonly int s_cases = LongRun.Size(full: 100_000, quick: 200);

    [Fact]
    public async Task Pairs_and_triples_are_generated_or_refused()
    {
        var random = new Random(Seed);
        for (int done = 0; done < s_cases; done += InOneProject)
        {
            var sources = Enumerable.Range(0, InOneProject).Select(i => Declare(random, i)).ToList();
            if (await WrongAsync(sources) is not { } wrong)
                continue;
            // Alone it says more.
            foreach (string source in sources)
            {
                string? alone = await WrongAsync([source]);
                Assert.True(alone is null, alone + "\n" + source);
            }

            Assert.Fail(wrong + "\n" + string.Join("\n", sources));
        }
    }

    [Theory]
    [InlineData("static partial class Neighbour { public static partial double M(long step); }")]
    public async Task Wrong_code_is_noticed(string source) => Assert.NotNull(await WrongAsync([source]));

    private static string Declare(Random random, int number)
    {
        string attributes = string.Join(", ", Enumerable.Range(0, random.Next(2, 4))
            .Select(_ => AttributeSpellings.Random(AttributeSpellings.Names[random.Next(AttributeSpellings.Names.Count)], random)));
        string shape = TargetShapes.All[random.Next(TargetShapes.All.Count)];
        if (shape.Contains("ref struct", StringComparison.Ordinal) || shape.StartsWith("[#]", StringComparison.Ordinal) && shape.Length == 3
            || shape.StartsWith("[assembly", StringComparison.Ordinal) || shape.StartsWith("[module", StringComparison.Ordinal))
            shape = "[#] readonly partial struct S;";
        return "namespace Case" + number.ToString(CultureInfo.InvariantCulture) + "\n{\n" + shape.Replace("#", attributes, StringComparison.Ordinal)
            + TargetShapeTests.Neighbour + "}\n";
    }

    /// <summary>What is wrong with what became of sources; null where nothing is.</summary>
    private static async Task<string?> WrongAsync(IReadOnlyList<string> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = Consumer.Empty(string.Concat(sources)).AddSyntaxTrees(
            [.. sources.Select((s, i) => CSharpSyntaxTree.ParseText("using System; using LrGen;\n" + s, options, path: "Source" + i + ".cs"))]);
        var (completed, failures) = Consumer.Generate(compilation);
        var found = (await Consumer.AnalyzeAsync(completed)).AddRange(failures);
        if (found.FirstOrDefault(d => !d.Id.StartsWith("LRG", StringComparison.Ordinal) || d.Id == RuleIds.InternalFailure) is { } failure)
            return failure + "\n" + failure.Descriptor.Description.ToString(CultureInfo.InvariantCulture);
        var errors = completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.FirstOrDefault(e => e.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true) is { } generated)
            return "Generated code does not compile: " + generated + "\n" + generated.Location.SourceTree;
        if (errors.FirstOrDefault(e => e.GetMessage(CultureInfo.InvariantCulture).Contains("Good(long)", StringComparison.Ordinal)) is { } neighbour)
            return "A neighbour is gone: " + neighbour;
        // A body that is missing is the only error nowhere: where we write none, we say why.
        var silent = errors.FirstOrDefault(e => e.Id == "CS8795" && !errors.Concat(found).Any(o => o.Id != "CS8795" && o.Severity == DiagnosticSeverity.Error
            && o.Location.SourceTree == e.Location.SourceTree));
        return silent is null ? null : "Nothing says why there is no code: " + silent;
    }
}
