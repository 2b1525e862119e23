using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.MachineLearning;
using LrGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>A project that uses LrGen, without a workspace: compiled, completed by the generator, judged by the analyzer.</summary>
internal static class Consumer
{
    /// <summary>What a project on .NET 8 references, and LrGen. They come as packages, so no test downloads anything.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
        [.. Basic.Reference.Assemblies.Net80.References.All, MetadataReference.CreateFromFile(typeof(ISchedule).Assembly.Location)];

    /// <summary>TorchSharp's own assembly, for sources that use it.</summary>
    private static readonly MetadataReference s_torchSharp = File("TorchSharp");

    /// <summary>What follows a schedule there.</summary>
    private static readonly MetadataReference s_follow = File("LrGenForTorchSharp");

    /// <summary>What the SDK writes for a console project.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    /// <summary>What Muon needs.</summary>
    private static readonly MetadataReference s_tensors = File("Tensors");

    /// <summary>ML.NET's assemblies.</summary>
    private static readonly Lazy<MetadataReference[]> s_machineLearning = new(() => [.. typeof(Consumer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(a => a.Key == "MachineLearning").SelectMany(a => Directory.GetFiles(a.Value!, "*.dll")).Select(f => MetadataReference.CreateFromFile(f))]);

    /// <summary>What a source needs: packages only where they are used, so that most tests see a project without them.</summary>
    public static ImmutableArray<MetadataReference> ReferencesFor(string source)
    {
        var (needsTorch, needsTrainers, needsTensors) = NeedsOf(source);
        return References.AddRange(needsTorch ? [s_torchSharp] : Array.Empty<MetadataReference>()).AddRange(needsTrainers ? s_machineLearning.Value : [])
            .AddRange(needsTensors ? [s_tensors] : Array.Empty<MetadataReference>());
    }

    private static (bool Torch, bool Trainers, bool Tensors) NeedsOf(string source) => (
        source.Contains("using TorchSharp", StringComparison.Ordinal), source.Contains("using Microsoft.ML", StringComparison.Ordinal),
        source.Contains("Muon", StringComparison.Ordinal) && !source.Contains("without its package", StringComparison.Ordinal));

    private static PortableExecutableReference File(string key) => MetadataReference.CreateFromFile(
        typeof(Consumer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);

    /// <summary>Empty projects by what they need: those with files are made of them, so that references are read once.</summary>
    private static readonly ConcurrentDictionary<(bool, bool, bool), CSharpCompilation> s_empty = new();

    public static CSharpCompilation Compile(string source, LanguageVersion language = LanguageVersion.Latest) =>
        Empty(source).AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(language), path: "Source.cs"));

    /// <summary>A project without files that has the references that a source needs.</summary>
    public static CSharpCompilation Empty(string source) => s_empty.GetOrAdd(NeedsOf(source), _ =>
    {
        var empty = CSharpCompilation.Create(
            "Consumer", references: ReferencesFor(source), options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        // The references are bound now, and not anew in each project.
        empty.GetSpecialType(SpecialType.System_Object);
        return empty;
    });

    /// <summary>A new console project with this file: with implicit usings, nullable, and a program of its own where the file has no statements.</summary>
    public static CSharpCompilation CompileProgram(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, path: "Source.cs");
        bool hasStatements = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        return CSharpCompilation.Create(
            "Consumer",
            [tree, CSharpSyntaxTree.ParseText(ImplicitUsings), .. hasStatements ? Array.Empty<SyntaxTree>() : [CSharpSyntaxTree.ParseText("return;")]],
            ReferencesFor(source).Add(s_follow),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The compilation with the generated parts, and what went wrong while they were written.</summary>
    public static (Compilation Completed, ImmutableArray<Diagnostic> Failures) Generate(CSharpCompilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        CSharpGeneratorDriver.Create([new ScheduleGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var failures);
        return (completed, failures);
    }

    /// <summary>What the analyzers report, their own exceptions (AD0001) included.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, string settings = "") => compilation.WithAnalyzers(
        [new ScheduleAnalyzer(), new SearchSpaceAnalyzer(), new CallSiteAnalyzer(), new ConversionAnalyzer(), new TrainerAnalyzer()], new AnalyzerOptions([], new ConfigFile(settings))).GetAnalyzerDiagnosticsAsync();

    /// <summary>Settings as the compiler hands them to analyzers.</summary>
    public static AnalyzerConfigOptionsProvider Config(string settings) => new ConfigFile(settings);

    /// <summary>An .editorconfig for all files of C#.</summary>
    public static string EditorConfig(string settings) => "root = true\n\n[*.cs]\n" + settings + "\n";

    /// <summary>One .editorconfig that is for every file.</summary>
    private sealed class ConfigFile(string settings) : AnalyzerConfigOptionsProvider
    {
        private readonly Options _options = new(settings.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.Split('=', 2, StringSplitOptions.TrimEntries)).ToDictionary(p => p[0], p => p[1], AnalyzerConfigOptions.KeyComparer));

        public override AnalyzerConfigOptions GlobalOptions => new Options([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

        private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override IEnumerable<string> Keys => values.Keys;

            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
