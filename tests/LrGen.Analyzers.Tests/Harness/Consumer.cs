using System.Collections.Immutable;
using System.Reflection;
using LrGen.Analyzers.CallSites;
using LrGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>A project that uses LrGen, without a workspace: compiled, completed by the generator, judged by the analyzer.</summary>
internal static class Consumer
{
    /// <summary>What a project on .NET 8 references, and LrGen. They come as packages, so no test downloads anything.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
        [.. Basic.Reference.Assemblies.Net80.References.All, MetadataReference.CreateFromFile(typeof(ISchedule).Assembly.Location)];

    /// <summary>TorchSharp's own assembly, for sources that use it.</summary>
    private static readonly MetadataReference s_torchSharp = MetadataReference.CreateFromFile(
        typeof(Consumer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "TorchSharp").Value!);

    /// <summary>What a source needs: TorchSharp only where it is used, so that most tests see a project without it.</summary>
    public static ImmutableArray<MetadataReference> ReferencesFor(string source) =>
        source.Contains("using TorchSharp", StringComparison.Ordinal) ? References.Add(s_torchSharp) : References;

    public static CSharpCompilation Compile(string source, LanguageVersion language = LanguageVersion.Latest) => CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(language), path: "Source.cs")],
        ReferencesFor(source),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>The compilation with the generated parts, and what went wrong while they were written.</summary>
    public static (Compilation Completed, ImmutableArray<Diagnostic> Failures) Generate(CSharpCompilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        CSharpGeneratorDriver.Create([new ScheduleGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var failures);
        return (completed, failures);
    }

    /// <summary>What the analyzers report, their own exceptions (AD0001) included.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
        compilation.WithAnalyzers([new ScheduleAnalyzer(), new CallSiteAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
