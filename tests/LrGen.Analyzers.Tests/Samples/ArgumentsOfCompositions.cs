using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

/// <summary>What compositions and modifiers lack.</summary>
public sealed class ArgumentsOfCompositions : RuleSamples
{
    public override string Id => "LRG006";

    public override IEnumerable<Sample> Wrong =>
    [
        new("nothing to combine", Method("{|LRG006:Product|}"), "[Product] combines at least two declarations; name them with nameof"),
        new("one to combine", Parts("Max({|LRG006:nameof(A)|})"), "[Max] combines at least two declarations; name them with nameof"),
        new("a mirror of nothing", Method("{|LRG006:Mirror|}"),
            "[Mirror] without a name is for another quantity than the learning rate, against which it moves; write Quantity = Quantity.Momentum, "
                + "for Adam Quantity.Beta1, or give it the name of a schedule, nameof(…)"),
        new("a mirror of the rate that does not say of what", Struct("Cyclic(0.1, 1, 10), {|LRG006:Mirror(low: 0.8, high: 0.9)|}"),
            "[Mirror] without a name is for another quantity than the learning rate, against which it moves; write Quantity = Quantity.Momentum, "
                + "for Adam Quantity.Beta1, or give it the name of a schedule, nameof(…)"),
        new("a mirror without a rate", Struct("{|LRG006:Mirror(Quantity = Quantity.Momentum)|}"),
            "[Mirror] names no schedule, and there is none for the learning rate on this target; write nameof(…)"),
        new("no bound", Method("{|LRG006:Clamp|}, Constant(0.1)"), "[Clamp] has no bound; give 'low' or 'high'"),
        new("no multipliers", Method("GroupScale({|LRG006:new double[0]|}), Constant(0.1)", "long step, int group"),
            "[GroupScale] needs the multiplier of each group, from 1 to 256 of them"),
        new("no group", Method("{|LRG006:GroupScale(1, 2)|}, Constant(0.1)"), "Nothing gives [GroupScale] its 'group'; add a parameter 'group'"),
        new("no layer", Struct("{|LRG006:LayerDecay(0.5, 3)|}, Constant(0.1)"), "Nothing gives [LayerDecay] its 'layer'; add a property 'Layer'"),
        new("a group in part", Method("{|LRG006:GroupScale(1, 2)|}, Constant(0.1)", "long step, double group"),
            "'group' is to give the Group of GroupScale but is no integer; make it an int"),
        new("no batch size", Method("{|LRG006:BatchScale|}, Constant(0.1)")),
        new("a value that only the other declaration has", Parts("Use({|LRG006:nameof(A)|})").Replace("CosineDecay(0.1, 10)", "CosineDecay(0.1)").Replace("A(long step)", "A(long step, long steps)"),
            "'A' takes 'steps' when it runs; add a parameter of that name here"),
        new("two phases for the rest", Method("CosineDecay(0.1), {|LRG006:LinearDecay(0.1, 0)|}, Training(Steps = 100)"),
            "only one phase can last for the rest of the training, and [CosineDecay] has no length, either; give 'steps' or 'Fraction'"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("two to combine", Parts("Max(nameof(A), nameof(A))")),
        new("a group", Method("GroupScale(1, 2), Constant(0.1)", "long step, int group")),
        new("a layer", Struct("LayerDecay(0.5, 3), Constant(0.1)", " { public byte Layer { get; init; } }")),
        new("the batch size of the training", Method("BatchScale, Constant(0.1), Training(BatchSize = 64)")),
        new("a value of the same name", Parts("Use(nameof(A))").Replace("CosineDecay(0.1, 10)", "CosineDecay(0.1)").Replace("(long step)", "(long step, long steps)")),
    ];

    private static string Parts(string whole) => $$"""
        static partial class Rates
        {
            [CosineDecay(0.1, 10)]
            public static partial double A(long step);

            [{{whole}}]
            public static partial double Rate(long step);
        }
        """;
}
