using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using LrGen.Benchmarks.Compilations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Benchmarks;

/// <summary>What a generator costs an editor at each key in a file that it has no part in, in one process for all generators.</summary>
[InProcess, SimpleJob(RunStrategy.Monitoring, warmupCount: 10, iterationCount: 40)]
public class EditorKeyBenchmarks
{
    private CSharpCompilation _project = null!, _typed = null!;
    private GeneratorDriver _driver = null!;
    private int _keys;

    [ParamsSource(nameof(Projects))]
    public EditorProject Project { get; set; } = null!;

    [ParamsSource(nameof(Generators))]
    public Contestant Generator { get; set; } = null!;

    public static EditorProject[] Projects => EditorProject.All;

    public static Contestant[] Generators => Contestant.All;

    [GlobalSetup]
    public void Setup()
    {
        _project = Project.Parse(Generator);
        _driver = EditorProject.Driver(Generator).RunGenerators(_project);
        Check(_driver, Project.Declarations);
    }

    [IterationSetup]
    public void Type() => _typed = Project.Type(_project, ++_keys);

    [Benchmark]
    public GeneratorDriver Key() => _driver = _driver.RunGenerators(_typed);

    /// <summary>A generator that fails, or finds nothing, is quick.</summary>
    internal static void Check(GeneratorDriver driver, int declarations)
    {
        var result = driver.GetRunResult();
        bool hasFailed = result.Results[0].Exception is not null || result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        if (hasFailed || (result.GeneratedTrees.Length > 0) != (declarations > 0))
            throw new InvalidOperationException($"{result.GeneratedTrees.Length} files are generated.", result.Results[0].Exception);
    }
}

/// <summary>The first run of a generator on a project that was just opened.</summary>
[InProcess, SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 6)]
public class EditorColdBenchmarks
{
    private CSharpCompilation _project = null!;
    private GeneratorDriver _driver = null!;

    [ParamsSource(nameof(Projects))]
    public EditorProject Project { get; set; } = null!;

    [ParamsSource(nameof(Generators))]
    public Contestant Generator { get; set; } = null!;

    public static EditorProject[] Projects => EditorProject.All;

    public static Contestant[] Generators => Contestant.All;

    [IterationSetup]
    public void Open()
    {
        _project = Project.Parse(Generator);
        _driver = EditorProject.Driver(Generator);
    }

    [Benchmark]
    public GeneratorDriver Cold() => _driver.RunGenerators(_project);
}
