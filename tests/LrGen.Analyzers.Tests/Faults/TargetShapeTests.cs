using System.Globalization;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Faults;

/// <summary>
/// Every attribute on everything it could stand on. Where it makes no sense there is one error, of the compiler's or of ours; nothing throws,
/// and the declaration beside it is generated all the same.
/// </summary>
public class TargetShapeTests
{
    /// <summary>A valid schedule that all others stand beside.</summary>
    internal const string Neighbour = "\nstatic partial class Neighbour { [Constant(0.1)] public static partial double Good(long step); }\n";

    public static TheoryData<string> Attributes => [.. AttributeSpellings.Names];

    [Theory, MemberData(nameof(Attributes))]
    public async Task Is_generated_or_is_one_error(string attribute)
    {
        var wrong = new List<string>();
        foreach (string spelling in AttributeSpellings.Of(attribute))
        {
            foreach (string shape in TargetShapes.All)
            {
                string source = shape.Replace("#", spelling, StringComparison.Ordinal);
                var errors = await FindAsync(source);
                if (Judge(errors) is { } verdict)
                    wrong.Add(verdict + "\n    " + source + "\n    " + string.Join("\n    ", errors));
            }
        }

        Assert.True(wrong.Count == 0, wrong.Count.ToString(CultureInfo.InvariantCulture) + " of them:\n" + string.Join("\n", wrong));
    }

    /// <summary>All errors of the source between its usings and its neighbour.</summary>
    internal static async Task<IReadOnlyList<Diagnostic>> FindAsync(string source)
    {
        var (completed, failures) = Consumer.Generate(Consumer.Compile(Text(source)));
        return [.. (await Consumer.AnalyzeAsync(completed)).AddRange(failures).AddRange(completed.GetDiagnostics())
            .Where(d => d.Severity == DiagnosticSeverity.Error || d.Id is "AD0001" or "CS8785" or RuleIds.InternalFailure)
            .DistinctBy(d => (d.Id, d.Location, d.GetMessage(CultureInfo.InvariantCulture)))];
    }

    /// <summary>What is wrong with what was found; null where nothing is.</summary>
    internal static string? Judge(IReadOnlyList<Diagnostic> errors)
    {
        if (errors.Any(e => e.Id is "AD0001" or "CS8785" or RuleIds.InternalFailure))
            return "It failed:";
        if (errors.Any(e => e.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true))
            return "Generated code does not compile:";
        if (errors.Any(e => e.GetMessage(CultureInfo.InvariantCulture).Contains("Good(long)", StringComparison.Ordinal)))
            return "Its neighbour is gone:";
        return errors.Count > 1 ? "More than one error:" : null;
    }

    private static string Text(string source) => source.StartsWith("[assembly", StringComparison.Ordinal) || source.StartsWith("[module", StringComparison.Ordinal)
        ? "using System; using LrGen; " + source + Neighbour
        : "using System; using LrGen;\n" + source + Neighbour;
}
