using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class FloatStepCounter : RuleSamples
{
    public override string Id => "LRG013";

    public override IEnumerable<Sample> Wrong =>
    [
        new("float", Method("Constant(0.1)", "float {|LRG013:step|}"),
            "A float counts steps exactly only to 16,777,216, where adding 1 no longer changes it; count them in a long")
        {
            Fixed = Method("Constant(0.1)", "long step"),
        },
        new("long training", Method("Training(Steps = 16_777_217), Constant(0.1)", "float {|LRG013:step|}")),
        new("with values of run time", Method("CosineDecay(0.1)", "float {|LRG013:step|}, int steps")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("short training", Method("Training(Steps = 16_777_216), Constant(0.1)", "float step")),
        new("long", Method("Constant(0.1)", "long step")),
        new("float returned", Method("Constant(0.1)", "long step", "float")),
    ];
}
