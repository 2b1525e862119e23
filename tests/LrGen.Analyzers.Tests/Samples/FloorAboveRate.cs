using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class FloorAboveRate : RuleSamples
{
    public override string Id => "LRG031";

    public override IEnumerable<Sample> Wrong =>
    [
        new("cosine", Method("CosineDecay(1e-5, 100, Floor = {|LRG031:1e-4|})"),
            "The floor 0.0001 is above the rate 1e-5 that it is a floor of; were the two swapped?"),
        new("polynomial", Method("PolynomialDecay(0.001, 1000, Floor = {|LRG031:0.01|})"),
            "The floor 0.01 is above the rate 0.001 that it is a floor of; were the two swapped?"),
        new("staircase", Method("StepDecay(0.001, 10, 0.5, Floor = {|LRG031:0.01|})")),
        new("exponential", Struct("ExponentialDecay(0.001, 0.5, Floor = {|LRG031:0.01|})")),
        new("ratio above 1", Method("CosineDecay(0.1, 100, FloorRatio = {|LRG031:10|})"),
            "The floor 1 is above the rate 0.1 that it is a floor of; were the two swapped?"),
        new("least above", Method("CosineDecay(1, 100, Floor = {|LRG031:1.0000000000000002|})")),
        new("named, in odd order", Method("CosineDecay(steps: 100, rate: 0.01, End = End.LastStep, Floor = {|LRG031:0.1|})")),
        new("ratio above 1 of a run-time rate", Method("CosineDecay(steps: 100, FloorRatio = {|LRG031:10|})", "long step, double rate"),
            "The floor 10 · rate is above the rate 'rate' that it is a floor of; were the two swapped?"),
        new("run-time length", Method("CosineDecay(0.01, Floor = {|LRG031:0.1|})", "long step, long steps")),
        new("plateau", Driven("ReduceOnPlateau(0.1, Floor = {|LRG031:0.2|})"), "The floor 0.2 is above the rate 0.1 that it is a floor of; were the two swapped?"),
        new("a cycle down", Method("Cyclic({|LRG031:0.1|}, 0.01, 100)"), "'low', 0.1, is above 'high', 0.01; were the two swapped?")
        {
            Fixed = Method("Cyclic(0.01, 0.1, 100)"),
        },
        new("share of a scale", Driven("NewBob(FloorRatio = {|LRG031:2|}), Constant(0.1)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("floor at the rate", Method("CosineDecay(1e-5, 100, Floor = 1e-5)")),
        new("ratio of 1", Method("StepDecay(0.1, 10, 0.5, FloorRatio = 1)")),
        new("floor above a later phase", Method("CosineDecay(0.1, 100, Floor = 0.01), Constant(0.001)")),
        new("run-time floor", Method("CosineDecay(0.1, 100)", "long step, double floor")),
        new("run-time rate", Method("CosineDecay(steps: 100, Floor = 0.1)", "long step, double rate")),
        new("ratio of a run-time rate", Method("CosineDecay(steps: 100, FloorRatio = 1)", "long step, double rate")),
        new("a line that rises", Method("LinearDecay(0.01, 0.1, 100)")),
        new("a line that rises for a part of the training", Method("Training(Steps = 1000), LinearDecay(1e-5, to: 1e-3, steps: 500)")),
        new("a line that rises for the whole of it", "#pragma warning disable LRG049\n" + Method("Training(Steps = 500), LinearDecay(1e-5, to: 1e-3, steps: 500)")),
        new("a line that rises to another phase", Method("Training(Steps = 200), LinearDecay(0.01, 0.1, 100), Constant(0.1)")),
    ];
}
