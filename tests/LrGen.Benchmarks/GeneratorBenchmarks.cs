using BenchmarkDotNet.Attributes;
using LrGen.Benchmarks.Compilations;
using LrGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Benchmarks;

/// <summary>
/// The generator in a project of 1,000 declarations in 100 files: a first run, and runs after one edit with what the runs before left
/// in the cache. An edit is measured with all that it makes the compiler do again, since a new compilation forgets its symbols.
/// </summary>
public class GeneratorBenchmarks
{
    private Consumer _consumer = null!;
    private GeneratorDriver _warm = null!;

    [GlobalSetup]
    public void Setup()
    {
        _consumer = Consumer.Create(files: 100, declarationsPerFile: 10);
        _warm = NewDriver().RunGenerators(_consumer.Compilation);
        var result = _warm.GetRunResult();
        if (result.GeneratedTrees.Length != 1_000 || result.Results[0].Exception is not null)
        {
            throw new InvalidOperationException(
                $"{result.GeneratedTrees.Length} files were generated, not 1,000.", result.Results[0].Exception);
        }
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver Cold() => NewDriver().RunGenerators(_consumer.Fresh());

    /// <summary>A letter is typed into a method without attributes.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedKeystroke() => _warm.RunGenerators(_consumer.AfterUnrelatedKeystroke());

    /// <summary>A letter is typed into a comment of a file that has declarations.</summary>
    [Benchmark]
    public GeneratorDriver KeystrokeBesideDeclarations() => _warm.RunGenerators(_consumer.AfterKeystrokeBesideDeclarations());

    [Benchmark]
    public GeneratorDriver ChangedArgument() => _warm.RunGenerators(_consumer.AfterChangedArgument());

    private GeneratorDriver NewDriver() =>
        CSharpGeneratorDriver.Create([new ScheduleGenerator().AsSourceGenerator()], parseOptions: _consumer.ParseOptions);
}
