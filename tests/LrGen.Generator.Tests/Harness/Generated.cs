using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests.Harness;

/// <summary>What a consumer's project can differ in.</summary>
public sealed record ConsumerOptions
{
    public static ConsumerOptions Default { get; } = new();

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public bool CheckOverflow { get; init; }

    public Framework Framework { get; init; } = Framework.Net10;

    /// <summary>Whether the project has the package System.Numerics.Tensors.</summary>
    public bool HasTensorPrimitives { get; init; }

    public override string ToString() => $"C# {Language.ToDisplayString()}{(CheckOverflow ? ", checked" : "")}{", "}{Framework}";
}

/// <summary>What consumers target. Schedules differ between the first two and the last; .NET 9 is for what is new in its library.</summary>
public enum Framework
{
    NetStandard,
    Net8,
    Net9,
    Net10,
}

/// <summary>A consumer's source with what the generator made of it, compiled as strictly as the compiler can.</summary>
public sealed class Generated
{
    /// <summary>The test sources are not documented; the generated ones have to be.</summary>
    private const string Prelude = "#pragma warning disable CS1591\nusing LrGen;\n";

    private static readonly ConcurrentDictionary<ConsumerOptions, CSharpCompilation> s_empty = new();

    private Generated(CSharpCompilation compilation, ImmutableArray<GeneratedSourceResult> sources)
    {
        Compilation = compilation;
        Sources = sources;
    }

    /// <summary>The user's source and the generated ones.</summary>
    public CSharpCompilation Compilation { get; }

    public ImmutableArray<GeneratedSourceResult> Sources { get; }

    public static Generated From(string source, ConsumerOptions? options = null)
    {
        options ??= ConsumerOptions.Default;
        var compilation = CreateCompilation([Prelude + source], options);
        var driver = CreateDriver(options).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var result = driver.GetRunResult().Results[0];
        if (result.Exception is { } exception)
            throw new InvalidOperationException("The generator threw.", exception);
        return new Generated((CSharpCompilation)output, result.GeneratedSources);
    }

    public static GeneratorDriver CreateDriver(ConsumerOptions options) => CSharpGeneratorDriver.Create(
        [new ScheduleGenerator().AsSourceGenerator()],
        parseOptions: Parse(options),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpParseOptions Parse(ConsumerOptions options) => new(options.Language, DocumentationMode.Diagnose);

    public static CSharpCompilation CreateCompilation(IEnumerable<string> sources, ConsumerOptions options) => s_empty.GetOrAdd(options, Empty).AddSyntaxTrees(
        sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, Parse(options), path: $"Source{i}.cs", encoding: System.Text.Encoding.UTF8)).ToArray());

    /// <summary>A project without files. Its references are bound once, and not anew for each that is made of it.</summary>
    private static CSharpCompilation Empty(ConsumerOptions options)
    {
        var empty = Create(options);
        empty.GetSpecialType(SpecialType.System_Object);
        return empty;
    }

    private static CSharpCompilation Create(ConsumerOptions options) => CSharpCompilation.Create(
        "Consumer",
        syntaxTrees: null,
        References.For(options),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: options.CheckOverflow,
            allowUnsafe: true,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            // The SDK, too, is silent about references to an older framework.
            specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)],
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Fails unless the compiler has nothing at all to say.</summary>
    public Generated AssertClean()
    {
        var diagnostics = Compilation.GetDiagnostics().Where(d => d.Severity != DiagnosticSeverity.Hidden).ToList();
        if (diagnostics.Count > 0)
            Assert.Fail(string.Join("\n", diagnostics) + "\n\n" + Text());
        return this;
    }

    /// <summary>Loads the compiled code; the context can be unloaded.</summary>
    public Assembly Load()
    {
        AssertClean();
        var image = new MemoryStream();
        var emitted = Compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("Consumer", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The generated sources with line numbers.</summary>
    public string Text() => string.Join("\n\n", Sources.Select(s =>
        s.HintName + "\n" + string.Join("\n", s.SourceText.Lines.Select((line, i) => $"{i + 1,4} {line}"))));
}

/// <summary>What a consumer's project references.</summary>
internal static class References
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_net = new(() => Load("NetReferences", typeof(ISchedule).Assembly.Location));

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_netStandard = new(() => Load("NetStandardReferences", Metadata("LrGenForNetStandard")));

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_net8 = new(() => Load("Net8References", typeof(ISchedule).Assembly.Location));

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_net9 = new(() => Load("Net9References", typeof(ISchedule).Assembly.Location));

    public static ImmutableArray<MetadataReference> For(ConsumerOptions options)
    {
        var references = options.Framework switch
        {
            Framework.NetStandard => s_netStandard.Value,
            Framework.Net8 => s_net8.Value,
            Framework.Net9 => s_net9.Value,
            _ => s_net.Value,
        };
        return options.HasTensorPrimitives
            ? references.Add(MetadataReference.CreateFromFile(Path.Combine(Metadata("TensorPrimitives"), options.Framework.ToString().ToLowerInvariant() + ".0", "System.Numerics.Tensors.dll")))
            : references;
    }

    private static ImmutableArray<MetadataReference> Load(string folder, string library) =>
        [.. Directory.GetFiles(Metadata(folder), "*.dll").Append(library).Select(f => MetadataReference.CreateFromFile(f))];

    /// <summary>A path that the project file wrote into the test assembly.</summary>
    public static string Metadata(string key) => typeof(References).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == key).Value!;
}
