using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests;

/// <summary>Where there is nothing to say.</summary>
public class SilenceTests
{
    [Fact]
    public Task Good_declarations_get_no_diagnostic_and_compile() => AnalyzerRun.VerifyAsync(GoodDeclarations.Source);

    [Fact]
    public async Task Good_declarations_get_no_diagnostic_before_generation() =>
        Assert.Empty((await Consumer.AnalyzeAsync(Consumer.Compile(GoodDeclarations.Source))).Where(d => d.Severity > DiagnosticSeverity.Hidden));

    [Fact]
    public async Task Program_class_of_top_level_statements()
    {
        const string Source = """
            using System;
            using LrGen;

            Console.WriteLine(Rate(0));

            partial class Program
            {
                [Constant(0.1)]
                private static partial double Rate(long step);
            }
            """;
        var compilation = Consumer.Compile(Source).WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        var (completed, failures) = Consumer.Generate(compilation);
        Assert.Empty(failures);
        Assert.Empty(await Consumer.AnalyzeAsync(completed));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public async Task Project_without_LrGen()
    {
        const string Source = """
            namespace LrGen { class ConstantAttribute(double rate) : System.Attribute { public double Rate => rate; } }
            class Rates { [LrGen.Constant(0)] static double Rate(long step) => 0; }
            """;
        var compilation = Consumer.Compile(Source).WithReferences(Basic.Reference.Assemblies.Net80.References.All);
        Assert.Empty(await Consumer.AnalyzeAsync(compilation));
    }

    [Theory]
    [InlineData("[Constant(unknown)]")]
    [InlineData("[Constant(\"0.1\")]")]
    [InlineData("[Constant(0.1, 5)]")]
    [InlineData("[Constant(0.1, Length = 5)]")]
    [InlineData("[Constant(Rate(0))]")]
    [InlineData("[CosineDecay(0.1, steps: null)]")]
    public async Task What_does_not_compile_is_the_compilers_to_report(string attribute)
    {
        string source = $$"""
            using LrGen;

            static partial class Rates
            {
                {{attribute}}
                public static partial double Rate(long step);
            }
            """;
        var (completed, failures) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(failures);
        Assert.Single(completed.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await Consumer.AnalyzeAsync(completed));
    }
}
