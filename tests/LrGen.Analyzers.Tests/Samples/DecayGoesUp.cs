using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class DecayGoesUp : RuleSamples
{
    public override string Id => "LRG049";

    public override IEnumerable<Sample> Wrong =>
    [
        new("over the training", Method("Training(Steps = 500), LinearDecay(1e-5, to: {|LRG049:1e-3|}, steps: 500)"),
            "The rate goes up from 1e-5 to 0.001 and never down again; were 'from' and 'to' swapped?")
        {
            Fixed = Method("Training(Steps = 500), LinearDecay(1e-3, to: 1e-5, steps: 500)"),
        },
        new("the rest of the training", Method("Training(Steps = 500), LinearDecay(1e-5, to: {|LRG049:1e-3|})")),
        new("after a warm-up", Method("Warmup(10), LinearDecay(1e-5, to: {|LRG049:1e-3|}, steps: 500)")),
        new("past the end of the training", Method("Training(Steps = 500), LinearDecay(1e-5, to: {|LRG049:1e-3|}, steps: 1000)")),
        new("of a struct", Struct("Training(Steps = 500), LinearDecay(0, to: {|LRG049:1e-3|}, steps: 300)")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("half of the training", Method("Training(Steps = 1000), LinearDecay(1e-5, to: 1e-3, steps: 500)")),
        new("a warm-up and a longer one", Method("Training(Steps = 1000), Warmup(10), LinearDecay(1e-5, to: 1e-3, steps: 100)")),
        new("of a training that nobody knows", Method("LinearDecay(1e-5, to: 1e-3, steps: 500)")),
        new("to another phase", Method("Training(Steps = 600), LinearDecay(1e-5, to: 1e-3, steps: 500), Constant(1e-3)")),
        new("down", Method("Training(Steps = 500), LinearDecay(1e-3, to: 1e-5, steps: 500)")),
        new("up and down", Method("Training(Steps = 500), LinearDecay(1e-5, to: 1e-3, steps: 400, AfterEnd = AfterEnd.Oscillate)")),
    ];
}
