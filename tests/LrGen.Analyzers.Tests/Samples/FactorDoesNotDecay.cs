using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class FactorDoesNotDecay : RuleSamples
{
    public override string Id => "LRG030";

    public override IEnumerable<Sample> Wrong =>
    [
        new("divisor", Method("StepDecay(0.1, 10, {|LRG030:10|})"), "The factor 10 does not let the rate decay; did you mean 0.1? (from step 3,100 on the rate is infinite)"),
        new("per cent", Method("StepDecay(0.1, 10, {|LRG030:50|})"), "The factor 50 does not let the rate decay; did you mean 0.5? (from step 1,830 on the rate is infinite)"),
        new("hundred", Method("StepDecay(0.1, 10, {|LRG030:100|})"), "The factor 100 does not let the rate decay; did you mean 0.01? (from step 1,550 on the rate is infinite)"),
        new("slightly above 1", Method("ExponentialDecay(0.1, {|LRG030:1.25|})"), "The factor 1.25 does not let the rate decay; did you mean 0.8? (from step 3,192 on the rate is infinite)"),
        new("smallest above 1", Method("ExponentialDecay(0.1, {|LRG030:1.0000000000000002|})")),
        new("named, first", Method("StepDecay(factor: {|LRG030:2|}, rate: 0.1, every: 10)")),
        new("constant field", """
            static partial class Rates
            {
                private const int PerCent = 90;

                [StepDecay(0.1, 10, {|LRG030:PerCent|})]
                public static partial double Rate(long step);
            }
            """, "The factor 90 does not let the rate decay; did you mean 0.9? (from step 1,590 on the rate is infinite)"),
        new("staircase on a struct", Struct("ExponentialDecay(0.1, {|LRG030:2|}, 10, Staircase = true)")),
        new("with a run-time rate", Method("StepDecay(every: 10, factor: {|LRG030:10|})", "long step, double rate")),
        new("plateau", Driven("ReduceOnPlateau(0.1, factor: {|LRG030:2|})"), "The factor 2 does not let the rate decay; did you mean 0.5?"),
        new("greedy", Driven("Greedy(0.1, {|LRG030:1.25|})")),
        new("new bob of a scale", Driven("NewBob(factor: {|LRG030:50|}), Constant(0.1)")),
        new("beside an error", Method("StepDecay({|LRG010:0|}, 10, {|LRG030:10|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("fraction", Method("StepDecay(0.1, 10, 0.1)")),
        new("suppressed by pragma", "#pragma warning disable LRG030\n" + Method("StepDecay(1e-6, 10, 10)")),
        new("suppressed by attribute", """
            static partial class Rates
            {
                [System.Diagnostics.CodeAnalysis.SuppressMessage("LrGen.Values", "LRG030", Justification = "A range test.")]
                [StepDecay(1e-6, 10, 10)]
                public static partial double Rate(long step);
            }
            """),
        new("at run time", Method("StepDecay(0.1, 10)", "long step, double factor")),
        new("a rising line is meant", Method("LinearDecay(0.1, 1, 10)")),
        new("a power above 1 is no factor", Method("PolynomialDecay(0.1, 10, 10)")),
    ];
}
