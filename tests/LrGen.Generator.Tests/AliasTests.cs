using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests;

/// <summary>All the ways to name an attribute: the compiler resolves them, and no target is missed for how its attribute is written.</summary>
public sealed class AliasTests
{
    private const string Target = "public static partial class C {{ [{0}(0.1, 10, 0.5)] public static partial double M(int step); }}";

    private const string Ours = "LrGen.StepDecayAttribute";

    [Theory]
    [InlineData("using LrGen;", "StepDecay")]
    [InlineData("using LrGen;", "StepDecayAttribute")]
    [InlineData("using LrGen;", "@StepDecayAttribute")]
    [InlineData("using LrGen;", "Step\\u0044ecay")]
    [InlineData("", "LrGen.StepDecay")]
    [InlineData("", "global::LrGen.StepDecayAttribute")]
    [InlineData("using Rates = LrGen;", "Rates.StepDecay")]
    [InlineData("using Rates = LrGen;", "Rates::StepDecay")]
    [InlineData("using Halving = " + Ours + ";", "Halving")]
    [InlineData("using Halving = global::" + Ours + ";", "@Halving")]
    [InlineData("using HalvingAttribute = " + Ours + ";", "Halving")]
    [InlineData("using HalvingAttribute = " + Ours + ";", "HalvingAttribute")]
    [InlineData("global using Halving = " + Ours + ";", "Halving")]
    public void In_one_file(string directive, string name) => Assert.True(IsFound([directive + "\n" + string.Format(Target, name)]));

    [Theory]
    [InlineData("global using LrGen;", "StepDecay")]
    [InlineData("global using static LrGen.Conventions; global using LrGen;", "StepDecay")]
    [InlineData("global using Rates = LrGen;", "Rates.StepDecay")]
    [InlineData("global using Halving = " + Ours + ";", "Halving")]
    [InlineData("global using HalvingAttribute = " + Ours + ";", "Halving")]
    public void In_another_file(string directive, string name) => Assert.True(IsFound([string.Format(Target, name), directive]));

    [Theory]
    [InlineData("namespace N { using Halving = " + Ours + "; public static partial class C { [Halving(0.1, 10, 0.5)] public static partial double M(int step); } }")]
    [InlineData("namespace N; using Halving = " + Ours + "; public static partial class C { [Halving(0.1, 10, 0.5)] public static partial double M(int step); }")]
    [InlineData("using Rate = LrGen.ConstantAttribute; [Rate(0.1)] public partial struct S { }")]
    [InlineData("using Rule = LrGen.SgdAttribute; using Rate = LrGen.ConstantAttribute; [Rule, Rate(0.1)] public sealed partial class S { }")]
    [InlineData("using Space = LrGen.SearchSpaceAttribute; [Space] public partial record struct S([LrGen.Uniform(0, 1)] double A);")]
    [InlineData("[System.Serializable, LrGen.Constant(0.1)] public partial struct S { }")]
    [InlineData("[System.Serializable] public partial struct S { } [LrGen.Constant(0.1)] partial struct S { }")]
    public void In_other_places(string source) => Assert.True(IsFound([source]));

    /// <summary>The negative cases: names that are another's, and targets that cannot be completed.</summary>
    [Theory]
    [InlineData("using Halving = System.SerializableAttribute; [Halving] public partial class C { }")]
    [InlineData("public class StepDecayAttribute : System.Attribute { } [StepDecay] public partial struct S { }")]
    [InlineData("[System.Serializable] public partial class C { }")]
    // Nothing is added to a name with an @.
    [InlineData("using LrGen; [@Constant(0.1)] public partial struct S { }")]
    [InlineData("public static class C { [LrGen.Constant(0.1)] public static double M(int step) => 0; }")]
    public void Nothing_of_ours(string source) => Assert.False(IsFound([source]));

    [Fact]
    public void An_alias_that_comes_and_goes_takes_the_generated_code_with_it()
    {
        string target = string.Format(Target, "Halving");
        var without = Generated.CreateCompilation([target, ""], ConsumerOptions.Default);
        var directives = without.SyntaxTrees[1];
        var with = without.ReplaceSyntaxTree(directives, CSharpSyntaxTree.ParseText(
            "global using Halving = " + Ours + ";", Generated.Parse(ConsumerOptions.Default), directives.FilePath, System.Text.Encoding.UTF8));
        var driver = Generated.CreateDriver(ConsumerOptions.Default);
        foreach (var (compilation, files) in new[] { (without, 0), (with, 1), (without, 0), (with, 1) })
        {
            driver = driver.RunGenerators(compilation);
            Assert.Equal(files, driver.GetRunResult().GeneratedTrees.Length);
        }
    }

    private static bool IsFound(string[] sources)
    {
        var compilation = Generated.CreateCompilation(sources, ConsumerOptions.Default);
        Generated.CreateDriver(ConsumerOptions.Default).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var failures);
        Assert.Empty(failures);
        bool isFound = output.SyntaxTrees.Count() > sources.Length;
        if (isFound)
            Assert.DoesNotContain(output.GetDiagnostics(), d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && d.Id is "CS8795" or "CS8785");
        return isFound;
    }
}
