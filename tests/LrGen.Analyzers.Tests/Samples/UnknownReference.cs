using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class UnknownReference : RuleSamples
{
    public override string Id => "LRG016";

    public override IEnumerable<Sample> Wrong =>
    [
        new("no such name", Around("[Use({|LRG016:\"Cylce\"|})]"),
            "'Cylce' is no method or struct in reach; name one with nameof, and its type with In = typeof(…)"),
        new("a method without a schedule", Around("[Use({|LRG016:nameof(Wave)|})]"),
            "'Wave' has no schedule attribute in the source of this project"),
        new("not in that type", Around("[Use({|LRG016:\"Cycle\"|}, In = typeof(string))]"),
            "'Cycle' is no method or struct in 'String'; name one with nameof, and its type with In = typeof(…)"),
        new("no name", Around("[Use({|LRG016:\"\"|})]"), "no declaration is named; write nameof(…)"),
        new("the second of two", Around("[Sum(nameof(Cycle), {|LRG016:\"Other\"|})]")),
        new("in an array", Around("[Sum({|LRG016:new[] { nameof(Cycle), \"Other\" }|})]")),
        new("a rate that metrics drive", Around("[Use({|LRG016:nameof(Plateau)|})]"),
            "'Plateau' is driven by metrics, and nobody else can keep its state; put [ReduceOnPlateau] on this struct instead"),
        new("a schedule that metrics scale", Around("[Use({|LRG016:nameof(Scaled)|})]"),
            "'Scaled' is driven by metrics, and nobody else can keep its state; give its schedule a declaration of its own and name that"),
        new("a formula that is no method", Around("[Function({|LRG016:\"Sine\"|})]"),
            "'Sine' is no method in reach; name one with nameof, and its type with In = typeof(…)"),
        new("a formula of two numbers", Around("[Function({|LRG016:nameof(Two)|})]"),
            "'Two' has to be a static method that takes one number, the step or a double, and returns a double or float"),
        new("a formula that is an instance's", Around("[Function({|LRG016:nameof(ToString)|})]")),
        new("a mirror of nothing", Around("[Mirror({|LRG016:\"Nothing\"|})]")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("a method", Around("[Use(nameof(Cycle))]")),
        new("a struct", Around("[Use(nameof(Trial))]")),
        new("of another type", Around("[Use(nameof(Elsewhere.Cycle), In = typeof(Elsewhere))]")),
        new("several", Around("[Max(nameof(Cycle), nameof(Trial))]")),
        new("a formula of a position", Around("[Function(nameof(Wave))]")),
        new("a formula of a step", Around("[Function(nameof(Levels), Rate = 0.1)]")),
        new("a formula of the framework", Around("[Function(nameof(Math.Sqrt), In = typeof(Math), Rate = 0.1)]")),
    ];

    private static string Around(string attributes) => $$"""
        static partial class Elsewhere
        {
            [Constant(0.1)]
            public static partial double Cycle(long step);
        }

        static partial class Rates
        {
            [CosineDecay(0.1, steps: 100)]
            public static partial double Cycle(long step);

            [Constant(0.1)]
            readonly partial struct Trial;

            [ReduceOnPlateau(0.1)]
            partial struct Plateau;

            [ReduceOnPlateau, Constant(0.1)]
            partial struct Scaled;

            static double Wave(double step) => 1 + step;

            static float Levels(int step) => step / 2;

            static double Two(double a, double b) => a + b;

            {{attributes}}
            public static partial double Rate(long step);
        }
        """;
}
