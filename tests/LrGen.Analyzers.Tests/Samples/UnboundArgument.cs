using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class UnboundArgument : RuleSamples
{
    public override string Id => "LRG006";

    public override IEnumerable<Sample> Wrong =>
    [
        new("length of a method", Method("{|LRG006:CosineDecay(0.1)|}"),
            "Nothing gives [CosineDecay] its 'steps'; write 'steps: …' in the attribute, or add a parameter 'steps'"),
        new("length of a struct", Struct("{|LRG006:CosineDecay(0.1)|}"),
            "Nothing gives [CosineDecay] its 'steps'; write 'steps: …' in the attribute, or add a property 'Steps'"),
        new("rate", Method("{|LRG006:CosineDecay(steps: 100)|}"),
            "Nothing gives [CosineDecay] its 'rate'; write 'rate: …' in the attribute, or add a parameter 'rate'"),
        new("rate of a constant", Method("{|LRG006:Constant|}")),
        new("one of two attributes", Method("{|LRG006:Warmup|}, Constant(0.1)")),
        new("factor", Method("{|LRG006:StepDecay(0.1, 10)|}")),
        new("length that ends at the last step", Method("{|LRG006:CosineDecay(0.1, End = End.LastStep)|}")),
        new("rate under a floor above 1", Method("{|LRG006:CosineDecay(steps: 100, Floor = 2)|}")),
        new("length of a logarithmic warm-up", Method("{|LRG006:Warmup(Shape = WarmupShape.Logarithmic)|}, Constant(0.1)")),
        new("two arguments", Method("{|LRG006:{|LRG006:StepDecay(0.1)|}|}")),
        new("ambiguous parameter", Method("Warmup, CosineDecay(0.1)", "long step, long {|LRG006:steps|}"),
            "'steps' could be the steps of several attributes; name the parameters 'warmupSteps' and 'cosineDecaySteps'"),
        new("ambiguous member", Struct("{|LRG006:Warmup|}, CosineDecay(0.1)", "(long steps);"),
            "'steps' could be the steps of several attributes; name the members 'warmupSteps' and 'cosineDecaySteps'"),
        new("two attributes of one name", Method("LinearDecay(0.1, 0.05), LinearDecay(0.05, 0)", "long step, long {|LRG006:steps|}")),
        new("text", Method("{|LRG006:CosineDecay(0.1)|}", "long step, string steps"),
            "'steps' is to give the steps of CosineDecay but is no number passed by value; make it a double or an integer"),
        new("by reference", Method("{|LRG006:CosineDecay(0.1)|}", "long step, ref long steps")),
        new("nullable", Method("{|LRG006:CosineDecay(0.1)|}", "long step, long? steps")),
        new("option", Method("{|LRG006:CosineDecay(0.1)|}", "long step, DayOfWeek steps")),
        new("text member", Struct("{|LRG006:CosineDecay(0.1)|}", "(string steps);")),
        new("write-only member", Struct("{|LRG006:CosineDecay(0.1)|}", " { public long Steps { set { } } }")),
        new("static member", Struct("{|LRG006:CosineDecay(0.1)|}", " { public static long Steps => 100; }")),
        new("constant member", Struct("{|LRG006:CosineDecay(0.1)|}", " { public const long Steps = 100; }")),
        new("nested in a record", """
            partial record Trial(int Epochs)
            {
                [{|LRG006:CosineDecay(0.1)|}]
                public partial double Rate(long step);
            }
            """),
        new("initial rate", Driven("{|LRG006:ReduceOnPlateau|}"),
            "Nothing gives [ReduceOnPlateau] its 'initialRate'; write 'initialRate: …' in the attribute, add a property 'InitialRate', "
                + "or add the schedule to multiply, for example [CosineDecay(…)]"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("parameter", Method("CosineDecay(0.1)", "long step, long steps")),
        new("parameter in Pascal case", Method("CosineDecay(0.1)", "long step, long Steps")),
        new("decimal", Method("CosineDecay(0.1)", "long step, decimal steps")),
        new("qualified parameters", Method("Warmup, CosineDecay(0.1)", "long step, long warmupSteps, double cosineDecaySteps")),
        new("one qualified, one short", Method("Warmup, CosineDecay(0.1)", "long step, long warmupSteps, double steps")),
        new("only one left open", Method("Warmup(10), CosineDecay(0.1)", "long step, long steps")),
        new("all at run time", Method("StepDecay", "int epoch, double rate, int every, Half factor")),
        new("optional argument", Method("CosineDecay(0.1, 100)", "long step, float floor")),
        new("optional parameter", Method("CosineDecay(0.1)", "long step, long steps = 100")),
        new("primary constructor", Struct("CosineDecay(0.1)", "(long steps);")),
        new("record", "[CosineDecay(0.1)]\nreadonly partial record struct Rate(long Steps);"),
        new("field", Struct("CosineDecay(0.1)", " { private readonly long _steps; public Rate(long steps) => _steps = steps; }")),
        new("property", Struct("CosineDecay(0.1)", " { public long Steps { get; init; } }")),
    ];
}
