using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using LrGen.Analyzers;
using LrGen.Benchmarks.Compilations;
using LrGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Benchmarks;

/// <summary>
/// What the analyzers cost: in a project of 500 files without a schedule, compiled with and without them, and in one of 1,000 declarations,
/// where the time of the analyzers themselves is the one that the compiler reports of them (-reportanalyzer).
/// </summary>
public class AnalyzerBenchmarks
{
    private const int Files = 500, Declarations = 1_000;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [.. typeof(ScheduleAnalyzer).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

    private SyntaxTree[] _plain = null!;
    private Consumer _consumer = null!;

    [GlobalSetup]
    public void Setup()
    {
        _plain = PlainProject.Parse(Files);
        _consumer = Consumer.Create(files: Declarations / 10, declarationsPerFile: 10);
    }

    [Benchmark(Baseline = true)]
    public int PlainProjectAlone() => Emit(PlainProject.Compile(_plain));

    [Benchmark]
    public async Task<int> PlainProjectAnalyzed()
    {
        var compilation = PlainProject.Compile(_plain);
        var analyzed = compilation.WithAnalyzers(s_analyzers, Options());
        int count = (await analyzed.GetAnalyzerDiagnosticsAsync()).Length;
        return count + Emit((CSharpCompilation)analyzed.Compilation);
    }

    /// <summary>The analyzers' own time for each declaration, in milliseconds, as the compiler measures it: printed, not timed here.</summary>
    [Benchmark]
    public async Task<double> MillisecondsPerDeclaration()
    {
        CSharpGeneratorDriver.Create(new ScheduleGenerator()).RunGeneratorsAndUpdateCompilation(_consumer.Fresh(), out var completed, out _);
        var analyzed = completed.WithAnalyzers(s_analyzers, Options());
        await analyzed.GetAnalyzerDiagnosticsAsync();
        double total = 0;
        foreach (var analyzer in s_analyzers)
            total += (await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds;
        Console.WriteLine($"// The analyzers take {total / Declarations:0.000} ms for each declaration.");
        return total / Declarations;
    }

    private static CompilationWithAnalyzersOptions Options() =>
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);

    private static int Emit(CSharpCompilation compilation)
    {
        var result = compilation.Emit(Stream.Null);
        return result.Success ? 1 : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }
}
