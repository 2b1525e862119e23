using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LrGen.Generator.Numerics;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Generator.Tests;

/// <summary>The same source gives the same bytes, whatever machine, culture and order.</summary>
public sealed class StabilityTests
{
    [Theory]
    [InlineData("fi-FI")] // a minus sign of its own, and a comma
    [InlineData("de-DE")]
    [InlineData("tr-TR")] // i without a dot
    [InlineData("fa-IR")] // digits and separators of its own
    public void No_culture_changes_a_byte(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Texts();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            // The control: where the culture is used, it shows.
            if (culture != "tr-TR")
                Assert.NotEqual("-0.5", (-0.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Line_ends_of_the_source_change_nothing()
    {
        foreach (var sample in LongRun.Some(Samples.All, 3))
        {
            string source = (sample.HasHalf ? "using System;\n" : "") + sample.Source;
            string windows = source.ReplaceLineEndings("\r\n");
            Assert.NotEqual(source, windows);
            var files = Texts(source);
            Assert.Equal(files, Texts(windows));
            Assert.All(files, f => Assert.DoesNotContain('\r', f));
        }
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void Native_projects_get_no_fused_multiplications(string property, bool fuses)
    {
        var compilation = Generated.CreateCompilation(["using LrGen; [CosineDecay(0.1, 100)] public partial struct S { }"], ConsumerOptions.Default);
        var driver = Generated.CreateDriver(ConsumerOptions.Default).WithUpdatedAnalyzerConfigOptions(new Properties(property)).RunGenerators(compilation);
        Assert.Equal(fuses, driver.GetRunResult().GeneratedTrees.Single().ToString().Contains("FusedMultiplyAdd"));
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        string[] sources = [.. Samples.All.Where(s => !s.HasHalf).Select((s, i) => $"namespace N{i} {{ using LrGen;\n{s.Source} }}")];
        Assert.Equal(Run(sources), Run([.. sources.Reverse()]));

        static List<string> Run(string[] sources)
        {
            var compilation = Generated.CreateCompilation(sources, ConsumerOptions.Default);
            var result = Generated.CreateDriver(ConsumerOptions.Default).RunGenerators(compilation).GetRunResult().Results[0];
            Assert.Null(result.Exception);
            return [.. result.GeneratedSources.Select(s => s.HintName + s.SourceText).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void File_names_never_collide()
    {
        var generated = Generated.From("""
            #pragma warning disable CS8981
            namespace A { public partial class B { [Constant(1)] public static partial double M(int t); [Constant(1)] public static partial double M(long t); [Constant(1)] public static partial double m(int t); } }
            namespace a { public partial class b { [Constant(1)] public static partial double m(int t); } }
            public partial class A_B { [Constant(1)] public static partial double M(int t); [Constant(1)] public static partial double M<T>(int t); [Constant(1)] public static partial double M<T, U>(int t); }
            public partial class A_B<T> { [Constant(1)] public static partial double M(int t); public partial class C { [Constant(1)] public static partial double M(int t); } }
            public partial class A_B<T, U> { [Constant(1)] public static partial double M(int t); }
            public partial class Ä { [Constant(1)] public static partial double Größe(int t); [Constant(1)] public static partial double @class(int t); }
            [Constant(1)] public partial struct S { } [Constant(1)] public partial struct S<T> { } [Constant(1)] public partial struct s { }
            """).AssertClean();
        Assert.Equal(15, generated.Sources.Length);
        Assert.Equal(15, generated.Sources.Select(s => s.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Long_names_stay_within_what_file_systems_take()
    {
        string name = new('X', 400);
        var generated = Generated.From($"public partial class {name} {{ [Constant(1)] public static partial double Y{name}(int t); }}").AssertClean();
        Assert.InRange(generated.Sources.Single().HintName.Length, 1, 130);
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1, "1.0")]
    [InlineData(1e-5, "1E-05")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(1e22, "1E+22")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void Literals_are_doubles_and_parse_back(double value, string literal)
    {
        Assert.Equal(literal, NumberText.Literal(value));
        if (double.IsFinite(value))
            Assert.Equal(value, double.Parse(literal, CultureInfo.InvariantCulture));
    }

    /// <summary>The build properties of a consumer that is, or is not, published as native code.</summary>
    private sealed class Properties(string value) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(value);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Global(string value) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
            {
                found = key == "build_property.EnableAotAnalyzer" ? value : null;
                return found is not null;
            }
        }
    }

    private static List<string> Texts() => [.. LongRun.Some(Samples.All, 3).SelectMany(s => Texts((s.HasHalf ? "using System;\n" : "") + s.Source))];

    private static List<string> Texts(string source) => [.. Generated.From(source).Sources.Select(s => s.HintName + "\n" + s.SourceText)];
}
