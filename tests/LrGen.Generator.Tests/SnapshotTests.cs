using System.Text.RegularExpressions;
using LrGen.Generator.Schedules;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests;

/// <summary>What is generated, to the letter, and that every compiler setting accepts it.</summary>
public sealed class SnapshotTests
{
    public static TheoryData<string> Names => [.. Samples.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generates(string name) => Snapshot.Verify(Generated.From(Using(name)).AssertClean(), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_without_a_warning_under_every_option(string name)
    {
        var sample = Samples.Named(name);
        // Static members of interfaces and readonly partial methods came with C# 10 and 11.
        var all = from language in Enum.GetValues<LanguageVersion>().Where(v => v is >= LanguageVersion.CSharp9 and < LanguageVersion.LatestMajor)
            where sample.IsCSharp9 || language >= LanguageVersion.CSharp12
            from isChecked in new[] { false, true }
            from framework in Enum.GetValues<Framework>()
            where framework != Framework.NetStandard || !(sample.HasHalf || !sample.IsCSharp9 || name == "Targets")
            select new ConsumerOptions { Language = language, CheckOverflow = isChecked, Framework = framework };
        foreach (var options in LongRun.Some(all, 13, offset: name.Length))
            Generated.From(Using(name), options).AssertClean();
    }

    /// <summary>What is looked at in all samples, the IL and the cultures, too, is then looked at in every family and modifier.</summary>
    [Fact]
    public void Every_family_and_modifier_is_in_a_sample() => Assert.All(
        Families.Names.Where(n => Families.Rule(n) is null), name => Assert.Contains(Samples.All, s => Regex.IsMatch(s.Source, @"[\[ ]" + name + @"[(,\]]")));

    [Fact]
    public void The_strict_compilation_sees_a_warning_in_generated_code()
    {
        // The negative control: a consumer's own mistake of a kind that generated code could make.
        var generated = Generated.From("public class C { public bool M(byte b) => b < 1000; }");
        Assert.Throws<Xunit.Sdk.FailException>(() => generated.AssertClean());
    }

    private static string Using(string name) => (Samples.Named(name).HasHalf ? "using System;\n" : "") + Samples.Named(name).Source;
}
