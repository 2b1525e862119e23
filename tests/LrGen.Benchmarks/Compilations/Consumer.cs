using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Benchmarks.Compilations;

/// <summary>A project that uses LrGen in many files, and the edits of it.</summary>
internal sealed class Consumer
{
    /// <summary>What a project on .NET 8 references, and LrGen.</summary>
    public static MetadataReference[] References { get; } =
        [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(ISchedule).Assembly.Location)];

    private const string CodeWithoutSchedules = "internal static class Unrelated\n{\n    internal static int Answer() => 42;\n}\n";

    private readonly SyntaxTree[] _trees;
    private readonly SyntaxTree _typed;
    private readonly SyntaxTree _commented;
    private readonly SyntaxTree _changed;

    private Consumer(string[] sources)
    {
        _trees = [.. sources.Append(CodeWithoutSchedules).Select((text, i) => Parse(text, i))];
        Compilation = Create(_trees);
        _typed = Edit(_trees[^1], CodeWithoutSchedules.Replace("42", "421", StringComparison.Ordinal));
        _commented = Edit(_trees[0], "// a comment\n" + sources[0]);
        _changed = Edit(_trees[0], sources[0].Replace("0.01", "0.011", StringComparison.Ordinal));
    }

    public CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public CSharpCompilation Compilation { get; }

    public static Consumer Create(int files, int declarationsPerFile) =>
        new([.. Enumerable.Range(0, files).Select(file => Source(file, declarationsPerFile))]);

    /// <summary>The same project, with nothing bound yet.</summary>
    public CSharpCompilation Fresh() => Create(_trees);

    public CSharpCompilation AfterUnrelatedKeystroke() => Compilation.ReplaceSyntaxTree(_trees[^1], _typed);

    public CSharpCompilation AfterKeystrokeBesideDeclarations() => Compilation.ReplaceSyntaxTree(_trees[0], _commented);

    /// <summary>The rates of the first file's step decays are edited: two of its ten declarations.</summary>
    public CSharpCompilation AfterChangedArgument() => Compilation.ReplaceSyntaxTree(_trees[0], _changed);

    private static string Source(int file, int declarations)
    {
        var text = new StringBuilder("using LrGen;\n\nnamespace Consumer;\n\n");
        text.Append("internal static partial class Rates").Append(file).Append("\n{\n");
        for (int i = 0; i < declarations; i++)
        {
            text.Append("    ").Append(Declaration(i, 1_000 * (file + 1) + i)).Append('\n');
            text.Append("    public static partial double Rate").Append(i).Append("(long step);\n\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>All families in turn, with lengths that differ from declaration to declaration.</summary>
    private static string Declaration(int index, int steps) => (index % 5) switch
    {
        0 => $"[StepDecay(0.01, every: {steps}, factor: 0.5)]",
        1 => $"[Warmup(500), CosineDecay(3e-4, steps: {steps}, Floor = 3e-5)]",
        2 => $"[ExponentialDecay(0.001, factor: 0.96, every: {steps})]",
        3 => $"[LinearDecay(0.1, 0.001, steps: {steps})]",
        _ => $"[PolynomialDecay(0.02, steps: {steps}, power: 2)]",
    };

    private SyntaxTree Parse(string text, int index) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, $"Source{index}.cs");

    private static SyntaxTree Edit(SyntaxTree tree, string text) => tree.WithChangedText(SourceText.From(text, Encoding.UTF8));

    private static CSharpCompilation Create(SyntaxTree[] trees) => CSharpCompilation.Create(
        "Consumer",
        trees,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
