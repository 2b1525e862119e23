using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Benchmarks.Compilations;

/// <summary>A generator with what people write for it.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Create">Makes it.</param>
/// <param name="Declaration">A declaration for it; the argument makes it another one.</param>
public sealed record Contestant(string Name, Func<IIncrementalGenerator> Create, Func<int, string> Declaration)
{
    public static Contestant[] All { get; } =
    [
        new("LrGen", () => new Generator.ScheduleGenerator(), Schedule),
        new("one provider", () => new OneProviderPrototype(), Schedule),
        new("System.Text.Json", () => Load("Microsoft.NETCore.App.Ref", "System.Text.Json.SourceGeneration"), i =>
            $"public sealed record Message{i}(int Id, string Name);\n[System.Text.Json.Serialization.JsonSerializable(typeof(Message{i}))] public partial class Context{i} : System.Text.Json.Serialization.JsonSerializerContext {{ }}"),
        new("GeneratedRegex", () => Load("Microsoft.NETCore.App.Ref", "System.Text.RegularExpressions.Generator"), i =>
            $"public static partial class Patterns{i} {{ [System.Text.RegularExpressions.GeneratedRegex(\"a+b{{{i}}}\")] public static partial System.Text.RegularExpressions.Regex Pattern(); }}"),
        new("LoggerMessage", () => Load("Microsoft.AspNetCore.App.Ref", "Microsoft.Extensions.Logging.Generators"), i =>
            $"public static partial class Log{i} {{ [Microsoft.Extensions.Logging.LoggerMessage(EventId = {i}, Level = Microsoft.Extensions.Logging.LogLevel.Information, Message = \"Step {{Step}}\")] public static partial void Write(Microsoft.Extensions.Logging.ILogger logger, int step); }}"),
    ];

    public override string ToString() => Name;

    private static string Schedule(int i) =>
        $"public static partial class Rates{i} {{ [LrGen.Warmup(500), LrGen.CosineDecay(3e-4, steps: {1_000 + i}, Floor = 3e-5)] public static partial double Rate(long step); }}";

    private static IIncrementalGenerator Load(string pack, string name)
    {
        var assembly = Assembly.LoadFrom(Path.Combine(EditorProject.Pack(pack), "analyzers", "dotnet", "cs", name + ".dll"));
        var type = TypesOf(assembly).First(t => !t.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(t));
        return (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }

    /// <summary>The types that can be loaded: code fixes beside a generator want workspaces, which are not here.</summary>
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}

/// <summary>A project in an editor: many files, some of which have declarations, and one in which a person types.</summary>
/// <param name="Files">The number of files.</param>
/// <param name="Declarations">The number of declarations, evenly over the files.</param>
public sealed record EditorProject(int Files, int Declarations)
{
    private static readonly MetadataReference[] s_references =
    [
        .. Directory.GetFiles(Path.Combine(Pack("Microsoft.NETCore.App.Ref"), "ref", "net10.0"), "*.dll").Select(f => MetadataReference.CreateFromFile(f)),
        .. new[] { "Microsoft.Extensions.Logging.Abstractions" }.Select(n =>
            MetadataReference.CreateFromFile(Path.Combine(Pack("Microsoft.AspNetCore.App.Ref"), "ref", "net10.0", n + ".dll"))),
        MetadataReference.CreateFromFile(typeof(ISchedule).Assembly.Location),
    ];

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Latest);

    public static EditorProject[] All { get; } = [new(5_000, 0), new(1_000, 10), new(5_000, 20), new(100, 1_000)];

    public override string ToString() => FormattableString.Invariant($"{Files:N0} files, {Declarations:N0} declarations");

    /// <summary>The newest version of a reference pack of the SDK.</summary>
    public static string Pack(string name)
    {
        string root = typeof(EditorProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Packs").Value!;
        return Directory.GetDirectories(Path.Combine(root, name), "10.*").OrderBy(d => Version.Parse(Path.GetFileName(d).Split('-')[0])).Last();
    }

    /// <summary>The project, parsed anew: no tree of it has been looked at.</summary>
    public CSharpCompilation Parse(Contestant contestant) => CSharpCompilation.Create(
        "Editor", Enumerable.Range(0, Files).Select(i => Parse(Text(i, contestant), i)), s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A key in the last file, which has no declaration of its own where not every file has some.</summary>
    public CSharpCompilation Type(CSharpCompilation compilation, int key)
    {
        var tree = compilation.SyntaxTrees[^1];
        string text = tree.GetText().ToString().Replace("return sum;", FormattableString.Invariant($"return sum + {key};"), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text, Encoding.UTF8)));
    }

    public static GeneratorDriver Driver(Contestant contestant) =>
        CSharpGeneratorDriver.Create([contestant.Create().AsSourceGenerator()], parseOptions: s_options);

    private string Text(int file, Contestant contestant)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;

            namespace Editor;

            [Serializable]
            public sealed class Sample{{file}}(string name, IReadOnlyList<double> inputs)
            {
                public string Name => name;

                public double Sum(double scale)
                {
                    double sum = 0;
                    foreach (double input in inputs.Where(i => i > 0))
                        sum += input * scale;
                    return sum;
                }
            }

            """);
        int first = (int)((long)file * Declarations / Files), next = (int)((file + 1L) * Declarations / Files);
        for (int i = first; i < next; i++)
            text.Append(contestant.Declaration(i)).Append('\n');
        return text.ToString();
    }

    private static SyntaxTree Parse(string text, int file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_options, FormattableString.Invariant($"File{file}.cs"));
}
