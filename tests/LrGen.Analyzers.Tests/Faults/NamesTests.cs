using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Faults;

/// <summary>Names that mean something else where the compiler, or the generated code, expects a keyword.</summary>
public class NamesTests
{
    private static readonly string[] s_uses =
    [
        "[#] readonly partial struct NAME;",
        "[#] partial struct NAME<T> { }",
        "[#] readonly partial record struct S(double NAME);",
        "[#] readonly partial struct S(double NAME) { public double Twice => NAME * 2; }",
        "[#] readonly partial struct S { public static double NAME => 1; }",
        "static partial class C { [#] public static partial double NAME(long step); }",
        "static partial class C { [#] public static partial double M(long NAME); }",
        "static partial class C { [#] public static partial double M(int NAME); }",
        "static partial class C { [#] public static partial double M<NAME>(long step); }",
        "static partial class C { [#] public static partial double M<NAME>(long step) where NAME : struct; }",
        "static partial class C<NAME> { [#] public static partial double M(long step); [#] public readonly partial struct S; }",
        "static partial class NAME { [#] public static partial double M(long step); }",
        "static partial class C { struct NAME { } [#] public static partial double M(long step); [#] public readonly partial struct S; }",
        "namespace NAME { static partial class C { [#] public static partial double M(long step); } [#] readonly partial struct S; }",
        "[Sgd(Momentum = 0.9), #] sealed partial class NAME;",
        "[Adam, #] sealed partial class C { class NAME { } }",
        "[ReduceOnPlateau(0.1, Patience = 3)] partial struct NAME;",
        "[SearchSpace] readonly partial record struct NAME([LogUniform(1e-5, 0.1)] double Rate);",
        "[SearchSpace] readonly partial record struct S([LogUniform(1e-5, 0.1)] double NAME);",
    ];

    /// <summary>All that the compiler knows as a word of its own, and what generated code calls its locals.</summary>
    private static readonly string[] s_names =
    [
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText), .. SyntaxFacts.GetContextualKeywordKinds().Select(SyntaxFacts.GetText),
        "var", "dynamic", "nint", "nuint", "_", "extension", "allows", "t", "k", "u", "i", "j", "step", "start", "rates", "piece", "lanes", "level", "levels", "Schedule", "System", "LrGen", "Math", "Vector", "Value",
    ];

    public static TheoryData<string> Uses => [.. s_uses];

    [Theory, MemberData(nameof(Uses))]
    public void Generated_code_compiles_beside_every_name(string use)
    {
        var wrong = new List<string>();
        foreach (string name in LongRun.Some(s_names.Where(n => n.Length > 0 && (char.IsLetter(n[0]) || n == "_")).Distinct(), every: 40, offset: use.Length))
        {
            // Of the languages before, only what they take without the mark.
            foreach (string spelled in SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? [name, "@" + name] : new[] { "@" + name })
            {
                string source = "using LrGen;\n" + use.Replace("NAME", spelled, StringComparison.Ordinal).Replace("#", "Warmup(10), CosineDecay(0.1, 100), StepDecay(0.1, 10, 0.3)", StringComparison.Ordinal)
                    .Replace("CosineDecay(0.1, 100)", use.Contains("(double NAME)", StringComparison.Ordinal) ? "CosineDecay(0.1, 100, Floor = 0.01)" : "CosineDecay(0.1, 100)", StringComparison.Ordinal);
                var compilation = Consumer.Compile(source);
                // In the global namespace, no code that names one of .NET's compiles beside a type of this name.
                if (name == "System" && !use.StartsWith("namespace", StringComparison.Ordinal) && compilation.GlobalNamespace.GetTypeMembers(name).Length > 0)
                    continue;
                // Some names the compiler refuses by itself.
                var before = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).ToHashSet();
                if (before.Except(["CS8795", "CS0535", "CS9248"]).Any())
                    continue;
                var (completed, failures) = Consumer.Generate(compilation);
                var errors = failures.Concat(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)).ToList();
                if (errors.Count > 0 && !IsRefused(completed, name))
                    wrong.Add(spelled + ": " + errors[0] + "\n    " + source);
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(40)));
    }

    [Theory]
    [InlineData("partial class H { [#] public static partial double M<T>(long step) where T : allows ref struct; }")]
    [InlineData("partial class H { [#] public static partial double M<T>(long step) where T : struct, allows ref struct; }")]
    [InlineData("partial class H { [#] public static partial double M<T, U>(long step) where T : IDisposable, new(), allows ref struct where U : notnull; }")]
    [InlineData("partial interface I<in T, out U> { [#] public static partial double M(long step); }")]
    [InlineData("partial class H<T> where T : allows ref struct { [#] public static partial double M(long step); }")]
    [InlineData("unsafe partial class H { [#] public static unsafe partial double M(long step); }")]
    [InlineData("static partial class H { [#] public static partial double M(this long step); }")]
    [InlineData("partial class H { [#] public virtual partial double M(long step); class G : H { } }")]
    [InlineData("partial class A { public class T { } } partial class H : A { [#] public static partial double M<S>(long step) where S : T; }")]
    public void Generated_code_repeats_what_a_signature_says(string use)
    {
        var (completed, failures) = Consumer.Generate(Consumer.Compile("using System;\nusing LrGen;\n" + use.Replace("#", "Constant(0.1)", StringComparison.Ordinal)));
        Assert.Empty(failures);
        // The .NET of the references is older than what a parameter can allow.
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id is not "CS9240" and not "CS9239"));
    }

    /// <summary>Whether the target is refused with an error of its own.</summary>
    private static bool IsRefused(Compilation completed, string name) =>
        name is "var" or "nint" or "nuint" or "unmanaged" && Consumer.AnalyzeAsync(completed).GetAwaiter().GetResult().Any(d => d.Id == Rules.RuleIds.UnsupportedTarget);
}
