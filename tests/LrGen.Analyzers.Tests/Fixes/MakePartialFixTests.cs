using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Fixes;

public class MakePartialFixTests
{
    [Fact]
    public Task Method_and_the_whole_chain() => FixRun<MakePartialFix>.VerifyAsync(
        """
        using LrGen;

        static class Training
        {
            internal sealed record Trial<T>(T Value)
            {
                [Constant(0.1)]
                public static double {|CS0501:{|LRG001:Rate|}|}(long step);
            }
        }
        """,
        """
        using LrGen;

        static partial class Training
        {
            internal sealed partial record Trial<T>(T Value)
            {
                [Constant(0.1)]
                public static partial double Rate(long step);
            }
        }
        """);

    [Fact]
    public Task Type_of_a_partial_method() => FixRun<MakePartialFix>.VerifyAsync(
        """
        using LrGen;

        class Outer
        {
            interface {|LRG001:IRates|}
            {
                [Constant(0.1)]
                public static partial double {|CS8795:{|CS0751:Rate|}|}(long step);
            }
        }
        """,
        """
        using LrGen;

        partial class Outer
        {
            partial interface IRates
            {
                [Constant(0.1)]
                public static partial double Rate(long step);
            }
        }
        """);

    [Theory]
    [InlineData("struct Rate;", "partial struct Rate;")]
    [InlineData("readonly struct Rate { }", "readonly partial struct Rate { }")]
    [InlineData("public readonly record struct Rate(int Epochs);", "public readonly partial record struct Rate(int Epochs);")]
    [InlineData("internal readonly struct Rate<T>(T value) { public T Value => value; }",
        "internal readonly partial struct Rate<T>(T value) { public T Value => value; }")]
    public Task Struct(string before, string after) => FixRun<MakePartialFix>.VerifyAsync(
        "using LrGen;\n\n[Constant(0.1)] " + before.Replace("Rate", "{|LRG001:Rate|}"),
        "using LrGen;\n\n[Constant(0.1)] " + after);

    [Theory]
    [InlineData("public static double", "public static partial double")]
    [InlineData("protected internal virtual double", "protected internal virtual partial double")]
    [InlineData("public new static unsafe float", "public new static unsafe partial float")]
    [InlineData("static double", "private static partial double")]
    [InlineData("double", "private partial double")]
    public Task Partial_comes_last_and_an_accessibility_is_written(string before, string after) => FixRun<MakePartialFix>.VerifyAsync(
        $$"""
        using LrGen;

        class Rates
        {
            [Constant(0.1)]
            // the rate
            {{before}} {|CS0501:{|LRG001:Rate|}|}(long step); // held
        }
        """,
        $$"""
        using LrGen;

        partial class Rates
        {
            [Constant(0.1)]
            // the rate
            {{after}} Rate(long step); // held
        }
        """);

    [Fact]
    public Task Interface_method_is_public() => FixRun<MakePartialFix>.VerifyAsync(
        """
        using LrGen;

        interface IRates
        {
            [Constant(0.1)]
            static double {|CS0501:{|LRG001:Rate|}|}(long step);
        }
        """,
        """
        using LrGen;

        partial interface IRates
        {
            [Constant(0.1)]
            public static partial double Rate(long step);
        }
        """);

    [Fact]
    public Task Trivia_stays() => FixRun<MakePartialFix>.VerifyAsync(
        """
        using LrGen;

        // before
        /// <summary>Rates.</summary>
        #region Rates
        class /* its name */ {|LRG001:Rates|} // after
        {
            /// <summary>The rate.</summary>
            [Constant(0.1)] /* between */ public partial double {|CS8795:{|CS0751:Rate|}|}(long step);

        #if NEVER
            class Not { }
        #endif
            // before the struct
            [Constant(0.1)]
            struct {|LRG001:Slow|};
        }
        #endregion
        """,
        """
        using LrGen;

        // before
        /// <summary>Rates.</summary>
        #region Rates
        partial class /* its name */ Rates // after
        {
            /// <summary>The rate.</summary>
            [Constant(0.1)] /* between */ public partial double Rate(long step);

        #if NEVER
            class Not { }
        #endif
            // before the struct
            [Constant(0.1)]
            partial struct Slow;
        }
        #endregion
        """);

    [Fact]
    public Task Fix_all_writes_shared_types_once() => FixRun<MakePartialFix>.VerifyAsync(
        """
        using LrGen;

        class Outer
        {
            class {|LRG001:Inner|}
            {
                [Constant(0.1)]
                public static partial double {|CS8795:{|CS0751:A|}|}(long step);

                [Constant(0.1)]
                public static partial double {|CS8795:{|CS0751:B|}|}(long step);

                [Constant(0.1)]
                public static double {|CS0501:{|LRG001:C|}|}(long step);

                [Constant(0.1)]
                public struct {|LRG001:D|};
            }

            [Constant(0.1)]
            public static double {|CS0501:{|LRG001:E|}|}(long step);
        }
        """,
        """
        using LrGen;

        partial class Outer
        {
            partial class Inner
            {
                [Constant(0.1)]
                public static partial double A(long step);

                [Constant(0.1)]
                public static partial double B(long step);

                [Constant(0.1)]
                public static partial double C(long step);

                [Constant(0.1)]
                public partial struct D;
            }

            [Constant(0.1)]
            public static partial double E(long step);
        }
        """);

    [Fact]
    public Task Parts_in_several_files_and_projects()
    {
        const string Method = """
            using LrGen;

            partial class Rates
            {
                [Constant(0.1)]
                public static partial double {|CS8795:Rate|}(long step);
            }
            """;
        const string OtherPart = "class {|CS0260:{|LRG001:Rates|}|}\n{\n}\n";
        const string OtherProject = "using LrGen;\n\nclass Outer\n{\n    [Constant(0.1)]\n    struct {|LRG001:Rate|};\n}\n";
        var run = new FixRun<MakePartialFix>
        {
            TestState =
            {
                Sources = { Method, OtherPart },
                AdditionalProjects = { ["Second"] = { Sources = { OtherProject } } },
            },
            FixedState =
            {
                Sources = { Markup.Strip(Method), "partial class Rates\n{\n}\n" },
                AdditionalProjects =
                {
                    ["Second"] = { Sources = { "using LrGen;\n\npartial class Outer\n{\n    [Constant(0.1)]\n    partial struct Rate;\n}\n" } },
                },
            },
        };
        run.TestState.AdditionalProjects["Second"].AdditionalReferences.AddRange(Consumer.References);
        run.FixedState.AdditionalProjects["Second"].AdditionalReferences.AddRange(Consumer.References);
        return run.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("body", "partial class Rates { [Constant(0.1)] static double Rate(long step) => 0.1; }")]
    [InlineData("block", "partial class Rates { [Constant(0.1)] static double Rate(long step) { return 0.1; } }")]
    [InlineData("abstract", "abstract partial class Rates { [Constant(0.1)] public abstract double Rate(long step); }")]
    [InlineData("extern", "partial class Rates { [Constant(0.1)] static extern double Rate(long step); }")]
    [InlineData("async", "partial class Rates { [Constant(0.1)] async double Rate(long step); }")]
    [InlineData("interface", "partial interface IRates { [Constant(0.1)] double Rate(long step); }")]
    [InlineData("explicit", "interface I { double Rate(long step); } partial class Rates : I { [Constant(0.1)] double I.Rate(long step); }")]
    [InlineData("file-local", "file class Rates { [Constant(0.1)] static double Rate(long step); }")]
    [InlineData("local function", "class Rates { void M() { [Constant(0.1)] static double Rate(long step); } }")]
    [InlineData("accessor", "class Rates { double Rate { [Constant(0.1)] get; } }")]
    [InlineData("operator", "class Rates { [Constant(0.1)] public static Rates operator +(Rates a, Rates b); }")]
    public async Task No_fix_where_the_result_would_not_compile(string name, string source)
    {
        Assert.NotEmpty(name);
        Assert.Empty(await FixOffers.TitlesAsync(new MakePartialFix(), "using LrGen;\n" + source));
    }

    [Fact]
    public async Task No_fix_before_CSharp_9()
    {
        const string Source = "using LrGen;\n[Constant(0.1)] struct Rate { }";
        Assert.Empty(await FixOffers.TitlesAsync(new MakePartialFix(), Source, LanguageVersion.CSharp8));
        Assert.Single(await FixOffers.TitlesAsync(new MakePartialFix(), Source, LanguageVersion.CSharp9));
    }

    [Fact]
    public async Task Title_and_key()
    {
        var offer = Assert.Single(await FixOffers.ForAsync(new MakePartialFix(), "using LrGen;\n[Constant(0.1)] struct Rate;"));
        Assert.Equal(("Make partial", "MakePartialFix"), (offer.Title, offer.EquivalenceKey));
    }
}
