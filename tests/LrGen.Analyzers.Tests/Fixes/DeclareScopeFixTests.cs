using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

public class DeclareScopeFixTests
{
    [Theory]
    [InlineData("Embedding")]
    [InlineData("Scalar")]
    [InlineData("Linear")]
    [InlineData("Probe")]
    [InlineData("Head")]
    [InlineData("Adapter")]
    public Task Scope_is_said_on_the_declaration(string scope) => VerifyAsync(
        scope,
        """
        using LrGen;

        [Training(Optimizer = OptimizerKind.Adam)]
        static partial class Rates
        {
            /// <summary>Of the embeddings.</summary>
            [CosineDecay({|LRG021:0.3|}, 100)]
            public static partial double A(long step);

            [Training(Optimizer = OptimizerKind.AdamW), CosineDecay({|LRG021:0.3|}, 100)]
            public static partial double B(long step);
        }

        [Adam, Constant({|LRG021:0.3|})]
        sealed partial class Optimizer;
        """,
        $$"""
        using LrGen;

        [Training(Optimizer = OptimizerKind.Adam)]
        static partial class Rates
        {
            /// <summary>Of the embeddings.</summary>
            [Training(Scope = Scope.{{scope}}), CosineDecay(0.3, 100)]
            public static partial double A(long step);

            [Training(Optimizer = OptimizerKind.AdamW, Scope = Scope.{{scope}}), CosineDecay(0.3, 100)]
            public static partial double B(long step);
        }

        [Training(Scope = Scope.{{scope}}), Adam, Constant(0.3)]
        sealed partial class Optimizer;
        """);

    private static Task VerifyAsync(string scope, string markup, string expected)
    {
        var run = new FixRun<DeclareScopeFix> { TestCode = markup, FixedCode = expected, CodeActionEquivalenceKey = scope };
        return run.RunAsync(TestContext.Current.CancellationToken);
    }
}
