using System.Globalization;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Faults;

/// <summary>A mistake of LrGen's own is one error of the declaration that brings it to light, and of no other.</summary>
public class FailureTests
{
    /// <summary>A library of another version: its cosine takes other arguments than the generator reads.</summary>
    private const string OtherLibrary = """
        using System;
        namespace LrGen
        {
            public enum Quantity { LearningRate }
            public enum AfterEnd { Hold }
            [AttributeUsage(AttributeTargets.Method | AttributeTargets.Struct | AttributeTargets.Class, AllowMultiple = true)]
            public abstract class ScheduleAttribute : Attribute { public Quantity Quantity { get; set; } public AfterEnd AfterEnd { get; set; } }
            public sealed class ConstantAttribute : ScheduleAttribute { public ConstantAttribute(double rate = double.NaN) { } public double Steps { get; set; } public double Fraction { get; set; } }
            public sealed class CosineDecayAttribute : ScheduleAttribute { public CosineDecayAttribute(double speed) { } }
        }
        """;

    private const string Source = """
        using LrGen;
        static partial class Rates
        {
            [Constant(0.1)] public static partial double Before(long step);
            [CosineDecay(2)] public static partial double Odd(long step);
            [Constant(0.2)] public static partial double After(long step);
        }
        """;

    [Fact]
    public async Task One_declaration_fails_and_all_others_are_generated()
    {
        var (completed, failures) = Consumer.Generate(Consumer.Compile(Source).WithReferences(Compiled(OtherLibrary)));
        Assert.Empty(failures);
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Equal(3, completed.SyntaxTrees.Count() - 1);
        var found = Assert.Single(await Consumer.AnalyzeAsync(completed));
        Assert.Equal((RuleIds.InternalFailure, DiagnosticSeverity.Error), (found.Id, found.Severity));
        Assert.Equal("CosineDecay(2)", Source[found.Location.SourceSpan.Start..found.Location.SourceSpan.End]);
        string message = found.GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("please report it", message, StringComparison.Ordinal);
        Assert.Matches("InvalidOperationException in [A-Za-z]+\\.[A-Za-z]+: ", message);
    }

    [Theory]
    [InlineData("public sealed class CosineDecayAttribute : System.Attribute { }", "CosineDecay")]
    [InlineData("public sealed class CosineDecayAttribute(int a, string b) : System.Attribute { }", "CosineDecay(1, \"\")")]
    [InlineData("public sealed class AdamAttribute : System.Attribute { }", "Adam")]
    [InlineData("public sealed class WarmupAttribute : System.Attribute { }", "Warmup")]
    [InlineData("public sealed class ReduceOnPlateauAttribute : System.Attribute { public string Patience; }", "ReduceOnPlateau(Patience = \"\")")]
    [InlineData("public sealed class TrainingAttribute : System.Attribute { public string Steps; }", "Training(Steps = \"\"), Constant(0.1)")]
    [InlineData("public sealed class SearchSpaceAttribute : System.Attribute { }", "SearchSpace")]
    public async Task Attributes_of_the_users_own_with_our_names_are_left_alone(string declared, string used)
    {
        string source = "namespace LrGen { " + declared + " }\nnamespace Mine\n{\nusing LrGen;\n[" + used + "] readonly partial record struct S(double Rate);\n"
            + "partial class C { [" + used + "] public static double M(long step) => 1; }\n"
            + "static partial class Neighbour { [LinearDecay(0.1, 0.2, 10)] public static partial double Good(long step); }\n}";
        var (completed, failures) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(failures);
        var errors = (await Consumer.AnalyzeAsync(completed)).AddRange(completed.GetDiagnostics()).Where(d => d.Severity == DiagnosticSeverity.Error || d.Id == "AD0001");
        // A method with a body is no target of the one attribute that is ours.
        Assert.DoesNotContain(errors, e => e.Id != RuleIds.NotPartial);
    }

    [Fact]
    public void A_curve_that_cannot_be_computed_is_an_error_and_a_body_that_throws()
    {
        var broken = Declaration("CosineDecay(0.1, 100)") is var whole
            ? whole with { Attributes = whole.Attributes.Select(a => a with { Arguments = EquatableArray<ArgumentModel>.Empty }).ToEquatableArray() }
            : null;
        var lowered = ScheduleLowering.Lower(broken!);
        Assert.Equal(ScheduleProblem.InternalFailure, Assert.Single(lowered.Errors).Problem);
        Assert.Null(lowered.Curve);
        Assert.Contains("throw new", Emitter.Emit(broken!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_with_a_mistake_of_the_users_has_only_that()
    {
        var whole = Declaration("CosineDecay(0.1, 100)");
        var broken = whole with { HasErrors = true, Attributes = whole.Attributes.Select(a => a with { Arguments = EquatableArray<ArgumentModel>.Empty }).ToEquatableArray() };
        Assert.Empty(ScheduleLowering.Lower(broken).Errors);
    }

    [Fact]
    public async Task What_fails_while_code_is_written_is_reported_by_the_analyzer()
    {
        // Without a step's name nothing can be written.
        var whole = Declaration("CosineDecay(0.1, 100)");
        string text = Emitter.Emit(whole with { Method = whole.Method! with { StepName = null! } });
        Assert.StartsWith("// " + RuleIds.InternalFailure + ": ", text, StringComparison.Ordinal);
        var compilation = Consumer.Compile(Method("CosineDecay(0.1, 100)"));
        var completed = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "Rates.g.cs"));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Equal([RuleIds.InternalFailure], (await Consumer.AnalyzeAsync(completed)).Select(d => d.Id));
    }

    private static ScheduleDeclaration Declaration(string attributes)
    {
        var compilation = Consumer.Compile(Method(attributes));
        var method = compilation.GetTypeByMetadataName("Rates")!.GetMembers("Rate").Single();
        return DeclarationParser.Parse(method, compilation, default)!.Declaration!;
    }

    private static string Method(string attributes) =>
        "using LrGen; static partial class Rates { [" + attributes + "] public static partial double Rate(long step); }";

    private static IEnumerable<MetadataReference> Compiled(string library)
    {
        var compilation = CSharpCompilation.Create(
            "LrGen", [CSharpSyntaxTree.ParseText(library)], Basic.Reference.Assemblies.Net80.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return [.. Basic.Reference.Assemblies.Net80.References.All, MetadataReference.CreateFromImage(image.ToArray())];
    }
}
