using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class PowerUnusual : RuleSamples
{
    public override string Id => "LRG039";

    public override IEnumerable<Sample> Wrong =>
    [
        Mended("the floor in its place", "PolynomialDecay(1e-4, 1_000, power: {|LRG039:1e-7|}, Floor = 1e-5)", null,
            "With a power of 1e-7 the rate hardly moves and then falls off a cliff; published powers are 0.5, 0.9, 1, 2 and 4"),
        Mended("large", "PolynomialDecay(1e-4, 1_000, power: {|LRG039:20|})", null,
            "With a power of 20 the rate is gone almost at once; published powers are 0.5, 0.9, 1, 2 and 4"),
        Mended("swapped", "PolynomialDecay(1, 1_000, power: {|LRG039:1e-7|}, Floor = 0.9)", "PolynomialDecay(1, 1_000, power: 0.9, Floor = 1e-7)"),
        Mended("swapped with the ratio", "PolynomialDecay(0.1, 1_000, power: {|LRG039:1e-4|}, FloorRatio = 0.9)",
            "PolynomialDecay(0.1, 1_000, power: 0.9, FloorRatio = 1e-4)"),
        Mended("swapped with the length", "PolynomialDecay(0.1, 2, {|LRG039:1_000|})", "PolynomialDecay(0.1, 1_000, 2)"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("0.9", Method("PolynomialDecay(1e-4, 1_000, power: 0.9)")),
        new("0.1", Method("PolynomialDecay(1e-4, 1_000, power: 0.1)")),
        new("10", Method("PolynomialDecay(1e-4, 1_000, power: 10)")),
        new("run time", Method("PolynomialDecay(1e-4, 1_000, 1)")),
    ];
}
