using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Conversions;

/// <summary>
/// The proof that a declaration does what a method did, checked by running both. Whatever is suggested has to give the same rates, also where
/// the method only looks like a schedule.
/// </summary>
public class ProofTests
{
    private const int Steps = 600;

    private static readonly int s_methods = LongRun.Size(full: 250, quick: 100);

    /// <summary>Both sides round, and one is the difference of larger numbers near its end.</summary>
    private const double Tolerance = 1e-13;

    /// <summary>About a fifth of the methods are no declaration that the rule knows.</summary>
    private const double LeastShare = 0.6;

    /// <summary>New methods in every run; a failure names the seed that repeats it (CsCheck_Seed).</summary>
    [Fact]
    public Task Suggested_attributes_give_the_rates_of_the_method() => HandWrittenMethods.Bodies.Array[s_methods].SampleAsync(CompareAsync, iter: 1);

    private static async Task CompareAsync(string[] bodies)
    {
        var hand = new StringBuilder("using System;\nusing LrGen;\n\npublic static class ByHand\n{\n");
        for (int i = 0; i < bodies.Length; i++)
            hand.Append("    public static double M" + i + "(int epoch) { " + bodies[i] + " }\n");
        hand.Append("}\n");

        var compilation = Consumer.Compile(hand.ToString());
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var suggested = new Dictionary<string, string>();
        foreach (var diagnostic in await Consumer.AnalyzeAsync(compilation))
        {
            Assert.Equal("LRG100", diagnostic.Id);
            var span = diagnostic.Location.SourceSpan;
            // A method that keeps its body calls a declaration, one step on or back.
            if (diagnostic.AdditionalLocations.Count == 0 && !diagnostic.GetMessage().Contains(" until ", StringComparison.Ordinal))
                suggested.Add(hand.ToString(span.Start, span.Length), Regex.Match(diagnostic.GetMessage(), @"\[.*\]").Value);
        }

        Assert.True(suggested.Count >= LeastShare * s_methods, suggested.Count + " of " + s_methods + " methods are known; the others:\n"
            + string.Join("\n", bodies.Where((_, i) => !suggested.ContainsKey("M" + i))));
        string declared = "using LrGen;\n\npublic static partial class Declared\n{\n"
            + string.Concat(suggested.Select(s => "    " + s.Value + "\n    public static partial double " + s.Key + "(int epoch);\n")) + "}\n";
        var assembly = Load(Consumer.Compile(hand + declared.Replace("using LrGen;\n", string.Empty, StringComparison.Ordinal)));
        Type byHand = assembly.GetType("ByHand")!, byAttribute = assembly.GetType("Declared")!;
        foreach (var (name, attributes) in suggested)
        {
            var expected = byHand.GetMethod(name)!.CreateDelegate<Func<int, double>>();
            var actual = byAttribute.GetMethod(name)!.CreateDelegate<Func<int, double>>();
            double peak = Enumerable.Range(0, Steps).Max(expected);
            foreach (int step in Enumerable.Range(0, Steps).Append(100_000).Append(int.MaxValue - 1))
            {
                // The angle of a wave that goes on is rounded the more the larger it is.
                if (Math.Abs(expected(step) - actual(step)) > Tolerance * peak * Math.Max(1, (double)step / Steps))
                    Assert.Fail(bodies[int.Parse(name[1..])] + "\nis " + expected(step) + " at " + step + ", and " + attributes + " is " + actual(step));
            }
        }
    }

    private static Assembly Load(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation)
    {
        var (completed, failures) = Consumer.Generate(compilation);
        Assert.Empty(failures);
        var image = new MemoryStream();
        var emitted = completed.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("Proof", isCollectible: true).LoadFromStream(image);
    }
}
