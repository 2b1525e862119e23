using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests;

/// <summary>Search spaces: what an edit recomputes, and odd places that a struct can be in.</summary>
public sealed class SearchSpaceTests
{
    private const string Space = """
        using LrGen;
        namespace Searches
        {
            /// <summary>A space.</summary>
            [SearchSpace]
            public readonly partial record struct Trial(
                [LogUniform(1e-5, 1e-1)] double Rate, [Choice(1, 2)] int Batch, [When(nameof(Batch), 2), IntegerRange(1, 3)] int Layers = 0);
        }
        """;

    private const string Other = "[LrGen.SearchSpace] public partial record struct Other([LrGen.Uniform(0, 1)] double A);";

    private const string Unrelated = "public class Unrelated { }";

    [Theory]
    [InlineData(0, "/// <summary>A space.</summary>", "// a comment\n", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData(0, "1e-5", "0.00001", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData(0, "1e-5", "1e-6", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData(0, "Choice(1, 2)", "Choice(2, 3)", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData(0, "Layers = 0", "Layers = 1", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData(2, "{ }", "{ int x; }", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    public void An_edit_recomputes_what_it_changed(int file, string before, string after, IncrementalStepRunReason model, IncrementalStepRunReason output)
    {
        string[] sources = [Space, Other, Unrelated];
        var compilation = Generated.CreateCompilation(sources, ConsumerOptions.Default);
        var driver = CreateDriver().RunGenerators(compilation);
        var old = compilation.SyntaxTrees[file];
        Assert.Contains(before, sources[file]);
        var changed = compilation.ReplaceSyntaxTree(
            old, CSharpSyntaxTree.ParseText(sources[file].Replace(before, after), (CSharpParseOptions)old.Options, old.FilePath, System.Text.Encoding.UTF8));
        var result = driver.RunGenerators(changed).GetRunResult().Results[0];
        var models = result.TrackedSteps[TrackingNames.Parse].SelectMany(s => s.Outputs).Where(o => o.Value is not null)
            .ToDictionary(o => ((TargetModel)o.Value).Space!.Types[0].Name, o => o.Reason);
        Assert.Equal((model, IncrementalStepRunReason.Unchanged), (models["Trial"], models["Other"]));
        var outputs = result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason).ToList();
        Assert.Equal([output, IncrementalStepRunReason.Cached], outputs);
    }

    [Theory]
    [InlineData(Space)]
    [InlineData(Other)]
    [InlineData("partial class A<T> { partial interface @event { [LrGen.SearchSpace] internal partial record struct @in([LrGen.Uniform(0, 1)] double @class, [LrGen.Choice(\"a\")] string @int); } }")]
    [InlineData("[LrGen.SearchSpace] partial record struct Point([LrGen.Uniform(0, 1)] double index, [LrGen.Uniform(0, 1)] double point, [LrGen.Uniform(0, 1)] double Index, [LrGen.Choice(1)] int a, [LrGen.When(\"a\", 1), LrGen.Choice(1)] int aChoice);")]
    [InlineData("enum E : long { A = -5, B = 7 } [LrGen.SearchSpace] partial record struct S([LrGen.Choice(E.A, E.B)] E e, [LrGen.Choice(-1.5, 2)] float f, [LrGen.IntegerRange(long.MinValue, 0)] long l, [LrGen.Choice(ulong.MaxValue)] ulong u);")]
    [InlineData("namespace System { class Random { } } namespace N { class LrGen { } [global::LrGen.SearchSpace] partial record struct S([global::LrGen.Uniform(0, 1)] double A); }")]
    public void Generated_parts_compile_without_a_warning(string source)
    {
        CreateDriver().RunGeneratorsAndUpdateCompilation(
            Generated.CreateCompilation([source], ConsumerOptions.Default), out var output, out var failures);
        Assert.Empty(failures);
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree != output.SyntaxTrees.First()));
        Assert.Equal(2, output.SyntaxTrees.Count());
        Assert.DoesNotContain("\r", output.SyntaxTrees.Last().ToString());
    }

    [Fact]
    public void Levels_of_a_grid_are_correctly_rounded()
    {
        CreateDriver().RunGeneratorsAndUpdateCompilation(Generated.CreateCompilation([Space], ConsumerOptions.Default), out var output, out _);
        Assert.Contains("switch { 0 => 1E-05, 1 => 0.0001, 2 => 0.001, 3 => 0.01, _ => 0.1 }", output.SyntaxTrees.Last().ToString());
    }

    private static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new ScheduleGenerator().AsSourceGenerator()],
        parseOptions: Generated.Parse(ConsumerOptions.Default),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
