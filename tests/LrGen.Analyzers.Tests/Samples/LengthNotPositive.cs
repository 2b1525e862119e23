using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class LengthNotPositive : RuleSamples
{
    public override string Id => "LRG034";

    public override IEnumerable<Sample> Wrong =>
    [
        new("too long to count", Method("CosineDecay(0.1, {|LRG034:1e300|})"),
            "'steps' is 1E+300; a length has to be a finite number above 0; lengths from 1e-9 to 1.8e19 steps can be counted"),
        new("too short to count", Method("StepDecay(0.1, {|LRG034:1e-300|}, 0.5)")),
        new("2 to the 64", Method("LinearDecay(0.1, 0, {|LRG034:18446744073709551616.0|})")),
        new("zero", Method("CosineDecay(0.1, {|LRG034:0|})"), "'steps' is 0; a length has to be a finite number above 0"),
        new("negative", Method("CosineDecay(0.1, {|LRG034:-2|})"), "'steps' is -2; a length has to be a finite number above 0"),
        new("NaN", Method("LinearDecay(0.1, 0, {|LRG034:double.NaN|})"), "'steps' is NaN; a length has to be a finite number above 0"),
        new("infinite", Method("PolynomialDecay(0.1, {|LRG034:double.PositiveInfinity|})")),
        new("infinite option", Method("Constant(0.1, Steps = {|LRG034:double.PositiveInfinity|})")),
        new("integer division", Method("CosineDecay(0.1, {|LRG034:90 / 100|})")),
        new("difference of constants", """
            static partial class Rates
            {
                private const int Total = 100, Warm = 100;

                [Warmup(Warm), CosineDecay(0.001, {|LRG034:Total - Warm|})]
                public static partial double Rate(long step);
            }
            """, "'steps' is 0; a length has to be a finite number above 0"),
        new("midpoint", Method("SigmoidDecay(0.1, {|LRG034:0|}, 1)"), "'midpoint' is 0; a length has to be a finite number above 0"),
        new("epochs", Method("EdenDecay(0.1, 100, Epochs = {|LRG034:-1|}, StepsPerEpoch = 10)")),
        new("length of a cycling decay", Method("PolynomialDecay(0.1, {|LRG034:0|}, Cycling = true)")),
        new("interval of a staircase", Method("StepDecay(0.1, {|LRG034:0|}, 0.5)"), "'every' is 0; a length has to be a finite number above 0"),
        new("interval of an exponential decay", Method("ExponentialDecay(0.1, 0.5, {|LRG034:-1|})")),
        new("interval NaN", Method("ExponentialDecay(0.1, 0.5, {|LRG034:double.NaN|})")),
        new("length of a staircase", Method("StepDecay(0.1, 10, 0.5, Steps = {|LRG034:0|})")),
        new("begin", Method("ExponentialDecay(0.1, 0.5, Begin = {|LRG034:-1|})")),
        Mended("warm-up", "Warmup({|LRG034:0|}), Constant(0.1)", "Constant(0.1)"),
        Mended("cooldown", "LinearDecay(0.1, 0, 10), Cooldown({|LRG034:0|})", "LinearDecay(0.1, 0, 10)"),
        new("warm-up named", Method("Warmup(steps: {|LRG034:-10|}, From = 0.01), Constant(0.1)")),
        new("one step that ends at the last step", Method("CosineDecay(0.1, {|LRG034:1|}, End = End.LastStep)"),
            "'steps' is 1; a length has to be a finite number above 0; with End.LastStep it has to be above 1"),
        new("no step that ends at the last step", Method("CosineDecay(0.1, {|LRG034:0|}, End = End.LastStep)")),
        new("warm-up of one step that ends at the last step", Method("Warmup({|LRG034:1|}, End = End.LastStep), Constant(0.1)")),
        new("logarithmic warm-up of one step", Method("Warmup({|LRG034:1|}, Shape = WarmupShape.Logarithmic), Constant(0.1)"),
            "'steps' is 1; a length has to be a finite number above 0; a logarithmic warm-up has to be above 1"),
        new("logarithmic warm-up of no step", Method("Warmup({|LRG034:0|}, Shape = WarmupShape.Logarithmic), Constant(0.1)")),
        new("logarithmic warm-up of one step that ends at the last step",
            Method("Warmup({|LRG034:1|}, Shape = WarmupShape.Logarithmic, End = End.LastStep), Constant(0.1)")),
        new("inner phase", Method("Constant(0.1, Steps = {|LRG034:-1|}), CosineDecay(0.1, 100)")),
        new("repeated", Method("CosineDecay(0.1, {|LRG034:-5|}, AfterEnd = AfterEnd.Repeat)")),
        new("two mistakes", Method("Warmup({|LRG034:0|}), CosineDecay(0.1, {|LRG034:0|})")),
        new("on a struct", Struct("CosineDecay(0.1, {|LRG034:0|})")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("as long as can be counted", Method("LinearDecay(0.1, 0, 18446744073709549568.0, AfterEnd = AfterEnd.Throw)")),
        new("as short as can be counted", Method("StepDecay(0.1, 1e-9, 0.5)")),
        new("tokens, back and forth", Method("CosineDecay(0.1, 5e12, AfterEnd = AfterEnd.Oscillate)")),
        new("one", Method("CosineDecay(0.1, 1)")),
        new("fraction", Method("CosineDecay(0.1, 2.4)")),
        new("not whole", Method("CosineDecay(0.1, 1.5)")),
        new("tokens", Method("CosineDecay(0.1, 5e12)")),
        new("two steps that end at the last step", Method("CosineDecay(0.1, 2, End = End.LastStep)")),
        new("begin of zero", Method("ExponentialDecay(0.1, 0.5, Begin = 0)")),
        new("logarithmic warm-up of two steps", Method("Warmup(2, Shape = WarmupShape.Logarithmic), Constant(0.1)")),
        new("difference of constants", """
            static partial class Rates
            {
                private const int Total = 100, Warm = 10;

                [Warmup(Warm), CosineDecay(0.001, Total - Warm)]
                public static partial double Rate(long step);
            }
            """),
        new("length left out", Method("Constant(0.1)")),
        new("at run time", Method("CosineDecay(0.1)", "long step, long steps")),
    ];
}
