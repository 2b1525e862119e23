using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class UnknownOption : RuleSamples
{
    public override string Id => "LRG015";

    public override IEnumerable<Sample> Wrong =>
    [
        new("after the end", Method("CosineDecay(0.1, 100, AfterEnd = {|LRG015:(AfterEnd)7|})"),
            "'AfterEnd' is 7, which is no member of AfterEnd; use one of its names"),
        new("end", Method("CosineDecay(0.1, 100, End = {|LRG015:(End)2|})"), "'End' is 2, which is no member of End; use one of its names"),
        new("negative", Method("LinearDecay(0.1, 0, 100, End = {|LRG015:(End)(-1)|})")),
        new("shape of a warm-up", Method("Warmup(10, Shape = {|LRG015:(WarmupShape)7|}), Constant(0.1)"),
            "'Shape' is 7, which is no member of WarmupShape; use one of its names"),
        new("first step", Method("Warmup(10, FirstStep = {|LRG015:(FirstStep)3|}), Constant(0.1)")),
        new("join", Method("Warmup(10, Join = {|LRG015:(Join)4|}), Constant(0.1)")),
        new("largest", Method("CosineDecay(0.1, 100, AfterEnd = {|LRG015:(AfterEnd)int.MaxValue|})")),
        new("flags", Method("CosineDecay(0.1, 100, AfterEnd = {|LRG015:AfterEnd.Throw | AfterEnd.Oscillate + 4|})")),
        new("constant field", """
            static partial class Rates
            {
                private const AfterEnd Later = (AfterEnd)(-3);

                [CosineDecay(0.1, 100, AfterEnd = {|LRG015:Later|})]
                public static partial double Rate(long step);
            }
            """),
        new("dialect", Driven("ReduceOnPlateau(0.1, Dialect = {|LRG015:(PlateauDialect)9|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        .. new[] { "Hold", "Repeat", "Oscillate", "Throw" }
            .Select(o => new Sample("AfterEnd." + o, Method("CosineDecay(0.1, 100, AfterEnd = AfterEnd." + o + ")"))),
        .. new[] { "Linear", "Constant", "Exponential", "Logarithmic", "Polynomial", "Cosine", "OneMinusSqrt" }
            .Select(o => new Sample("WarmupShape." + o, Method("Warmup(10, From = 0.01, Shape = WarmupShape." + o + "), Constant(0.1)"))),
        .. new[] { "AtStart", "OneStepIn", "BetweenEnds" }
            .Select(o => new Sample("FirstStep." + o, Method("Warmup(10, FirstStep = FirstStep." + o + "), Constant(0.1)"))),
        .. new[] { "After", "Overlap", "OverlapToFirst", "Multiply" }
            .Select(o => new Sample("Join." + o, Method("Warmup(10, Join = Join." + o + "), CosineDecay(0.1, 100)"))),
        new("number of a member", Method("CosineDecay(0.1, 100, AfterEnd = (AfterEnd)1)")),
    ];
}
