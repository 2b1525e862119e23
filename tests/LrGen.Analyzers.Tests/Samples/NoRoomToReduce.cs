using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class NoRoomToReduce : RuleSamples
{
    public override string Id => "LRG037";

    public override IEnumerable<Sample> Wrong =>
    [
        new("plateau", Driven("ReduceOnPlateau(0.1, factor: 0.1, Floor = {|LRG037:0.05|})"),
            "The floor is 50 % of the rate and a reduction leaves 10 %: the first reduction ends at the floor")
        {
            Fixed = Driven("ReduceOnPlateau(0.1, factor: 0.1, Floor = 0.0001)"),
        },
        new("share", Driven("ReduceOnPlateau(0.1, factor: 0.5, FloorRatio = {|LRG037:0.6|})"))
        {
            Fixed = Driven("ReduceOnPlateau(0.1, factor: 0.5, FloorRatio = 0.125)"),
        },
        new("floor at the rate", Driven("ReduceOnPlateau(0.1, factor: 0.1, Floor = {|LRG037:0.1|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("room for one", Driven("ReduceOnPlateau(0.1, factor: 0.1, Floor = 0.01)")),
    ];
}
