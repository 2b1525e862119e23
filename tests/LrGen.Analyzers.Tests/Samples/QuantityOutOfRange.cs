using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class QuantityOutOfRange : RuleSamples
{
    public override string Id => "LRG019";

    public override IEnumerable<Sample> Wrong =>
    [
        new("momentum of 1", Method("LinearDecay(0.85, to: {|LRG019:1|}, steps: 300, Quantity = Quantity.Momentum)"),
            "'to' is 1; the momentum has to be from 0 to below 1"),
        new("beta below 0", Method("Constant({|LRG019:-0.1|}, Quantity = Quantity.Beta2)"), "'rate' is -0.1; the beta2 has to be from 0 to below 1"),
        new("weight decay", Method("CosineDecay({|LRG019:-1e-4|}, 100, Quantity = Quantity.WeightDecay)"),
            "'rate' is -0.0001; the weight decay has to be 0 or above"),
        new("batch size", Method("PiecewiseConstant({|LRG019:new[] { 0.5, 64 }|}, new[] { 10.0 }, Quantity = Quantity.BatchSize)")),
        new("no number", Method("Constant({|LRG019:double.NaN * 0|}, Quantity = Quantity.Other)").Replace("double.NaN * 0", "0.0 / 0.0")),
        new("on a struct", Struct("Constant(0.1), Constant({|LRG019:1.5|}, Quantity = Quantity.Momentum)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("momentum", Method("LinearDecay(0.85, to: 0.95, steps: 300, Quantity = Quantity.Momentum)")),
        new("no momentum", Method("Constant(0, Quantity = Quantity.Momentum)")),
        new("batch size", Method("PiecewiseConstant(new[] { 32.0, 64 }, new[] { 10.0 }, Quantity = Quantity.BatchSize)")),
        new("on a struct", Struct("Constant(0.1), Constant(0.5, Quantity = Quantity.Momentum)")),
    ];
}
