using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class CircularReference : RuleSamples
{
    public override string Id => "LRG017";

    public override IEnumerable<Sample> Wrong =>
    [
        new("itself", Rates("[Use({|LRG017:nameof(A)|})]"), "The declaration uses itself: A → A"),
        new("two", Rates("[Use({|LRG017:nameof(B)|})]", "[Use({|LRG017:nameof(A)|})]"), "The declaration uses itself: A → B → A"),
        new("three, of which one combines",
            Rates("[Sum(nameof(D), {|LRG017:nameof(B)|})]", "[Use({|LRG017:nameof(C)|})]", "[Max({|LRG017:nameof(A)|}, nameof(D))]", "[Constant(0.1)]"),
            "The declaration uses itself: A → B → C → A"),
        // The declaration that only leads to the circle is not part of it.
        new("beside the way", Rates("[Use(nameof(B))]", "[Use({|LRG017:nameof(B)|})]")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("in a row", Rates("[Use(nameof(B))]", "[Use(nameof(C))]", "[Constant(0.1)]")),
        new("the same twice", Rates("[Sum(nameof(B), nameof(B))]", "[Constant(0.1)]")),
        new("overloads that share a name", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial double A(long step);

                [Use(nameof(A))]
                public static partial double B(long step);
            }
            """),
    ];

    private static string Rates(params string[] attributes) => "static partial class Rates\n{\n"
        + string.Concat(attributes.Select((a, i) => $"    {a} public static partial double {(char)('A' + i)}(long step);\n")) + "}";
}
