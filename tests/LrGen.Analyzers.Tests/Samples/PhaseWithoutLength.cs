using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class PhaseWithoutLength : RuleSamples
{
    public override string Id => "LRG007";

    public override IEnumerable<Sample> Wrong =>
    [
        new("constant", Method("{|LRG007:Constant(0.1)|}, CosineDecay(0.1, 100)"),
            "[Constant] is followed by another phase, so it needs a length; give 'Steps'"),
        new("staircase", Method("{|LRG007:StepDecay(0.1, 10, 0.5)|}, Constant(0.01)"),
            "[StepDecay] is followed by another phase, so it needs a length; give 'Steps'"),
        new("exponential", Struct("{|LRG007:ExponentialDecay(0.1, 0.5)|}, Constant(0.01)")),
        new("cycles without end", Method("{|LRG007:CosineRestarts(0.1, 10)|}, Constant(0.01)"),
            "[CosineRestarts] is followed by another phase, so it needs a length; give 'Cycles'"),
        new("falling cycles without end", Method("{|LRG007:CosineRestarts(0.1, 10, Amplitude = 0.9)|}, Constant(0.01)"),
            "[CosineRestarts] is followed by another phase, so it needs a length; give 'Cycles'"),
        new("slowly growing cycles without end", Method("{|LRG007:CosineRestarts(0.1, 10, LengthFactor = 1.1)|}, Constant(0.01)")),
        new("growing cycles without end", Method("{|LRG007:CosineRestarts(0.1, 10, LengthFactor = 2)|}, Constant(0.01)")),
        new("a schedule that never ends", Method("{|LRG007:Cyclic(0.1, 0.2, 40)|}, Constant(0.01)"),
            "[Cyclic] is followed by another phase, so it needs a length; put it last"),
        new("inverse square root", Method("{|LRG007:Noam(512, 4000)|}, Constant(0.01)"), "[Noam] is followed by another phase, so it needs a length; give 'Steps'"),
        new("a decay that starts again", Method("{|LRG007:PolynomialDecay(0.1, 100, Cycling = true)|}, Constant(0.01)"),
            "[PolynomialDecay] is followed by another phase, so it needs a length; put it last"),
        new("two of three", Method("{|LRG007:Constant(0.1)|}, {|LRG007:Constant(0.1)|}, Constant(0.01)")),
        new("in separate lists", """
            static partial class Rates
            {
                [Warmup(10)]
                [{|LRG007:Constant(0.1)|}]
                [Constant(0.01)]
                public static partial double Rate(long step);
            }
            """),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("length given", Method("Constant(0.1, Steps = 100), CosineDecay(0.1, 100)")),
        new("length from a parameter", Method("Constant(0.1), CosineDecay(0.1, 100)", "long step, long steps")),
        new("last phase", Method("CosineDecay(0.1, 100), Constant(0.01)")),
        new("a warm-up is no phase", Method("Constant(0.1), Warmup(10)")),
    ];
}
