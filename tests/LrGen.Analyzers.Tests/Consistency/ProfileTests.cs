using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>The profiles say what the descriptors make of them, and the compiler understands them.</summary>
public class ProfileTests
{
    public static TheoryData<string> Names => [.. Profiles.Names];

    [Theory, MemberData(nameof(Names))]
    public void Profile_is_that_of_the_descriptors(string name)
    {
        string path = Profiles.PathOf(name), expected = Profiles.Text(name);
        if (RulePages.IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, RulePages.Read(path));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Compiler_takes_the_severities_from_it(string name)
    {
        var set = AnalyzerConfigSet.Create(new List<AnalyzerConfig> { AnalyzerConfig.Parse(File.ReadAllText(Profiles.PathOf(name)), "/LrGen.globalconfig") }, out var diagnostics);
        Assert.Empty(diagnostics);
        var severities = set.GlobalConfigOptions.TreeOptions;
        var compilation = Consumer.Compile("using LrGen;\n[Warmup(10), Training(Optimizer = OptimizerKind.Adam), Constant(0.1)] readonly partial struct Rate;");
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities));
        var found = await Consumer.AnalyzeAsync(compilation);
        Assert.Equal(["LRG021", "LRG055"], found.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.All(found, d => Assert.Equal(Profiles.Severity(name, Descriptors.All.Single(r => r.Id == d.Id)), d.Severity));
    }
}
