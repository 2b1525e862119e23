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
/// What the analyzers cost, as the compiler itself measures it (-reportanalyzer): in a project of 500 files without a schedule, beside the
/// time that its compilation takes, and for each of 1,000 declarations. The figures are printed; the rows of the table hold all the work
/// around them, such as binding everything once more, which a compilation with other analyzers does anyway.
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
    public bool CompilePlainProject() => PlainProject.Compile(_plain).Emit(Stream.Null).Success ? true : throw new InvalidOperationException("The project has errors.");

    [Benchmark]
    public async Task<double> AnalyzePlainProject()
    {
        double milliseconds = await OwnTimeAsync(PlainProject.Compile(_plain));
        Console.WriteLine($"// The analyzers take {milliseconds:0.0} ms for {Files} files without schedules.");
        return milliseconds;
    }

    [Benchmark]
    public async Task<double> AnalyzeDeclarations()
    {
        CSharpGeneratorDriver.Create(new ScheduleGenerator()).RunGeneratorsAndUpdateCompilation(_consumer.Fresh(), out var completed, out _);
        double milliseconds = await OwnTimeAsync(completed);
        Console.WriteLine($"// The analyzers take {milliseconds / Declarations:0.00} ms for each declaration.");
        return milliseconds;
    }

    /// <summary>The milliseconds that all analyzers spend in their own code.</summary>
    private static async Task<double> OwnTimeAsync(Compilation compilation)
    {
        var analyzed = compilation.WithAnalyzers(s_analyzers, Options());
        await analyzed.GetAnalyzerDiagnosticsAsync();
        double total = 0;
        foreach (var analyzer in s_analyzers)
            total += (await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds;
        return total;
    }

    private static CompilationWithAnalyzersOptions Options() =>
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
}
