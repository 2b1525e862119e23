using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Memory;
using LrGen.Analyzers.Review;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Tests;

/// <summary>What the analyzers keep from one compilation to the next: no more than its bound, and for no longer than somebody uses it.</summary>
public class MemoryTests
{
    private const int Declarations = 100;

    [Fact]
    public async Task An_edit_makes_the_rules_judge_what_it_changed()
    {
        var judgements = new Judgements();
        string source = Source(rate: "0.001");
        Assert.Empty(await AnalyzeAsync(source, judgements));
        Assert.Equal(Declarations, judgements.Made);

        // Nothing in a declaration: a new compilation, all of whose declarations are known.
        Assert.Empty(await AnalyzeAsync(source.Replace("// here", "// there", StringComparison.Ordinal), judgements));
        Assert.Equal(Declarations, judgements.Made);

        string mistyped = Source(rate: "1e9");
        var diagnostic = Assert.Single(await AnalyzeAsync(mistyped, judgements));
        Assert.Equal(Declarations + 1, judgements.Made);
        Assert.Equal("LRG020", diagnostic.Id);
        Assert.Equal("1e9", mistyped.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));

        // The place of what is remembered is that of the new text.
        string moved = mistyped.Replace("// here", "// here\n\n", StringComparison.Ordinal);
        diagnostic = Assert.Single(await AnalyzeAsync(moved, judgements));
        Assert.Equal(Declarations + 1, judgements.Made);
        Assert.Equal("1e9", moved.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void One_declaration_is_judged_once_and_again_with_other_settings()
    {
        var judgements = new Judgements();
        var declaration = Declaration("0.001");
        Assert.Same(judgements.On(declaration, Settings.None), judgements.On(Declaration("0.001"), Settings.None));
        Assert.Equal(1, judgements.Made);
        Assert.NotSame(judgements.On(declaration, Settings.None), judgements.On(Declaration("0.002"), Settings.None));
        Assert.Equal(2, judgements.Made);
        var strict = SettingsOf("lrgen.optimizer = adam\nlrgen.max_rate.adam = 1e-5");
        Assert.Empty(judgements.On(declaration, Settings.None).Findings);
        Assert.Single(judgements.On(declaration, strict).Findings);
        Assert.Same(judgements.On(declaration, strict), judgements.On(declaration, SettingsOf("lrgen.max_rate.adam = 1e-5\nlrgen.optimizer = adam")));
        Assert.Equal(3, judgements.Made);
    }

    [Fact]
    public void The_memory_is_bounded_and_forgets_what_nobody_asks_for()
    {
        var memory = new BoundedMemory<int, string>(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture), capacity: 10);
        for (int i = 0; i < 1_000; i++)
        {
            Assert.Equal(i.ToString(System.Globalization.CultureInfo.InvariantCulture), memory.Get(i));
            // One that is asked for all the time stays.
            memory.Get(0);
            Assert.InRange(memory.Count, 1, 20);
        }

        Assert.Equal(1_000, memory.Computed);
        memory.Get(1);
        Assert.Equal(1_001, memory.Computed);
    }

    [Fact]
    public void Threads_share_the_memory()
    {
        var memory = new BoundedMemory<int, object>(_ => new object(), capacity: 50);
        Parallel.For(0, 200_000, i =>
        {
            Assert.NotNull(memory.Get(i * 31 % 70));
            Assert.InRange(memory.Count, 0, 100);
        });
    }

    /// <summary>Rules count the uses of a declaration by its target, so that two of them would be two declarations.</summary>
    [Fact]
    public void Threads_find_one_target_of_a_declaration()
    {
        var compilation = Consumer.Compile("using LrGen; static partial class Rates { [Warmup(500), CosineDecay(0.1, 10_000)] public static partial double Rate(long step); }");
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Rates")!.GetMembers("Rate").Single();
        for (int round = 0; round < 50; round++)
        {
            var known = KnownSymbols.Of(compilation, new AnalyzerOptions([]))!;
            var targets = new ScheduleTarget?[4];
            using var start = new Barrier(targets.Length);
            var threads = Enumerable.Range(0, targets.Length).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                targets[i] = known.TargetOf(method, default);
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            Assert.All(targets, t => Assert.Same(targets[0], t));
            Assert.NotNull(targets[0]);
        }
    }

    [Fact]
    public void A_failure_is_not_kept()
    {
        int calls = 0;
        var memory = new BoundedMemory<int, int>(n => ++calls == 1 ? throw new InvalidOperationException() : n, capacity: 10);
        Assert.Throws<InvalidOperationException>(() => memory.Get(7));
        Assert.Equal(7, memory.Get(7));
    }

    [Fact]
    public void What_compilations_share_goes_from_one_to_the_next_and_ends_with_the_last()
    {
        var memory = new CompilationMemory<object>();
        var shared = Held(memory);
        Collect();
        Assert.False(shared.TryGetTarget(out _));
        Assert.NotNull(memory.Of(CSharpCompilation.Create("New")));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference<object> Held(CompilationMemory<object> memory)
        {
            var (first, shared) = Pass(memory);
            Collect();
            Assert.True(shared.TryGetTarget(out _));
            GC.KeepAlive(first);
            return shared;
        }

        // Not inlined, so that no local is left of it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static (Compilation? Compilation, WeakReference<object> Shared) Pass(CompilationMemory<object> memory)
        {
            var before = CSharpCompilation.Create("Before");
            object shared = memory.Of(before);
            var after = before.WithAssemblyName("After");
            Assert.Same(shared, memory.Of(after));
            return (after, new(shared));
        }
    }

    private static void Collect()
    {
        for (int i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static IEnumerable<Generator.Declarations.ScheduleDeclaration> DeclarationsIn(string source)
    {
        var compilation = Consumer.Compile(source);
        return compilation.GetTypeByMetadataName("Rates1")!.GetMembers().OfType<IMethodSymbol>()
            .Select(m => Generator.Declarations.DeclarationParser.Parse(m, compilation, default)?.Declaration).OfType<Generator.Declarations.ScheduleDeclaration>();
    }

    private static Generator.Declarations.ScheduleDeclaration Declaration(string rate) =>
        DeclarationsIn($"public static partial class Rates1 {{ [LrGen.CosineDecay({rate}, 1_000)] public static partial double Rate(long step); }}").Single();

    private static Settings SettingsOf(string settings) =>
        Settings.Of(CSharpSyntaxTree.ParseText(""), new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([], Consumer.Config(settings)));

    private static string Source(string rate) => "using LrGen;\n// here\npublic static partial class Rates\n{\n" + string.Concat(
        Enumerable.Range(0, Declarations).Select(i =>
            $"    [Warmup(500), CosineDecay({(i == Declarations / 2 ? rate : "0.001")}, {10_000 + i})] public static partial double Rate{i}(long step);\n")) + "}\n";

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, Judgements judgements)
    {
        var completed = Consumer.Generate(Consumer.Compile(source)).Completed;
        Judgements.Share(completed, judgements);
        return [.. (await Consumer.AnalyzeAsync(completed)).Where(d => d.Severity >= DiagnosticSeverity.Warning)];
    }
}
