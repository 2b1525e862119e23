using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

/// <summary>Contradictions between modifiers, the training and the parts of a composition.</summary>
public sealed class ConflictingCompositions : RuleSamples
{
    public override string Id => "LRG005";

    public override IEnumerable<Sample> Wrong =>
    [
        new("two quantities of a method", Method("Constant(0.1), {|LRG005:Constant(0.9, Quantity = Quantity.Momentum)|}"),
            "a method has one quantity, and these are for LearningRate and Momentum; give each a method, or use a struct"),
        new("length and share", Method("CosineDecay(0.1, 100, Fraction = {|LRG005:0.5|}), Training(Steps = 200)"),
            "'steps' and 'Fraction' both say the length; keep one"),
        new("share of an unknown training", Method("CosineDecay(0.1, Fraction = {|LRG005:0.5|})"),
            "how long the training is is not known; give [Training] Steps, or Epochs and StepsPerEpoch, or a parameter 'trainingSteps'"),
        new("share of nothing", Method("Cyclic(0.1, 0.2, 40, Fraction = {|LRG005:0.5|}), Training(Steps = 200)"),
            "[Cyclic] has no length of its own that could be a share of the training; remove 'Fraction'"),
        new("epochs of unknown length", Method("StepDecay(0.1, 30, 0.1, Unit = {|LRG005:Unit.Epochs|})"),
            "how many steps are in epochs is not known; give [Training] StepsPerEpoch, BatchesPerEpoch, or Samples and BatchSize"),
        new("tokens of unknown length", Method("Warmup(1e9, Unit = {|LRG005:Unit.Tokens|}), Constant(0.1), Training(BatchSize = 3)"),
            "how many steps are in tokens is not known; give [Training] BatchSize and TokensPerSample"),
        new("a training of no steps", Method("{|LRG005:Constant(0.1)|}, Training(Steps = -1)"), "[Training] Steps is -1; it has to be a number above 0"),
        new("a training that counts nothing", Method("{|LRG005:Constant(0.1)|}, Training(Counts = (Unit)9)"),
            "[Training] Counts is 9, which is no member of Unit; use one of its names"),
        new("half a device", Method("{|LRG005:Constant(0.1)|}, Training(Devices = 0.5)"), "[Training] Devices is 0.5; it has to be a whole number above 0"),
        new("two lengths of the training", Method("{|LRG005:Constant(0.1)|}, Training(Steps = 100, Epochs = 3)"),
            "[Training] says how long the training is in Steps and in Epochs; keep one"),
        new("nothing left of the training", Method("Constant(0.1, Steps = 100), {|LRG005:CosineDecay(0.1)|}, Training(Steps = 100)"),
            "the other phases take the whole training of 100 steps, and nothing is left for [CosineDecay]"),
        new("milestones of run time", Method("MilestoneDecay(0.1, 0.1, milestones: 3, Unit = {|LRG005:Unit.Epochs|})", "long step, int trainingStepsPerEpoch"),
            "the steps of [MilestoneDecay] have to be known at compile time; give the values of [Training] in the attribute"),
        new("no end to repeat", Method("{|LRG005:Repeat|}, StepDecay(0.1, 10, 0.5)"), "only a schedule with an end can be repeated; give its length"),
        new("repeated twice over", Method("{|LRG005:Repeat|}, CosineDecay(0.1, 10, AfterEnd = AfterEnd.Repeat)"),
            "'AfterEnd' says already what happens after the end; remove it, or [Repeat]"),
        new("repeated once", Method("Repeat({|LRG005:1|}), CosineDecay(0.1, 10)"), "'times' is 1; it has to be a whole number from 2 to 2^30"),
        new("repeated between steps", Method("{|LRG005:Repeat|}, CosineDecay(0.1, 10.5)"),
            "a schedule that is repeated so often has to have a whole number of steps; it has 10.5"),
        new("no end to cool down before", Method("Cooldown({|LRG005:10|}), StepDecay(0.1, 10, 0.5)"),
            "where the schedule ends is not known; give it a length, or [Training] Steps"),
        new("a cooldown longer than all", Method("Cooldown({|LRG005:20|}), CosineDecay(0.1, 10)"), "the cooldown is longer than the schedule of 10 steps; give fewer"),
        new("a cooldown up", Method("Cooldown(5, To = {|LRG005:0.5|}), Constant(0.1, Steps = 10)"),
            "the cooldown would go up; 'To' has to be at most the rate that it starts from, 0.1"),
        new("a cooldown underneath", Method("Cooldown(5, Join = {|LRG005:Join.Overlap|}), Constant(0.1, Steps = 10)"),
            "a cooldown meets its schedule with Join.After or Join.Multiply"),
        new("a cycle from inside", Method("Delay({|LRG005:-3|}), Cyclic(0.01, 0.1, 10)"),
            "a schedule that repeats or oscillates cannot begin inside; give a number above 0"),
        new("noise above the rate", Method("Noise({|LRG005:1.5|}), Constant(0.1)"), "'amount' is 1.5; it has to be above 0 and at most 1"),
        new("layers in part", Method("LayerDecay(0.5, layers: {|LRG005:2.5|}), Constant(0.1)", "long step, int layer"), "'layers' is 2.5; it has to be a whole number from 2 to 256"),
        new("a mirror upside down", Method("Mirror(\"A\", low: {|LRG005:0.95|}, high: 0.85), Constant(0.1)").Replace("static partial class Rates\n{", "static partial class Rates\n{\n    [CosineDecay(0.1, 10)] public static partial double A(long step);\n"),
            "a mirror goes down where the schedule goes up; 'low' has to be below 'high'"),
        new("a part that throws", Parts("CosineDecay(0.1, 10, AfterEnd = AfterEnd.Throw)", "Sum({|LRG005:nameof(A)|}, nameof(B))"),
            "'A' throws after its end, where a combination needs a value; remove its AfterEnd.Throw"),
        new("a part with noise", Parts("Noise(0.1), CosineDecay(0.1, 10)", "Sum(nameof(B), {|LRG005:nameof(A)|})"),
            "'A' has [Noise], which only a declaration of its own can have; put it here instead"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("a share of the training", Method("Warmup(Fraction = 0.1), CosineDecay(0.1), Training(Steps = 200)")),
        new("epochs", Method("StepDecay(0.1, 30, 0.1, Unit = Unit.Epochs), Training(StepsPerEpoch = 10)")),
        new("repeated often", Method("Repeat(1_000), CosineDecay(0.1, 10)")),
        new("two quantities of a struct", Struct("Constant(0.1), Constant(0.9, Quantity = Quantity.Momentum)")),
        new("a cooldown of an endless schedule", Method("Cooldown(10), StepDecay(0.1, 10, 0.5), Training(Steps = 200)")),
        new("a modifier has its method's quantity", Method("Warmup(10), Constant(0.9, Quantity = Quantity.Momentum)")),
        new("parts", Parts("CosineDecay(0.1, 10)", "Sum(nameof(A), nameof(B))")),
    ];

    private static string Parts(string part, string whole) => $$"""
        static partial class Rates
        {
            [{{part}}]
            public static partial double A(long step);

            [Constant(0.1)]
            public static partial double B(long step);

            [{{whole}}]
            public static partial double Rate(long step);
        }
        """;
}
