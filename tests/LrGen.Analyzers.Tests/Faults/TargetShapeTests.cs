using System.Globalization;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Faults;

/// <summary>
/// Every attribute on everything it could stand on. Where it makes no sense there is one error, of the compiler's or of ours, at each place
/// with a mistake; nothing throws, and the declaration beside it is generated all the same.
/// </summary>
public class TargetShapeTests
{
    /// <summary>A valid schedule that all others stand beside.</summary>
    internal const string Neighbour = "\nstatic partial class Neighbour { [Constant(0.1)] public static partial double Good(long step); }\n";

    public static TheoryData<string> Attributes => [.. AttributeSpellings.Names];

    [Theory, MemberData(nameof(Attributes))]
    public async Task Is_generated_or_is_one_error_at_each_place(string attribute)
    {
        var wrong = new List<string>();
        foreach (string spelling in LongRun.Some(AttributeSpellings.Of(attribute).Reverse(), every: 2))
        {
            var sources = TargetShapes.All.Select((s, i) => Case(s.Replace("#", spelling, StringComparison.Ordinal), i)).ToList();
            var errors = (await FindAsync(sources)).ToLookup(CaseOf);
            for (int i = 0; i < sources.Count; i++)
            {
                if (Judge([.. errors[i]]) is { } verdict)
                    wrong.Add(verdict + "\n    " + sources[i].Replace("\n", " ", StringComparison.Ordinal) + "\n    " + string.Join("\n    ", errors[i]));
            }

            if (errors[-1].FirstOrDefault() is { } elsewhere)
                wrong.Add(spelling + ": " + elsewhere);
        }

        Assert.True(wrong.Count == 0, wrong.Count.ToString(CultureInfo.InvariantCulture) + " of them:\n" + string.Join("\n", wrong));
    }

    /// <summary>What is wrong with what was found; null where nothing is.</summary>
    private static string? Judge(IReadOnlyList<Diagnostic> errors)
    {
        if (errors.Any(e => e.Id is "AD0001" or "CS8785" or RuleIds.InternalFailure))
            return "It failed:";
        if (errors.Any(e => e.GetMessage(CultureInfo.InvariantCulture).Contains("Good(long)", StringComparison.Ordinal)))
            return "Its neighbour is gone:";
        // Each argument that is given nowhere is a mistake of its own at the attribute.
        return errors.Where(e => e.Id.StartsWith("LRG", StringComparison.Ordinal) && e.Id != RuleIds.UnboundArgument || e.Id is "CS0592" or "CS0579")
            .GroupBy(e => e.Location).Any(g => g.Count() > 1) ? "More than one error:" : null;
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(IReadOnlyList<string> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = Consumer.Empty(string.Concat(sources)).AddSyntaxTrees(
            [.. sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, options, path: "Case" + i.ToString(CultureInfo.InvariantCulture) + ".cs"))]);
        var (completed, failures) = Consumer.Generate(compilation);
        return (await Consumer.AnalyzeAsync(completed)).AddRange(failures).AddRange(completed.GetDiagnostics())
            .Where(d => d.Severity == DiagnosticSeverity.Error || d.Id is "AD0001" or "CS8785" or RuleIds.InternalFailure)
            .DistinctBy(d => (d.Id, d.Location, d.GetMessage(CultureInfo.InvariantCulture)));
    }

    /// <summary>The number of the source that a diagnostic is about; −1 where it is about none, generated code included.</summary>
    private static int CaseOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath is { } path && path.StartsWith("Case", StringComparison.Ordinal) && !path.EndsWith(".g.cs", StringComparison.Ordinal)
            ? int.Parse(path[4..^3], CultureInfo.InvariantCulture)
            : -1;

    private static string Case(string source, int number) => source.StartsWith("[assembly", StringComparison.Ordinal) || source.StartsWith("[module", StringComparison.Ordinal)
        ? "using System; using LrGen;\n" + source
        : "using System; using LrGen;\nnamespace Case" + number.ToString(CultureInfo.InvariantCulture) + "\n{\n" + source + Neighbour + "}\n";
}
