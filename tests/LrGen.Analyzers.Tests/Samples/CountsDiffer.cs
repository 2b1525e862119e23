using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class CountsDiffer : RuleSamples
{
    public override string Id => "LRG032";

    public override IEnumerable<Sample> Wrong =>
    [
        new("as many rates as boundaries", Method("PiecewiseConstant({|LRG032:new[] { 0.1, 0.01 }|}, new[] { 30.0, 60 })"),
            "2 rates and 2 boundaries do not fit; there has to be one rate more than boundaries"),
        new("too many rates", Method("PiecewiseConstant({|LRG032:new[] { 0.1, 0.05, 0.01 }|}, new[] { 30.0 })")),
        new("no rate", Method("PiecewiseInterpolated({|LRG032:new double[0]|}, new[] { 30.0 })")),
        new("named, in odd order", Struct("PiecewiseInterpolated(boundaries: new[] { 30.0 }, rates: {|LRG032:new[] { 0.1 }|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("levels", Method("PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, new[] { 30.0, 60 })")),
        new("points", Struct("PiecewiseInterpolated(new[] { 0.1, 0.01 }, new[] { 30.0 }, Interpolation = Interpolation.Cosine)")),
    ];
}
