namespace LrGen.Generator.Tests.Harness;

/// <summary>The sources of the snapshots; each is also compiled under every combination of options.</summary>
internal static class Samples
{
    /// <summary>Name, source and whether it is C# 9.</summary>
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("StepDecay", """
            public static partial class Rates
            {
                /// <summary>Halves every ten epochs, as in <see cref="Rates"/>.</summary>
                /// <param name="epoch">The epoch, from 0.</param>
                /// <returns>The rate.</returns>
                [StepDecay(0.01, every: 10, factor: 0.5)]
                public static partial double Cnn(int epoch);
            }
            """),
        new("StepDecayOfFewLevels", """
            public static partial class Rates
            {
                [StepDecay(0.1, every: 30, factor: 0.1, Steps = 90)]
                public static partial double ImageNet(int epoch);

                [StepDecay(0.1, every: 2.4, factor: 0.97, Floor = 0.05)]
                public static partial double Fractional(int epoch);
            }
            """),
        new("WarmupCosine", """
            namespace Training.Language
            {
                public static partial class Rates
                {
                    /// <summary>The rate of the big model.</summary>
                    /// <remarks>Decays to a tenth.</remarks>
                    [Warmup(2_000)]
                    [CosineDecay(3e-4, steps: 98_000, Floor = 3e-5)]
                    public static partial double Llama(long step);
                }
            }
            """),
        new("ExponentialDecay", """
            public static partial class Rates
            {
                [ExponentialDecay(0.001, factor: 0.96, every: 1000)]
                public static partial double Smooth(long step);

                [ExponentialDecay(0.001, factor: 0.96, every: 1000, Staircase = true, Begin = 500, Floor = 1e-5)]
                public static partial float Stairs(uint step);
            }
            """),
        new("MoreFamilies", """
            public static partial class Rates
            {
                [Cyclic(0.001, 0.006, stepsUp: 2_000)]
                public static partial double Triangles(long step);

                [Cyclic(0.001, 0.006, stepsUp: 2.5, Amplitude = CycleAmplitude.Exponential, Factor = 0.999)]
                public static partial double FallingTriangles(long step);

                [FlatCosine(0.004, steps: 1_000)]
                public static partial double Flat(int step);

                [PiecewiseConstant(new[] { 0.1, 0.01, 0.002 }, new[] { 30.0, 60 })]
                public static partial float Pieces(int epoch);

                [PowerDecay(0.01, power: 0.75, timescale: 10_000)]
                public static partial double Inverse(long step);

                [RangeTest(1e-7, to: 10, steps: 100)]
                public static partial double Range(int step);

                [RexDecay(0.1, steps: 1_000, Floor = 1e-4)]
                public static partial double Rex(long step);

                [SlantedTriangular(0.01, steps: 1_000)]
                public static partial double Slanted(long step);

                [TriStage(5e-4, warmupSteps: 100, holdSteps: 400, decaySteps: 500)]
                public static partial double Speech(ulong step);

                [Delay(50), BatchScale(1_024), CosineDecay(0.1, steps: 1_000)]
                public static partial double Later(long step);

                [Sum(nameof(Rex), nameof(Slanted))]
                public static partial double Both(long step);

                [Average(nameof(Rex), nameof(Slanted))]
                public static partial double Between(long step);

                [Max(nameof(Rex), nameof(Flat))]
                public static partial double Higher(long step);

                [Min(nameof(Rex), nameof(Flat))]
                public static partial double Lower(long step);

                [Delay, BatchScale, TriStage(5e-4)]
                public static partial double Settings(long step, long delaySteps, int batch, long warmupSteps, long holdSteps, long decaySteps);
            }
            """),
        new("Milestones", """
            public static partial class Rates
            {
                [MilestoneDecay(0.1, factor: 0.1, 30, 60, 80)]
                public static partial double ImageNet(int epoch);

                [PiecewiseInterpolated(new[] { 0, 0.4, 0.02, 0 }, new[] { 5.0, 20, 24 })]
                public static partial double Cifar(int epoch);
            }
            """),
        new("Restarts", """
            public static partial class Rates
            {
                [CosineRestarts(0.1, steps: 10)]
                public static partial double Equal(long epoch);

                [CosineRestarts(0.1, steps: 10, LengthFactor = 2, Amplitude = 0.5, Cycles = 3)]
                public static partial double Growing(long epoch);

                [CosineRestarts(0.1, steps: 10, Amplitude = 0.9)]
                public static partial double Falling(long epoch);

                [CosineRestarts(steps: 10, Amplitude = 0.9)]
                public static partial double FallingFrom(long epoch, double rate, double floor);

                [CosineRestarts(0.1, steps: 10, LengthFactor = 1.25, Amplitude = 0.9)]
                public static partial double GrowingSlowly(long epoch);

                [CosineRestarts(0.1, LengthFactor = 1.25, Amplitude = 0.9)]
                public static partial double GrowingFrom(long epoch, int steps);
            }
            """),
        new("OneCycle", """
            public static partial class Rates
            {
                [OneCycle(0.1, steps: 10_000)]
                public static partial double Cycle(long step);

                [OneCycle(0.1)]
                public static partial double CycleOf(long step, long steps);
            }
            """),
        new("InverseTime", """
            public static partial class Rates
            {
                [Warmup(4_000), InverseSquareRoot(5e-4, timescale: 4_000)]
                public static partial double Translation(long step);

                [InverseTimeDecay(0.1, decayRate: 0.5, every: 1_000, Staircase = true)]
                public static partial double Stairs(long step);
            }

            [Noam(modelSize: 512, warmupSteps: 4_000)]
            public readonly partial struct Transformer { }
            """),
        new("LinearDecay", """
            public static partial class Rates
            {
                [LinearDecay(0.1, to: 0, steps: 10_000, AfterEnd = AfterEnd.Throw)]
                public static partial double Down(long step);

                [LinearDecay(0.1, to: 0.2, steps: 10_000, End = End.LastStep)]
                public static partial Half Up(ushort step);
            }
            """, HasHalf: true),
        new("PolynomialDecay", """
            public static partial class Rates
            {
                [PolynomialDecay(0.01, steps: 160_000, power: 0.9)]
                public static partial double Segmentation(long step);

                [PolynomialDecay(0.01, steps: 1000, power: 2, AfterEnd = AfterEnd.Repeat)]
                public static partial double Square(int step);
            }
            """),
        new("CosineVariants", """
            public static partial class Rates
            {
                [CosineDecay(0.1, steps: 1_000, Exponent = 2, Floor = 1e-3)]
                public static partial double Exponent(long step);

                [CosineDecay(0.1, steps: 1_000, HalfWaves = 2.5)]
                public static partial double HalfWaves(long step);

                [CosineDecay(0.1, steps: 1_000, TimePower = 2)]
                public static partial double KDecay(long step);

                [CosineDecay(0.1)]
                public static partial double KDecayOf(long step, long steps, double timePower);

                [LinearCosineDecay(0.1, steps: 1_000)]
                public static partial double LinearCosine(long step);
            }
            """),
        new("PolynomialVariants", """
            public static partial class Rates
            {
                [PolynomialDecay(0.1, steps: 1_000, Floor = 1e-3, Cycling = true)]
                public static partial double Cycling(long step);

                [PolynomialDecay(0.1, Cycling = true)]
                public static partial double CyclingOf(long step, double steps);

                [PolynomialDecay(0.1, steps: 1_000, power: 0.5, TimePower = 1.5)]
                public static partial double KDecay(long step);

                [WarmupStableDecay(3e-4, 2_000, 80_000, 18_000, Cooldown = CooldownShape.Halving)]
                public static partial double Halving(long step);
            }
            """),
        new("Logistic", """
            public static partial class Rates
            {
                [TanhDecay(0.1, steps: 300, Floor = 1e-5)]
                public static partial double Tanh(long epoch);

                [SigmoidDecay(0.1, midpoint: 10_000, steepness: 0.01)]
                public static partial double Sigmoid(long step);

                [SigmoidDecay(0.1)]
                public static partial double SigmoidOf(long step, long midpoint, double steepness);

                [NaturalExponentialDecay(0.1, decayRate: 0.5, every: 1_000, Floor = 1e-4)]
                public static partial double Natural(long step);
            }

            [Warmup(10), SigmoidDecay(0.1)]
            public readonly partial struct SigmoidRate
            {
                public double Midpoint { get; }
                public double Steepness { get; }
                public SigmoidRate(double midpoint, double steepness) { Midpoint = midpoint; Steepness = steepness; }
            }
            """),
        new("Eden", """
            public static partial class Rates
            {
                [Warmup(500, FromRatio = 0.5, Join = Join.Multiply), EdenDecay(0.045, batches: 7_500, Epochs = 3.5, StepsPerEpoch = 4_800)]
                public static partial double Zipformer(long step);

                [EdenDecay(0.045, batches: 7_500)]
                public static partial double Batches(long step);

                [CosineDecay(0.1, steps: 75, Floor = 0.01), SwaAnneal(0.01, swaRate: 0.05, steps: 5)]
                public static partial double Averaging(int epoch);
            }
            """),
        new("Chebyshev", """
            public static partial class Rates
            {
                [ChebyshevDecay(0.2, low: 0.01, steps: 16)]
                public static partial double Fractal(int epoch);

                [Training(StepsPerEpoch = 100)]
                [Warmup(50), ChebyshevDecay(0.2, low: 0.01, steps: 8, Unit = Unit.Epochs)]
                public static partial float OfEpochs(long step);

                [Scale, ChebyshevDecay(0.2, low: 0.01, steps: 4)]
                public static partial double Scaled(long step, double factor);
            }

            [ChebyshevDecay(0.2, low: 0.01, steps: 16)]
            public readonly partial struct FractalRate
            {
            }
            """),
        new("Phases", """
            public static partial class Rates
            {
                [Constant(0.1, Steps = 100), LinearDecay(0.1, 0.01, 900), Constant(0.01)]
                public static partial double Trapezoid(int step);
            }
            """),
        new("Warmups", """
            public static partial class Rates
            {
                [Warmup(100, Shape = WarmupShape.Exponential, From = 1e-6), Constant(0.1)]
                public static partial double Exponential(ulong step);

                [Warmup(100, Shape = WarmupShape.Logarithmic, End = End.LastStep), Constant(0.1)]
                public static partial double Logarithmic(nint step);

                [Warmup(100, Shape = WarmupShape.OneMinusSqrt, FirstStep = FirstStep.OneStepIn), Constant(0.1)]
                public static partial double OneMinusSqrt(nuint step);

                [Warmup(100, Shape = WarmupShape.Polynomial, Power = 3), Constant(0.1)]
                public static partial double Polynomial(byte step);

                [Warmup(100, Join = Join.Multiply, FromRatio = 0.001), CosineDecay(0.1, 1000, AfterEnd = AfterEnd.Oscillate)]
                public static partial double Multiply(sbyte step);
            }
            """),
        new("Struct", """
            namespace Training
            {
                /// <summary>The rate for the digits.</summary>
                [Warmup(500), CosineDecay(1e-3, steps: 10_000)]
                public readonly partial struct DigitsRate { }

                [StepDecay(0.1, every: 30, factor: 0.1, Floor = 1e-4)]
                internal partial struct ImageNet { }

                [ExponentialDecay(0.001, factor: 0.9, every: 100)]
                internal partial struct Smooth { }
            }
            """),
        new("Plateaus", """
            namespace Training
            {
                /// <summary>Falls to a tenth when the loss of the validation stands still.</summary>
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau { }

                [ReduceOnPlateau(0.1, factor: 0.2, patience: 5, Dialect = PlateauDialect.Keras, Mode = MetricMode.Max, Cooldown = 2, Floor = 1e-4)]
                internal partial struct OfKeras { }

                [ReduceOnPlateau(factor: 0.5, patience: 3, Dialect = PlateauDialect.Paddle, FloorRatio = 0.01), Warmup(100), CosineDecay(0.1, 1000)]
                public partial struct Scaled { }
            }
            """),
        new("GreedyAndNewBob", """
            [Greedy(0.1, factor: 0.9, patience: 5, Cooldown = 2, Floor = 1e-3)]
            public partial struct Both { }

            [NewBob(1, factor: 0.8)]
            public partial struct Bob { }
            """),
        new("MetricMeans", """
            [Greedy(0.1, factor: 0.9, patience: 5, Window = 10)]
            public partial struct Smoothed { }

            [ReduceOnPlateau(factor: 0.5, patience: 3, Dialect = PlateauDialect.Optax, AccumulationSize = 20, AbsoluteThreshold = 0.001), Constant(0.1)]
            public partial struct Accumulated { }
            """),
        new("RunTimePlateau", """
            [ReduceOnPlateau]
            public partial struct Plateau
            {
                public double InitialRate { get; set; }
                public double Factor { get; set; }
                public int Patience { get; set; }
                public double Threshold { get; set; }
                public double AbsoluteThreshold { get; set; }
                public long Cooldown { get; set; }
                internal float _floor;
            }

            [Greedy, CosineDecay]
            public partial struct Scaled
            {
                public double Rate { get; set; }
                public long Steps { get; set; }
                public double CeilingRatio { get; set; }
            }
            """),
        new("RunTimeValues", """
            public static partial class Rates
            {
                [Warmup, CosineDecay(3e-4)]
                public static partial double Rate(long step, long warmupSteps, long cosineDecaySteps);

                [StepDecay]
                public static partial float Steps(int epoch, double rate, int every, float factor);

                [LinearDecay(AfterEnd = AfterEnd.Oscillate)]
                public static partial double Line(int step, double @from, double to, double steps);

                [Warmup(10, Join = Join.Multiply), ExponentialDecay(0.1, factor: 0.5)]
                public static partial double Every(int step, double every, double floor);
            }
            """),
        new("Compositions", """
            public static partial class Rates
            {
                [Warmup(100), CosineDecay(0.1, steps: 900)]
                public static partial double Cycle(long step);

                [Use(nameof(Cycle)), Repeat(3)]
                public static partial double Thrice(long step);

                [MilestoneDecay(1, factor: 0.5, 500)]
                public static partial double Share(long step);

                [Product(nameof(Cycle), nameof(Share))]
                public static partial double Chained(long step);

                static double Wave(double step) => 1 + step / 100;

                [Warmup(10), Function(nameof(Wave), Rate = 0.1)]
                public static partial double Own(long step);
            }
            """),
        new("Modifiers", """
            public static partial class Rates
            {
                [Warmup(1_000), InverseSquareRoot(1e-3, timescale: 1_000, Steps = 9_000), Cooldown(2_000), Clamp(low: 1e-5)]
                public static partial double Pretraining(long step);

                [GroupScale(1, 2, 0.1), StepDecay(0.1, every: 30, factor: 0.1, Steps = 90)]
                public static partial float Grouped(int epoch, int group);

                [Noise(0.1, Seed = 42, Begin = 500), CosineDecay(0.1, steps: 1_000)]
                public static partial double Noisy(long step);

                [Training(Epochs = 90, StepsPerEpoch = 5_005)]
                [Warmup(5, Unit = Unit.Epochs), CosineDecay(0.1)]
                public static partial double ImageNet(long step);
            }

            [OneCycle(0.1, steps: 1_000)]
            [Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
            public readonly partial struct Cycle { }

            [LayerDecay(0.5, layers: 3), CosineDecay(0.1, steps: 100)]
            public partial struct Layered { private readonly int layer; public Layered(int layer) { this.layer = layer; } }
            """),
        new("RunTimeStruct", """
            [Warmup, CosineDecay(3e-4)]
            public readonly partial record struct Rate(long WarmupSteps, long CosineDecaySteps, double Floor);

            [StepDecay(0.1, factor: 0.5)]
            public readonly partial struct Steps(int every);

            [PolynomialDecay]
            public partial struct Fields
            {
                private readonly double _rate;
                private readonly int _steps;
                public Fields(double rate, int steps) { _rate = rate; _steps = steps; }
                public double Power { get { return 2; } }
            }
            """, IsCSharp9: false),
        new("Targets", """
            namespace @event.@class
            {
                public partial class Outer<@int>
                {
                    public partial interface IRates { [Constant(0.1)] public static partial double Rate(int step); }

                    public partial record Record<T> where T : new()
                    {
                        [Constant(0.2)] private partial double @double(long @long);

                        protected partial struct Nested
                        {
                            [Constant(0.3)] public readonly partial double Generic<TA, TB>(short t) where TA : class, System.IDisposable where TB : unmanaged;
                            [Constant(0.4)] public partial double Overload(int step);
                            [Constant(0.5)] public partial double Overload(long step);
                        }
                    }
                }
            }

            public abstract partial class Base
            {
                public abstract double Rate(int step);
                public virtual double Other(int step) { return 1; }
            }

            public partial class Derived : Base
            {
                [Constant(0.1)] public sealed override partial double Rate(int step);
                [Constant(0.1)] public override partial double Other(int step);
            }
            """),
    ];

    public static Sample Named(string name) => All.Single(s => s.Name == name);
}

/// <summary>A consumer's source.</summary>
internal sealed record Sample(string Name, string Source, bool IsCSharp9 = true, bool HasHalf = false)
{
    public override string ToString() => Name;
}
