using System.Text.RegularExpressions;
using LrGen.Generator.Schedules;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests;

/// <summary>The optimizers that are generated, to the letter, and that every compiler setting accepts them.</summary>
public sealed class OptimizerSnapshotTests
{
    public static TheoryData<string> Names => [.. OptimizerSamples.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generates(string name) => Snapshot.Verify(OptimizerSamples.Named(name).Generate().AssertClean(), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_without_a_warning_under_every_option(string name)
    {
        var sample = OptimizerSamples.Named(name);
        var all = from language in Enum.GetValues<LanguageVersion>().Where(v => v >= sample.Oldest && v < LanguageVersion.LatestMajor)
            from isChecked in new[] { false, true }
            from framework in new[] { Framework.Net8, Framework.Net9, Framework.Net10 }
            select new ConsumerOptions { Language = language, CheckOverflow = isChecked, Framework = framework };
        foreach (var options in LongRun.Some(all, 13, offset: name.Length))
            Assert.NotEmpty(sample.Generate(options).AssertClean().Sources);
    }

    /// <summary>What is looked at in all samples is then looked at in every rule.</summary>
    [Fact]
    public void Every_rule_is_in_a_sample() => Assert.All(
        Families.Names.Where(n => Families.Rule(n) is not null),
        name => Assert.Contains(OptimizerSamples.All, s => Regex.IsMatch(s.Source, @"\[" + name + @"[(,\]]")));

    /// <summary>An optimizer that could not be generated would compile as well, with members that throw.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_sample_has_an_error(string name) => Assert.DoesNotContain("has errors", OptimizerSamples.Named(name).Generate().Text());

    [Fact]
    public void Without_the_package_of_its_products_Muon_only_throws()
    {
        string text = Generated.From(OptimizerSamples.Named("Muon").Source).AssertClean().Text();
        Assert.Contains("has errors", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TensorPrimitives", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_text_depends_on_nothing_but_the_source() => Assert.All(OptimizerSamples.All, sample =>
        Assert.Equal(sample.Generate().Text(), sample.Generate().Text()));
}
