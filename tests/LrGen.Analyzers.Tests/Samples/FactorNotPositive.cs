using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class FactorNotPositive : RuleSamples
{
    public override string Id => "LRG011";

    public override IEnumerable<Sample> Wrong =>
    [
        new("zero", Method("StepDecay(0.1, 100, {|LRG011:0|})"),
            "The factor 0 leaves no rate to train with; give a number between 0 and 1, or 1 for no decay"),
        new("negative", Method("ExponentialDecay(0.1, {|LRG011:-0.5|})"),
            "The factor -0.5 leaves no rate to train with; give a number between 0 and 1, or 1 for no decay"),
        new("NaN", Method("StepDecay(0.1, 100, {|LRG011:double.NaN|})")),
        new("infinite", Method("StepDecay(0.1, 100, {|LRG011:double.PositiveInfinity|})")),
        new("negative infinite", Method("ExponentialDecay(0.1, {|LRG011:double.NegativeInfinity|})")),
        new("integer division", Method("StepDecay(0.1, 100, {|LRG011:1 / 2|})")),
        new("named, first", Method("StepDecay(factor: {|LRG011:0|}, rate: 0.1, every: 100)")),
        new("staircase", Method("ExponentialDecay(0.1, {|LRG011:0|}, 10, Staircase = true)")),
        new("decay rate", Method("NaturalExponentialDecay(0.1, {|LRG011:0|})")),
        new("steepness", Method("SigmoidDecay(0.1, 10, {|LRG011:-1|})")),
        new("on a struct", Struct("StepDecay(0.1, 100, {|LRG011:0|})")),
        new("plateau", Driven("ReduceOnPlateau(0.1, {|LRG011:0|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("division of doubles", Method("StepDecay(0.1, 100, 1 / 2.0)")),
        new("tiny", Method("StepDecay(0.1, 100, double.Epsilon)")),
        new("just below 1", Method("ExponentialDecay(0.1, 0.9999999999999999)")),
        new("at run time", Method("StepDecay(0.1, 100)", "long step, double factor")),
    ];
}
