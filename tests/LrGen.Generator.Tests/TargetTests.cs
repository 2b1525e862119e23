using System.Globalization;
using System.Reflection;
using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>Every kind of target, step type and return type, run.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("sbyte", sbyte.MinValue, sbyte.MaxValue)]
    [InlineData("byte", 0, byte.MaxValue)]
    [InlineData("short", short.MinValue, short.MaxValue)]
    [InlineData("ushort", 0, ushort.MaxValue)]
    [InlineData("int", int.MinValue, int.MaxValue)]
    [InlineData("uint", 0, uint.MaxValue)]
    [InlineData("long", long.MinValue, long.MaxValue)]
    [InlineData("nint", long.MinValue, long.MaxValue)]
    public void Every_integer_type_counts_the_same_steps(string type, long least, long greatest)
    {
        foreach (string declaration in new[]
        {
            "StepDecay(0.1, 7, 0.9)", "StepDecay(0.1, 2.4, 0.9, Steps = 100)", "Warmup(50), CosineDecay(0.1, 300)", "ExponentialDecay(0.1, 0.99, 3)",
            "LinearDecay(0.1, 0, 5e12)", "Warmup(5), LinearDecay(1, 0.5, 60, AfterEnd = AfterEnd.Oscillate)", "LinearDecay(1, 0.5, 60, AfterEnd = AfterEnd.Repeat)",
            "Warmup(20, Join = Join.Multiply), ExponentialDecay(0.1, 0.99, 3)", "Constant(0.1, Steps = 3e9), Constant(0.2)",
        })
        {
            var assembly = Generated.From($$"""
                public static partial class C
                {
                    [{{declaration}}] public static partial double Expected(long step);
                    [{{declaration}}] public static partial double Actual({{type}} step);
                    public static double Convert(long step) => Actual(checked(({{type}})step));
                }
                """).Load().GetType("C")!;
            var expected = assembly.GetMethod("Expected")!.CreateDelegate<Func<long, double>>();
            var actual = assembly.GetMethod("Convert")!.CreateDelegate<Func<long, double>>();
            foreach (long step in new[] { least, -1, 0, 1, 2, 6, 7, 8, 49, 50, 51, 60, 61, 100, 119, 120, 121, 350, 3000, greatest }.Where(s => s >= least && s <= greatest))
                Assert.Equal(expected(step), actual(step));
        }
    }

    [Fact]
    public void Unsigned_64_bit_steps_go_beyond_long()
    {
        var type = Generated.From("""
            public static partial class C
            {
                [LinearDecay(1, 0.5, 1e19)] public static partial double M(ulong step);
                [StepDecay(1, 8e18, 0.5)] public static partial double N(nuint step);
            }
            """).Load().GetType("C")!;
        var line = type.GetMethod("M")!.CreateDelegate<Func<ulong, double>>();
        Assert.Equal((1.0, 0.75, 0.5, 0.5), (line(0), line(5_000_000_000_000_000_000), line(10_000_000_000_000_000_000), line(ulong.MaxValue)));
        var levels = type.GetMethod("N")!.CreateDelegate<Func<nuint, double>>();
        Assert.Equal((1.0, 0.5, 0.25), (levels(0), levels(unchecked((nuint)8_000_000_000_000_000_000)), levels(unchecked((nuint)ulong.MaxValue))));
    }

    [Fact]
    public void Float_and_Half_are_the_double_rounded_once()
    {
        var type = Generated.From("""
            public static partial class C
            {
                [Warmup(10), CosineDecay(0.3, 90, Floor = 0.001)] public static partial double D(int step);
                [Warmup(10), CosineDecay(0.3, 90, Floor = 0.001)] public static partial float F(int step);
                [Warmup(10), CosineDecay(0.3, 90, Floor = 0.001)] public static partial System.Half H(int step);
            }
            """).Load().GetType("C")!;
        var d = type.GetMethod("D")!.CreateDelegate<Func<int, double>>();
        var f = type.GetMethod("F")!.CreateDelegate<Func<int, float>>();
        var h = type.GetMethod("H")!.CreateDelegate<Func<int, Half>>();
        for (int t = -2; t < 120; t++)
            Assert.Equal(((float)d(t), (Half)d(t)), (f(t), h(t)));
    }

    [Fact]
    public void Instance_nested_generic_interface_and_keyword_targets_run()
    {
        var assembly = Generated.From("""
            namespace @event
            {
                public partial class @class<@int>
                {
                    public partial record R { [Constant(0.25)] public partial double @double(long @long); }
                }
                public partial interface IRates
                {
                    [Constant(0.5)] public static partial double Static(int step);
                    [Constant(0.75)] public partial double Default(int step);
                }
                public sealed class Rates : IRates { }
                public partial record struct P { [Constant(0.125)] public readonly partial double M<T>(int step) where T : struct; }
            }
            """).Load();
        var record = assembly.GetType("event.class`1+R")!.MakeGenericType(typeof(int));
        Assert.Equal(0.25, record.GetMethod("double")!.Invoke(Activator.CreateInstance(record), [1L]));
        var rates = assembly.GetType("event.IRates")!;
        Assert.Equal(0.5, rates.GetMethod("Static")!.Invoke(null, [1]));
        Assert.Equal(0.75, rates.GetMethod("Default")!.Invoke(Activator.CreateInstance(assembly.GetType("event.Rates")!), [1]));
        var generic = assembly.GetType("event.P")!;
        Assert.Equal(0.125, generic.GetMethod("M")!.MakeGenericMethod(typeof(int)).Invoke(Activator.CreateInstance(generic), [1]));
    }

    [Fact]
    public void A_cursor_walks_a_generated_struct()
    {
        var type = Generated.From("""
            [Warmup(2), StepDecay(1, 2, 0.5)] public readonly partial struct S { }
            public static class C
            {
                public static double[] Walk(long from)
                {
                    var cursor = new Cursor<S>(from);
                    var rates = new double[6];
                    for (int i = 0; i < rates.Length; i++) { rates[i] = cursor.Rate; cursor.Advance(); }
                    return rates;
                }
            }
            """).Load().GetType("C")!;
        var walk = type.GetMethod("Walk")!.CreateDelegate<Func<long, double[]>>();
        Assert.Equal([0, 0.5, 1, 1, 0.5, 0.5], walk(0));
        // A resumed training sees what an unbroken one would.
        Assert.Equal(walk(0)[3..], walk(3)[..3]);
    }

    [Fact]
    public void Code_for_netstandard_runs_on_the_library_for_net()
    {
        string[] declarations = [.. LongRun.Some(AccuracyTests.Families.Select(f => f.Data.Item1), 6)];
        var modern = ScheduleBatch.Compile(declarations);
        var old = ScheduleBatch.Compile(declarations, new ConsumerOptions { Framework = Framework.NetStandard, Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9 });
        for (int i = 0; i < declarations.Length; i++)
        {
            for (long step = -1; step < 2500; step += 3)
                Assert.Equal(modern[i].At(step), old[i].At(step), Math.Abs(modern[i].At(step)) * 1e-15);
            // The interface of the netstandard library has no Fill; that of the running one has a default for such structs.
            var rates = new double[50];
            old[i].Struct.Fill(rates, -5);
            Assert.Equal(Enumerable.Range(-5, 50).Select(t => old[i].At(t)), rates);
        }
    }

    [Theory]
    [InlineData("[StepDecay(0.1, 10, 0.5)] public static partial double M(int step);", false)]
    [InlineData("[StepDecay(-0.1, 0, 0)] public static partial double M(int step);", true)]
    [InlineData("[StepDecay] public static partial double M(int step);", true)]
    [InlineData("[CosineDecay(0.1, 10, Floor = 0.2)] public static partial int M(string a, out int b, params object[] c);", true)]
    [InlineData("[Warmup(1)] public static partial double M();", true)]
    public void A_mistake_gives_a_body_that_throws_and_no_error_of_the_compiler(string member, bool throws)
    {
        var generated = Generated.From($"public static partial class C {{ {member} }}").AssertClean();
        Assert.Equal(throws, generated.Sources.Single().SourceText.ToString().Contains("throw new global::System.InvalidOperationException"));
    }

    [Theory]
    [InlineData("public static class C { [Constant(1)] public static double M(int t) => 1; }")]
    [InlineData("public class C { [Constant(1)] public double P { get; set; } }", true)]
    [InlineData("public static class C { public static double M(int a) { [Constant(1)] double F(int t) => t; return F(a); } }")]
    [InlineData("[Constant(1)] public struct S { }")]
    [InlineData("file static partial class C { [Constant(1)] private static double M(int t) => 1; }")]
    public void Where_nothing_can_be_completed_nothing_is_generated(string source, bool misplaced = false)
    {
        var generated = Generated.From(source);
        Assert.Empty(generated.Sources);
        if (!misplaced)
            generated.AssertClean();
    }

    [Fact]
    public void Broken_source_never_breaks_the_generator()
    {
        string source = string.Concat(Samples.All.Select((s, i) => $"namespace N{i} {{ {s.Source} }}\n"));
        var random = new Random(7);
        for (int i = 0; i < LongRun.Size(full: 120, quick: 12); i++)
        {
            int cut = random.Next(source.Length);
            string broken = i % 2 == 0 ? source[..cut] : source.Remove(cut, Math.Min(random.Next(1, 40), source.Length - cut));
            _ = Generated.From(broken);
        }
    }
}
