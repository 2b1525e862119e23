using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Generator.Tests;

/// <summary>What an edit recomputes, step by step, and that the cache holds no part of a compilation.</summary>
public sealed class CachingTests
{
    private const string First = """
        using LrGen;
        public static partial class Rates
        {
            /// <summary>A rate.</summary>
            [StepDecay(0.01, every: 10, factor: 0.5)]
            public static partial double Cnn(int epoch);
        }
        """;

    private const string Second = """
        using LrGen;
        [Warmup(10), CosineDecay(0.1, 100)]
        public readonly partial struct Second { }
        """;

    private const string Optimizer = """
        using LrGen;
        /// <summary>An optimizer.</summary>
        [AdamW(WeightDecay = 0.1), Warmup(10), CosineDecay(0.1, 100)]
        public sealed partial class Third { }
        """;

    private const string Space = """
        using LrGen;
        [SearchSpace]
        public readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate);
        """;

    private const string Unrelated = "public class Unrelated { }";

    [Theory]
    // An edit that leaves the model alone, in the same file or in another, leaves the output alone.
    [InlineData("public static partial class Rates", "// a comment\npublic static partial class Rates", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData("[StepDecay", "\n\n    [StepDecay", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData("every: 10", "every: 5 + 5", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    // What changes the model changes the output.
    [InlineData("every: 10", "every: 20", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData("A rate.", "Another rate.", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData("int epoch", "long epoch", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData("0.01, every", "0.010, every", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    public void An_edit_recomputes_what_it_changed(string before, string after, IncrementalStepRunReason model, IncrementalStepRunReason output)
    {
        var (reasons, outputs) = Edit([First, Second, Unrelated], 0, First.Replace(before, after));
        Assert.Equal((model, output), (reasons["StepDecay"], outputs["Cnn"]));
        // The other declaration never moves.
        Assert.Equal((IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached), (reasons["Warmup"], outputs["Second"]));
    }

    [Theory]
    [InlineData("public sealed partial class", "// a comment\npublic sealed partial class", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData("WeightDecay = 0.1", "WeightDecay = 0.10", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData("{ }", "{ void M() { int x = 1; } void M(int x) { } }", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData("WeightDecay = 0.1", "WeightDecay = 0.2", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData("AdamW(", "AdamW(AmsGrad = true, ", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData("Warmup(10)", "Warmup(11)", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    public void An_edit_of_an_optimizer_recomputes_what_it_changed(string before, string after, IncrementalStepRunReason model, IncrementalStepRunReason output)
    {
        var (reasons, outputs) = Edit([First, Optimizer, Unrelated], 1, Optimizer.Replace(before, after));
        Assert.Equal((model, output), (reasons["AdamW"], outputs["Third"]));
        Assert.Equal((IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached), (reasons["StepDecay"], outputs["Cnn"]));
    }

    [Fact]
    public void An_edit_elsewhere_recomputes_nothing()
    {
        var (reasons, outputs) = Edit([First, Second, Unrelated, Optimizer, Space], 2, "public class Unrelated { int x; }");
        Assert.Equal(["AdamW", "SearchSpace", "StepDecay", "Warmup"], reasons.Keys.Order(StringComparer.Ordinal));
        Assert.All(reasons.Values, r => Assert.Equal(IncrementalStepRunReason.Unchanged, r));
        Assert.All(outputs.Values, r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void Adding_a_second_declaration_does_not_write_the_first_again()
    {
        var (_, outputs) = Edit([First, Second, Unrelated], 2, "[LrGen.Constant(0.1)] public partial struct Third { }");
        Assert.Equal(IncrementalStepRunReason.Cached, outputs["Cnn"]);
        Assert.Equal(IncrementalStepRunReason.New, outputs["Third"]);
    }

    [Fact]
    public void Equal_sources_give_equal_models_and_hashes()
    {
        var one = Models(new ScheduleGenerator(), [First, Second, Optimizer, Space]);
        var other = Models(new ScheduleGenerator(), [First, Second, Optimizer, Space]);
        Assert.Equal(one, other);
        Assert.Equal(one.Select(m => m.GetHashCode()), other.Select(m => m.GetHashCode()));
        Assert.NotEqual(one, Models(new ScheduleGenerator(), [First.Replace("10", "11"), Second, Optimizer, Space]));
        Assert.NotEqual(one, Models(new ScheduleGenerator(), [First, Second, Optimizer.Replace("0.1)", "0.2)"), Space]));
        Assert.NotEqual(one, Models(new ScheduleGenerator(), [First, Second, Optimizer, Space.Replace("1e-5", "1e-6")]));
    }

    [Fact]
    public void No_model_holds_a_part_of_the_compilation() =>
        Assert.Empty(Models(new ScheduleGenerator(), [First, Second, Optimizer, Space]).SelectMany(m => Leaks(m)));

    [Fact]
    public void A_leak_would_be_found() =>
        Assert.NotEmpty(Models(new LeakingGenerator(), [First, Second]).SelectMany(m => Leaks(m)));

    /// <summary>Each key makes a compilation; one that the editor has left behind has to go, symbols, syntax trees and all.</summary>
    [Fact]
    public void A_compilation_before_the_last_edit_is_gone() => Assert.False(IsKept(new ScheduleGenerator()));

    [Fact]
    public void A_compilation_that_is_kept_would_be_found() => Assert.True(IsKept(new LeakingGenerator()));

    private static bool IsKept(IIncrementalGenerator generator)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Generated.Parse(ConsumerOptions.Default));
        var first = Run();
        for (int i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        bool isKept = first.TryGetTarget(out _);
        GC.KeepAlive(driver);
        return isKept;

        // Not inlined, so that no local is left of it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference<Compilation> Run()
        {
            var before = Generated.CreateCompilation([First, Second, Optimizer, Space, Unrelated], ConsumerOptions.Default);
            driver = driver.RunGenerators(before);
            driver = driver.RunGenerators(before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Added { }", Generated.Parse(ConsumerOptions.Default))));
            return new WeakReference<Compilation>(before);
        }
    }

    private static string NameOf(TargetModel target) => target.Schedule?.Attributes[0].Name ?? "SearchSpace";

    private static (Dictionary<string, IncrementalStepRunReason> Models, Dictionary<string, IncrementalStepRunReason> Outputs) Edit(
        string[] sources, int index, string edited)
    {
        var compilation = Generated.CreateCompilation(sources, ConsumerOptions.Default);
        var driver = Generated.CreateDriver(ConsumerOptions.Default).RunGenerators(compilation);
        var old = compilation.SyntaxTrees[index];
        var changed = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(edited, (CSharpParseOptions)old.Options, old.FilePath, System.Text.Encoding.UTF8));
        var result = driver.RunGenerators(changed).GetRunResult().Results[0];
        var models = result.TrackedSteps[TrackingNames.Parse].SelectMany(s => s.Outputs).Where(o => o.Value is not null)
            .GroupBy(o => NameOf((TargetModel)o.Value))
            .ToDictionary(g => g.Key, g => g.Last().Reason);
        var outputs = result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs)
            .SelectMany(o => Files(o.Value).Select(f => (Name: f.Split('-')[0].Split('.')[^1], o.Reason)))
            .ToDictionary(o => o.Name, o => o.Reason);
        return (models, outputs);
    }

    /// <summary>The hint names in the value of an output step, whose type is the compiler's own.</summary>
    private static IEnumerable<string> Files(object output)
    {
        var sources = (IEnumerable)output.GetType().GetField("Item1")!.GetValue(output)!;
        foreach (object source in sources)
            yield return (string)source.GetType().GetProperty("HintName", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(source)!;
    }

    private static List<object> Models(IIncrementalGenerator generator, string[] sources)
    {
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()], parseOptions: Generated.Parse(ConsumerOptions.Default),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var result = driver.RunGenerators(Generated.CreateCompilation(sources, ConsumerOptions.Default)).GetRunResult().Results[0];
        return [.. result.TrackedSteps[TrackingNames.Declaration].SelectMany(s => s.Outputs).Select(o => o.Value)];
    }

    /// <summary>Walks everything that an object refers to and names what belongs to a compilation.</summary>
    private static List<string> Leaks(object root)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(root, root.GetType().Name);
        return found;

        void Walk(object? value, string path)
        {
            if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
                return;
            if (value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or AttributeData)
            {
                found.Add($"{path}: {value.GetType().Name}");
                return;
            }

            if (value is IEnumerable items)
            {
                foreach (object? item in items)
                    Walk(item, path + "[]");
            }

            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    Walk(field.GetValue(value), path + "." + field.Name);
            }
        }
    }

    /// <summary>The negative control: a generator with a symbol in its model, which looks the same from one compilation to the next.</summary>
    private sealed class LeakingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var models = context.SyntaxProvider.ForAttributeWithMetadataName(
                "LrGen.StepDecayAttribute", (node, _) => node is MethodDeclarationSyntax, (c, _) => new Model([c.TargetSymbol.Name], c.TargetSymbol))
                .WithTrackingName(TrackingNames.Declaration);
            context.RegisterSourceOutput(models, (_, _) => { });
        }

        private sealed record Model(string[] Names, ISymbol Symbol)
        {
            public bool Equals(Model? other) => other is not null && Names.SequenceEqual(other.Names);

            public override int GetHashCode() => Names[0].GetHashCode(StringComparison.Ordinal);
        }
    }
}
