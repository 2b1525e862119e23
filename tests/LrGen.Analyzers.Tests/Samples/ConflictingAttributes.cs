using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class ConflictingAttributes : RuleSamples
{
    public override string Id => "LRG005";

    public override IEnumerable<Sample> Wrong =>
    [
        new("two floors", Method("CosineDecay(0.1, 100, Floor = 0.01, FloorRatio = {|LRG005:0.1|})"),
            "'Floor' and 'FloorRatio' both say the same; keep one"),
        new("two floors, ratio first", Method("StepDecay(0.1, 10, 0.5, FloorRatio = {|LRG005:0.1|}, Floor = 0.01)")),
        new("two starts of a warm-up", Method("Warmup(10, From = 0.01, FromRatio = {|LRG005:0.1|}), Constant(0.1)"),
            "'From' and 'FromRatio' both say the same; keep one"),
        new("warm-up alone", Method("{|LRG005:Warmup(10)|}"),
            "[Warmup] stands alone; add the schedule that it leads to, for example [CosineDecay(…)] or [Constant(…)]"),
        new("warm-up alone on a struct", Struct("{|LRG005:Warmup(10)|}")),
        new("warm-up twice", Method("Warmup(10), Constant(0.1), {|LRG005:Warmup(20)|}"), "[Warmup] stands twice on one target; keep one"),
        new("warm-up twice, by an alias", "using W = LrGen.WarmupAttribute;\n\n" + Method("Warmup(10), {|LRG005:W(20)|}, Constant(0.1)")),
        new("no end to come after", Method("StepDecay(0.1, 10, 0.5, AfterEnd = {|LRG005:AfterEnd.Throw|})"),
            "'AfterEnd' needs an end; give 'Steps'"),
        new("no end of an exponential decay", Method("ExponentialDecay(0.1, 0.5, AfterEnd = {|LRG005:AfterEnd.Repeat|})")),
        new("after the end of an inner phase", Method("LinearDecay(0.1, 0, 100, AfterEnd = {|LRG005:AfterEnd.Oscillate|}), Constant(0.1)"),
            "'AfterEnd' has a meaning only on the last schedule of a target; another phase follows this one"),
        new("share of all steps", Method("FlatCosine(0.1, 100, FlatShare = {|LRG005:1|})"), "'FlatShare' is 1; it has to be above 0 and below 1"),
        new("share in per cent", Method("OneCycle(0.1, 100, RiseShare = {|LRG005:30|})"), "'RiseShare' is 30; it has to be above 0 and below 1"),
        new("third phase past the end", Method("OneCycle(0.1, 100, RiseShare = {|LRG005:0.6|}, ThreePhase = true)"),
            "'RiseShare' is 0.6; it has to be above 0 and at most 0.5 with three phases"),
        new("rise of one step", Method("OneCycle(0.1, 10, RiseShare = {|LRG005:0.1|})"),
            "the rise, 'RiseShare' of the steps, has to be longer than one step; give more steps or a larger share"),
        new("rise of no step", Method("SlantedTriangular(0.1, 10, CutShare = {|LRG005:0.05|})"),
            "the rise, 'CutShare' of the steps, has to be at least one step; give more steps or a larger share"),
        new("divisor below 1", Method("OneCycle(0.1, 100, InitialDivisor = {|LRG005:0|})"), "'InitialDivisor' is 0; it has to be 1 or above"),
        new("shrinking cycles", Method("CosineRestarts(0.1, 10, LengthFactor = {|LRG005:0.5|})"), "'LengthFactor' is 0.5; it has to be 1 or above"),
        new("half a cycle", Method("CosineRestarts(0.1, 10, Cycles = {|LRG005:2.5|})"), "'Cycles' is 2.5; it has to be a whole number from 1 to 128"),
        new("tops without end", Method("{|LRG005:CosineRestarts(0.1, 10, Amplitude = 0.9)|}"),
            "cycles of so many lengths or tops without end would be too much code; give 'Cycles', at most 128"),
        new("equal ratios to 0", Method("WarmupStableDecay(0.1, 10, 10, 10, Cooldown = {|LRG005:CooldownShape.Exponential|})"),
            "CooldownShape.Exponential needs an end above 0, since equal ratios never reach 0; give 'Floor'"),
        new("two variants of the cosine", Method("CosineDecay(0.1, 100, Exponent = 2, TimePower = {|LRG005:2|})"),
            "'Exponent' and 'TimePower' are variants of the cosine that do not go together; keep one"),
        new("waves and a power", Method("CosineDecay(0.1, 100, Exponent = 2, HalfWaves = {|LRG005:2|})")),
        new("no half wave", Method("CosineDecay(0.1, 100, HalfWaves = {|LRG005:0|})"), "'HalfWaves' is 0; it has to be above 0 and at most 64"),
        new("number of half waves at run time", Method("{|LRG005:CosineDecay(0.1, 100)|}", "long step, double halfWaves"),
            "'HalfWaves' decides about the shape of the schedule; write it in the attribute"),
        new("way back from half a wave", Method("CosineDecay(0.1, 100, HalfWaves = 1.5, AfterEnd = {|LRG005:AfterEnd.Oscillate|})"),
            "AfterEnd.Oscillate turns back at the end, which is the wave going on only for a whole number of half waves"),
        new("end of a cycling decay", Method("PolynomialDecay(0.1, 100, Cycling = true, AfterEnd = {|LRG005:AfterEnd.Throw|})"),
            "a decay with 'Cycling' has no end, and one power of time; remove 'AfterEnd' or 'Cycling'"),
        new("cycling k-decay", Method("PolynomialDecay(0.1, 100, Cycling = true, TimePower = {|LRG005:2|})")),
        new("tangent backwards", Method("TanhDecay(0.1, 100, Lower = {|LRG005:4|})"), "the tangent goes from 'Lower' up to 'Upper'; 'Upper' has to be above 'Lower'"),
        new("tangent beyond double", Method("TanhDecay(0.1, 100, Upper = {|LRG005:1000|})"), "'Upper' is 1000; it has to be from -300 to 300"),
        new("no period", Method("LinearCosineDecay(0.1, 100, Periods = {|LRG005:0|})"), "'Periods' is 0; it has to be above 0 and at most 32"),
        new("line below 0", Method("LinearCosineDecay(0.1, 100, Alpha = {|LRG005:-1|})"), "'Alpha' is -1; it has to be 0 or above"),
        new("ground below 0", Method("LinearCosineDecay(0.1, 100, Beta = {|LRG005:-0.1|})")),
        new("epochs without their length", Method("EdenDecay(0.1, 100, Epochs = {|LRG005:3|})"),
            "'Epochs' and 'StepsPerEpoch' belong together; give both or neither"),
        new("length of no epochs", Method("EdenDecay(0.1, 100, StepsPerEpoch = {|LRG005:50|})")),
        new("over before the decay", Method("Noam(512, 4000, Steps = {|LRG005:3000|})"),
            "the schedule would end before its decay begins, at step 4,000; give more steps"),
        new("factor of no exponential", Method("Cyclic(0.01, 0.1, 100, Factor = {|LRG005:0.9|})"),
            "'Factor' and CycleAmplitude.Exponential belong together; give both or neither"),
        new("exponential without factor", Method("Cyclic(0.01, 0.1, 100, Amplitude = {|LRG005:CycleAmplitude.Exponential|})")),
        new("factor that grows", Method("Cyclic(0.01, 0.1, 100, Amplitude = CycleAmplitude.Exponential, Factor = {|LRG005:1.5|})"),
            "'Factor' is 1.5; it has to be above 0 and below 1"),
        new("range test down", Method("RangeTest(10, {|LRG005:1e-7|}, 100)"), "a range test goes up; 'to' has to be above 'from'"),
        new("an option that cannot wait", Method("{|LRG005:FlatCosine(0.1, 100)|}", "long step, double flatShare"),
            "'FlatShare' decides about the shape of the schedule; write it in the attribute"),
        new("nothing to interpolate", Method("PiecewiseInterpolated(new[] { 0.1 }, {|LRG005:new double[0]|})"),
            "there is nothing to interpolate between; give a boundary, or use [Constant]"),
        new("equal ratios up to 0", Method("Warmup(10, From = 0.1, Shape = {|LRG005:WarmupShape.Exponential|}), LinearDecay(0, 0.1, 10)"),
            "equal ratios never reach 0, where the schedule of this warm-up is; choose another Shape"),
        new("share of 0", Method("Warmup(10, From = {|LRG005:0.1|}, Join = Join.Multiply), LinearDecay(0, 0.1, 10)"),
            "the schedule starts at 0, of which 'From' is no share; give 'FromRatio'"),
        new("repeat over a fractional length", Method("CosineDecay(0.1, 2.5, AfterEnd = {|LRG005:AfterEnd.Repeat|})"),
            "AfterEnd.Repeat needs a whole number of steps"),
        new("oscillate over a fractional length", Method("CosineDecay(0.1, 2.5, AfterEnd = {|LRG005:AfterEnd.Oscillate|})"),
            "AfterEnd.Oscillate needs a whole number of steps"),
        new("two conventions for a ramp", Method("Warmup(10, FirstStep = FirstStep.OneStepIn, End = {|LRG005:End.LastStep|}), Constant(0.1)"),
            "'End = End.LastStep' and 'FirstStep' both move the ramp; keep one"),
        new("overlap over phases of run-time length",
            Method(
                "Warmup(10, Join = {|LRG005:Join.Overlap|}), LinearDecay(0.1, 0.05), CosineDecay(0.05, 100), Constant(0.01)",
                "long step, long steps"),
            "Join.Overlap over several phases, or over one that repeats, needs values that are known at compile time"),
        new("overlap of all of a schedule that ends at 0", Method("Warmup(20, Join = {|LRG005:Join.Overlap|}), LinearDecay(0.1, 0, 20)"),
            "the schedule is at 0 when the warm-up of 20 steps is over; shorten the warm-up, or let it come before with Join.After"),
        new("overlap of a schedule up to where it is at 0", Method("Warmup(20, From = 0.2, Shape = WarmupShape.Exponential, Join = {|LRG005:Join.Overlap|}), CosineDecay(0.1, 10)")),
        new("product over the second run", Method("Warmup(60, Join = {|LRG005:Join.Multiply|}), CosineDecay(1, 11, AfterEnd = AfterEnd.Repeat)"),
            "Join.Multiply over a schedule that repeats needs a warm-up that is known to be over before its first end"),
        new("two metric attributes", Driven("ReduceOnPlateau(0.1), {|LRG005:NewBob(0.1)|}"), "[ReduceOnPlateau] and [NewBob] both drive the rate; keep one"),
        new("a metric attribute twice", Driven("ReduceOnPlateau, {|LRG005:ReduceOnPlateau|}, Constant(0.1)"),
            "[ReduceOnPlateau] and [ReduceOnPlateau] both drive the scale; keep one"),
        new("two rates, one of a plateau", Driven("ReduceOnPlateau({|LRG005:0.1|}), CosineDecay(0.1, 100)"),
            "'initialRate' is a rate, but here the schedule on the same target gives the rate and metrics only scale it; leave it out"),
        new("a floor of a scale", Driven("ReduceOnPlateau(Floor = {|LRG005:0.01|}), CosineDecay(0.1, 100)"),
            "'Floor' is a rate, but here the schedule on the same target gives the rate and metrics only scale it; give the share 'FloorRatio'"),
        new("a floor of a scale that is no share, either", Driven("ReduceOnPlateau(Floor = {|LRG005:2|}), CosineDecay(0.1, 100)")),
        new("a ceiling of a scale", Driven("Greedy(Ceiling = {|LRG005:0.5|}), Constant(0.1)")),
        new("a ceiling twice", Driven("Greedy(0.1, Ceiling = 0.5, CeilingRatio = {|LRG005:2|})"), "'Ceiling' and 'CeilingRatio' both say the same; keep one"),
        new("a ceiling below the rate", Driven("Greedy(0.1, Ceiling = {|LRG005:0.05|})"),
            "The ceiling 0.05 is below the rate 0.1 that it is a ceiling of; give a higher one"),
        new("half a report", Driven("ReduceOnPlateau(0.1, patience: {|LRG005:2.5|})"), "'patience' is 2.5; it has to be a whole number from 0 to 2,147,483,646"),
        new("patience below 0", Driven("NewBob(0.1, patience: {|LRG005:-1|})")),
        new("exactly no report", Driven("ReduceOnPlateau(0.1, patience: {|LRG005:0|}, Dialect = PlateauDialect.Optax)"),
            "'patience' is 0; it has to be a whole number from 1 to 2,147,483,646"),
        new("threshold below 0", Driven("ReduceOnPlateau(0.1, Threshold = {|LRG005:-0.1|})"), "'Threshold' is -0.1; it has to be 0 or above"),
        new("no smallest change", Driven("Greedy(0.1, Epsilon = {|LRG005:double.NaN|})"), "'Epsilon' is NaN; it has to be 0 or above"),
        new("a window without metrics", Driven("Greedy(0.1, Window = {|LRG005:0|})"), "'Window' is 0; it has to be a whole number from 1 to 256"),
        new("a window that is too much state", Driven("Greedy(0.1, Window = {|LRG005:1000|})"), "'Window' is 1000; it has to be a whole number from 1 to 256"),
        new("a window that is no number", Driven("Greedy(0.1, Window = {|LRG005:double.NaN|})")),
        new("a window of run time", Driven("{|LRG005:Greedy(0.1)|}", " { public int Window { get; set; } }"),
            "'Window' decides about the shape of the schedule; write it in the attribute"),
        new("a mean of half a report", Driven("ReduceOnPlateau(0.1, AccumulationSize = {|LRG005:1.5|})"),
            "'AccumulationSize' is 1.5; it has to be a whole number from 1 to 2,147,483,646"),
        new("a mean of no report", Driven("ReduceOnPlateau(AccumulationSize = {|LRG005:0|}), Constant(0.1)")),
        new("two absolute thresholds", Driven("ReduceOnPlateau(0.1, ThresholdMode = ThresholdMode.Absolute, AbsoluteThreshold = {|LRG005:0.1|})"),
            "'Threshold' is absolute here, and 'AbsoluteThreshold' would say the same; keep 'Threshold', or add ThresholdMode = ThresholdMode.Relative"),
        new("two absolute thresholds, one of Keras", Driven("ReduceOnPlateau(0.1, Dialect = PlateauDialect.Keras, AbsoluteThreshold = {|LRG005:0.1|})")),
        new("absolute threshold below 0", Driven("ReduceOnPlateau(0.1, AbsoluteThreshold = {|LRG005:-0.1|})"), "'AbsoluteThreshold' is -0.1; it has to be 0 or above"),
        new("cooldown without end", Driven("ReduceOnPlateau(0.1, Cooldown = {|LRG005:double.PositiveInfinity|})")),
        new("attributes on two parts of a struct", """
            [LinearDecay(0.1, 0.01, 100)]
            readonly partial struct Rate;

            [{|LRG005:Constant(0.01)|}]
            readonly partial struct Rate;
            """, "schedule attributes stand on several parts of 'Rate', so the order of its phases is open; put them on one part"),
        new("nested in a generic type", """
            partial class Trial<T>
            {
                [CosineDecay(0.1, 100, Floor = 0.01, FloorRatio = {|LRG005:0.1|})]
                public partial double Rate(long step);
            }
            """),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("a variant of the cosine by its default", Method("CosineDecay(0.1, 100, Exponent = 1)")),
        new("a way back from whole half waves", Method("CosineDecay(0.1, 100, HalfWaves = 3, AfterEnd = AfterEnd.Oscillate)")),
        new("overlap of a schedule that is not over", Method("Warmup(20, Join = Join.Overlap), LinearDecay(0.1, 0, 20.5)")),
        new("overlap of all of a schedule with a floor", Method("Warmup(20, Join = Join.Overlap), CosineDecay(0.1, 20, Floor = 0.01)")),
        new("floor", Method("CosineDecay(0.1, 100, Floor = 0.01)")),
        new("floor ratio", Method("CosineDecay(0.1, 100, FloorRatio = 0.1)")),
        new("one warm-up, last", Method("Constant(0.1), Warmup(10)")),
        new("an end to come after", Method("StepDecay(0.1, 10, 0.5, Steps = 30, AfterEnd = AfterEnd.Throw)")),
        new("after the end of the last phase", Method("LinearDecay(0.1, 0, 100), LinearDecay(0.1, 0, 100, AfterEnd = AfterEnd.Oscillate)")),
        new("default after the end of an inner phase", Method("LinearDecay(0.1, 0, 100, AfterEnd = AfterEnd.Hold), Constant(0.1)")),
        new("throw after a fractional length", Method("CosineDecay(0.1, 2.5, AfterEnd = AfterEnd.Throw)")),
        new("one convention for a ramp", Method("Warmup(10, FirstStep = FirstStep.OneStepIn, End = End.AtLength), Constant(0.1)")),
        new("product over the first run", Method("Warmup(11, Join = Join.Multiply), CosineDecay(1, 11, AfterEnd = AfterEnd.Repeat)")),
        new("overlap over phases of known length",
            Method("Warmup(10, Join = Join.Overlap), LinearDecay(0.1, 0.05, 100), CosineDecay(0.05, 100), Constant(0.01)")),
        new("both thresholds", Driven("ReduceOnPlateau(0.1, Dialect = PlateauDialect.Keras, ThresholdMode = ThresholdMode.Relative, AbsoluteThreshold = 0.1)")),
        new("the largest window", Driven("Greedy(0.1, Window = 256)")),
        new("a member that only a window would have", Driven("Greedy(0.1, Window = 2)", " { public double Recent3 { get; set; } }")),
        new("attributes on one of two parts", """
            [LinearDecay(0.1, 0.01, 100), Constant(0.01)]
            readonly partial struct Rate;

            [Serializable]
            readonly partial struct Rate;
            """),
    ];
}
