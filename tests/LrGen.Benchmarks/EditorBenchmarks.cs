using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LrGen.Benchmarks.Compilations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Benchmarks;

/// <summary>A generator and a project in an editor.</summary>
public abstract class EditorBenchmarks
{
    [ParamsSource(nameof(Projects))]
    public EditorProject Project { get; set; } = null!;

    [ParamsSource(nameof(Generators))]
    public Contestant Generator { get; set; } = null!;

    public static EditorProject[] Projects => EditorProject.All;

    public static Contestant[] Generators => Contestant.All;
}

/// <summary>Single calls, in one process for all generators: it changes the one job that there is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SingleCallsAttribute(int warmup, int calls) : Attribute, IConfigSource
{
    public IConfig Config { get; } = ManualConfig.CreateEmpty().AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
        .WithStrategy(RunStrategy.Monitoring).WithWarmupCount(warmup).WithIterationCount(calls).AsMutator());
}

/// <summary>What a generator costs an editor at each key in a file that it has no part in.</summary>
[SingleCalls(warmup: 10, calls: 40)]
public class EditorKeyBenchmarks : EditorBenchmarks
{
    private CSharpCompilation _project = null!, _typed = null!;
    private GeneratorDriver _driver = null!;
    private int _keys;

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
[SingleCalls(warmup: 2, calls: 6)]
public class EditorColdBenchmarks : EditorBenchmarks
{
    private CSharpCompilation _project = null!;
    private GeneratorDriver _driver = null!;

    [IterationSetup]
    public void Open()
    {
        _project = Project.Parse(Generator);
        _driver = EditorProject.Driver(Generator);
    }

    [Benchmark]
    public GeneratorDriver Cold() => _driver.RunGenerators(_project);
}
