using System.Xml.Linq;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Tests;

/// <summary>What the hover shows: the user's words, then formula, key values and the curve.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void The_users_words_are_kept_and_the_curve_comes_below()
    {
        var xml = Documentation("""
            /// <summary>The rate of <see cref="C"/>, a &lt; b.</summary>
            /// <param name="step">The update.</param>
            /// <remarks>See the paper.</remarks>
            [Warmup(10), CosineDecay(0.1, 90, Floor = 0.01)]
            public static partial double M(int step);
            """);
        Assert.Equal("The rate of , a < b.", xml.Element("summary")!.Value.Trim());
        // The cref is resolved, although the generated file has none of the user's using directives.
        Assert.Equal("T:C", xml.Element("summary")!.Element("see")!.Attribute("cref")!.Value);
        Assert.Equal("The update.", xml.Element("param")!.Value);
        var remarks = Assert.Single(xml.Elements("remarks"));
        Assert.StartsWith("See the paper.", remarks.Value.Trim());
        Assert.Equal(
            [
                "step < 10   0.1 · step / 10",
                "step < 100  0.01 + 0.09 · (1 + cos(π · (step − 10) / 90)) / 2",
                "then        0.01",
                "first 0, peak 0.1 at step 10, last 0.01 at step 100",
                Sparkline([new WarmupAttribute(10), new CosineDecayAttribute(0.1, 90) { Floor = 0.01 }], 100, 0.1) + "  step 0 … 100",
            ],
            Code(remarks));
    }

    [Fact]
    public void A_method_without_a_comment_gets_the_curve_alone()
    {
        var xml = Documentation("[StepDecay(0.01, every: 10, factor: 0.5)] public static partial double M(int epoch);");
        Assert.Equal(["rate = 0.01 · 0.5^⌊epoch / 10⌋", "first 0.01, tends to 0"], Code(xml.Element("remarks")!)[..2]);
        Assert.Null(xml.Element("summary"));
    }

    [Fact]
    public void A_struct_keeps_its_comment_and_gets_the_curve()
    {
        var type = Generated.From("/// <summary>Mine.</summary>\n[Constant(0.5)] public partial struct S { }").AssertClean().Compilation.GetTypeByMetadataName("S")!;
        var xml = XElement.Parse(type.GetDocumentationCommentXml()!);
        Assert.Equal("Mine.", xml.Element("summary")!.Value);
        Assert.Equal("rate = 0.5", Code(xml.Element("remarks")!)[0]);
    }

    [Fact]
    public void A_hover_has_at_most_twelve_lines_the_users_own_included()
    {
        const string Long = "Warmup(10), PiecewiseInterpolated(new[] { 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1 }, new[] { 10.0, 20, 30, 40, 50, 60, 70 })";
        var rules = typeof(UpdateRuleAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(UpdateRuleAttribute)))
            .Select(t => t.Name.Replace("Attribute", string.Empty)).ToList();
        string source = string.Concat(rules.Select(r => $"/// <summary>Mine.</summary>\n[{r}(WeightDecay = 0.1), {Long}] public sealed partial class X{r} {{ }}\n"))
            + $"[{Long}, GroupScale(1, 2), Noise(0.1)] public partial struct S {{ public int Group {{ get; set; }} }}\n"
            + $"[ReduceOnPlateau(factor: 0.5, patience: 3, FloorRatio = 0.01, Cooldown = 2), {Long}] public partial struct P {{ }}\n";
        var compilation = Generated.From(source).Compilation;
        int hovers = 0;
        foreach (string name in rules.Select(r => "X" + r).Append("S").Append("P"))
        {
            var xml = XElement.Parse(compilation.GetTypeByMetadataName(name)!.GetDocumentationCommentXml()!);
            if (xml.Element("remarks") is not { } remarks)
                continue;
            hovers++;
            var lines = Code(remarks);
            Assert.True(lines.Length <= 11, name + ":\n" + string.Join("\n", lines));
            Assert.Contains(lines, l => l.Count(c => c is >= '▁' and <= '█') == 40);
        }

        Assert.True(hovers > rules.Count - 2, hovers + " of " + rules.Count);
    }

    [Theory]
    [InlineData("[LinearDecay(0.1, 0, 10)]", "step < 10  0.1 · (1 − step / 10)")]
    [InlineData("[LinearDecay(0.1, 0.3, 10)]", "step < 10  0.1 + 0.2 · step / 10")]
    [InlineData("[PolynomialDecay(0.1, 10, 0.9)]", "step < 10  0.1 · (1 − step / 10)^0.9")]
    [InlineData("[ExponentialDecay(0.1, 0.96, 1000, Floor = 1e-5)]", "rate = max(0.1 · 0.96^(step / 1,000), 1e-5)")]
    [InlineData("[Warmup(10, FirstStep = FirstStep.BetweenEnds), Constant(0.1)]", "step < 10  0.1 · (step + 1) / 11")]
    [InlineData("[Warmup(10, Shape = WarmupShape.OneMinusSqrt), Constant(0.1)]", "step < 10  0.1 · (1 − √(1 − step / 10))")]
    public void Formulas_read_as_one_would_write_them(string attributes, string line) =>
        Assert.Equal(line, Code(Documentation($"{attributes} public static partial double M(int step);").Element("remarks")!)[0]);

    [Fact]
    public void Run_time_values_are_named()
    {
        var xml = Documentation("[Warmup, CosineDecay(3e-4)] public static partial double M(long step, long warmupSteps, long cosineDecaySteps);");
        Assert.Equal(
            [
                "step < warmupSteps                     0.0003 · step / warmupSteps",
                "step < warmupSteps + cosineDecaySteps  0.0003 · (1 + cos(π · (step − warmupSteps) / cosineDecaySteps)) / 2",
                "then                                   0",
            ],
            Code(xml.Element("remarks")!));
    }

    [Fact]
    public void A_hover_stays_short()
    {
        string phases = string.Join(", ", Enumerable.Range(1, 30).Select(i => $"Constant(0.{i:00}, Steps = 10)"));
        var xml = Documentation($"/// <summary>One line.</summary>\n[{phases}] public static partial double M(int step);");
        Assert.InRange(Code(xml.Element("remarks")!).Length, 3, 11);
    }

    [Fact]
    public void A_comment_that_is_no_XML_is_the_users_to_mend()
    {
        var generated = Generated.From("public static partial class C { /// <summary>Broken\n [Constant(1)] public static partial double M(int t); }");
        var problems = generated.Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Equal("CS1570", Assert.Single(problems).Id);
        Assert.Equal("Source0.cs", problems[0].Location.SourceTree!.FilePath);
    }

    /// <summary>Forty columns over the steps, eight heights over the rates, from the reference.</summary>
    private static string Sparkline(Attribute[] attributes, int steps, double peak)
    {
        var reference = new Reference.ReferenceSchedule(attributes);
        return string.Concat(Enumerable.Range(0, 40).Select(i =>
            "▁▂▃▄▅▆▇█"[Math.Min(7, (int)(reference.At((long)Math.Floor(steps * i / 39.0 + 0.5)).RoundToDouble() / peak * 8))]));
    }

    private static XElement Documentation(string member)
    {
        var generated = Generated.From($"public static partial class C\n{{\n{member}\n}}").AssertClean();
        var method = (IMethodSymbol)generated.Compilation.GetTypeByMetadataName("C")!.GetMembers("M").Single();
        // This is what the compiler writes into the documentation file and what an IDE shows.
        return XElement.Parse((method.PartialImplementationPart ?? method).GetDocumentationCommentXml()!);
    }

    private static string[] Code(XElement remarks) =>
        [.. remarks.Element("code")!.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).Where(l => l.Length > 0)];
}
