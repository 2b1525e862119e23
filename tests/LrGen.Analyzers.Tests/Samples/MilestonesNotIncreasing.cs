using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class MilestonesNotIncreasing : RuleSamples
{
    public override string Id => "LRG033";

    public override IEnumerable<Sample> Wrong =>
    [
        new("unsorted", Method("MilestoneDecay(0.1, 0.1, {|LRG033:30|}, 80, 60)"), "'milestones' goes from 80 to 60; steps have to increase")
        {
            Fixed = Method("MilestoneDecay(0.1, 0.1, 30, 60, 80)"),
        },
        new("array", Struct("MilestoneDecay(0.1, 0.1, {|LRG033:new[] { 30.0, 20 }|})")),
        new("boundaries", Method("PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, {|LRG033:new[] { 60.0, 30 }|})"))
        {
            Fixed = Method("PiecewiseConstant(new[] { 0.1, 0.01, 0.05 }, new[] { 30, 60.0 })"),
        },
        new("points", Method("PiecewiseInterpolated(new[] { 0.1, 0.05, 0.01 }, {|LRG033:new[] { 60.0, 60 }|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("increasing", Method("MilestoneDecay(0.1, 0.1, 30, 60, 80)")),
        new("one twice, which counts twice", Method("MilestoneDecay(0.1, 0.1, 2, 2, 4)")),
        new("one", Method("MilestoneDecay(0.1, 0.1, 30)")),
        new("fractions", Method("MilestoneDecay(0.1, 0.1, 2.4, 2.5)")),
    ];
}
