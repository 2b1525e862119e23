using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WrongStepType : RuleSamples
{
    public override string Id => "LRG003";

    public override IEnumerable<Sample> Wrong =>
    [
        new("no parameter", Method("Constant(0.1)", parameters: "").Replace(" Rate(", " {|LRG003:Rate|}("),
            "The first parameter of 'Rate' has to be the step, an integer passed by value, but is no parameter"),
        new("double", Method("Constant(0.1)", parameters: "double {|LRG003:step|}"),
            "The first parameter of 'Rate' has to be the step, an integer passed by value, but is double"),
        new("by reference", Method("Constant(0.1)", parameters: "ref long {|LRG003:step|}"),
            "The first parameter of 'Rate' has to be the step, an integer passed by value, but is by-reference long"),
        new("in", Method("Constant(0.1)", parameters: "in long {|LRG003:step|}")),
        new("ref readonly", Method("Constant(0.1)", parameters: "ref readonly long {|LRG003:step|}")),
        new("out", Method("Constant(0.1)", parameters: "out long {|LRG003:step|}")),
        new("Half", Method("Constant(0.1)", parameters: "Half {|LRG003:step|}")),
        new("decimal", Method("Constant(0.1)", parameters: "decimal {|LRG003:step|}")),
        new("char", Method("Constant(0.1)", parameters: "char {|LRG003:step|}")),
        new("bool", Method("Constant(0.1)", parameters: "bool {|LRG003:step|}")),
        new("nullable", Method("Constant(0.1)", parameters: "long? {|LRG003:step|}")),
        new("params", Method("Constant(0.1)", parameters: "params long[] {|LRG003:steps|}")),
        new("string", Method("Constant(0.1)", parameters: "string {|LRG003:step|}")),
        new("Int128", Method("Constant(0.1)", parameters: "Int128 {|LRG003:step|}")),
        new("enum", Method("Constant(0.1)", parameters: "DayOfWeek {|LRG003:day|}")),
        new("run-time value first", Method("CosineDecay(0.1)", "double {|LRG003:steps|}, long step")),
        new("default of a wrong type", Method("Constant(0.1)", parameters: "double {|LRG003:step|} = 1")),
        new("generic", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial double Rate<T>(T {|LRG003:step|}) where T : System.Numerics.IBinaryInteger<T>;
            }
            """),
    ];

    public override IEnumerable<Sample> Right =>
    [
        .. new[] { "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "nint", "nuint", "System.Int64" }
            .Select(type => new Sample(type, Method("StepDecay(0.1, 10, 0.5)", parameters: type + " step"))),
        new("any name", Method("Constant(0.1)", parameters: "int @event")),
        new("optional", Method("Constant(0.1)", parameters: "int step = 0")),
        new("extension method", Method("Constant(0.1)", parameters: "this long step")),
        new("generic method", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial double Rate<T>(long step) where T : class, new();
            }
            """),
    ];
}
