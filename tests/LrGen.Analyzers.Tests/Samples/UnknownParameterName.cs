using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class UnknownParameterName : RuleSamples
{
    public override string Id => "LRG008";

    public override IEnumerable<Sample> Wrong =>
    [
        new("nothing open", Method("Constant(0.1, Steps = 10)", "long step, long {|LRG008:total|}"),
            "The parameter 'total' gives no argument its value; the attributes leave no argument open; remove it"),
        new("mistyped", Method("CosineDecay(0.1)", "long step, long {|LRG008:stepz|}"),
            "The parameter 'stepz' gives no argument its value; open are: steps, floor, floorRatio, exponent, halfWaves, timePower"),
        new("given twice", Method("CosineDecay(0.1, 100)", "long step, long {|LRG008:steps|}"),
            "The parameter 'steps' gives no argument its value; the attribute gives that value already; remove one of the two"),
        new("given twice by its long name", Method("CosineDecay(0.1, 100)", "long step, long {|LRG008:cosineDecaySteps|}")),
        new("an option", Method("CosineDecay(0.1, 100, Floor = 0.01)", "long step, AfterEnd {|LRG008:afterEnd|}")),
        new("two of them", Method("Constant(0.1)", "long step, long {|LRG008:a|}, long {|LRG008:b|}")),
        new("optional", Method("Constant(0.1)", "long step, bool {|LRG008:verbose|} = false")),
        new("a second step", Method("Constant(0.1)", "long step, long {|LRG008:epoch|}")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("an open argument", Method("Constant(0.1)", "long step, long steps")),
        new("its long name", Method("Constant(0.1)", "long step, long constantSteps")),
        new("the members of a struct are its own affair", Struct("Constant(0.1)", "(string name) { public string Name => name; }")),
        new("any name for the step", Method("Constant(0.1)", "long rate")),
    ];
}
