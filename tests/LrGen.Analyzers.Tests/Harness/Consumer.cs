using System.Collections.Immutable;
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

    public static CSharpCompilation Compile(string source, LanguageVersion language = LanguageVersion.Latest) => CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(language), path: "Source.cs")],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>The compilation with the generated parts, and what went wrong while they were written.</summary>
    public static (Compilation Completed, ImmutableArray<Diagnostic> Failures) Generate(CSharpCompilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        CSharpGeneratorDriver.Create([new ScheduleGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var failures);
        return (completed, failures);
    }

    /// <summary>What the analyzer reports, its own exceptions (AD0001) included.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
        compilation.WithAnalyzers([new ScheduleAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
