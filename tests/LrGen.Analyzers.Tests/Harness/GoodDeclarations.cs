namespace LrGen.Analyzers.Tests.Harness;

/// <summary>One source with declarations that are all right: every attribute, kind of target and way to give a value.</summary>
internal static class GoodDeclarations
{
    public const string Source = """
        using System;
        using LrGen;
        using Ramp = LrGen.WarmupAttribute;

        namespace Recipes.@event;

        /// <summary>Lengths.</summary>
        static class Budget
        {
            public const int Epochs = 90, UpdatesPerEpoch = 5_005;
            public const long Steps = (long)Epochs * UpdatesPerEpoch;
            public const double Peak = 0.1 * 256 / 256;
        }

        /// <summary>Methods with values in the attribute.</summary>
        static partial class Rates
        {
            /// <summary>A rate that stays.</summary>
            [Constant(0.1)]
            public static partial double Held(int epoch);

            [StepDecay(0.01, every: 10, factor: 0.5)]
            public static partial double Cnn(int epoch);

            [StepDecay(Budget.Peak, 30 * Budget.UpdatesPerEpoch, 0.1, Floor = 1e-5, Steps = Budget.Steps, AfterEnd = AfterEnd.Throw)]
            public static partial double ResNet(long step);

            [StepDecay(factor: 0.97, every: 2.4, rate: 0.048, FloorRatio = 1e-3)]
            internal static partial float EfficientNet(uint epoch);

            [ExponentialDecay(0.045, 0.94, every: 2)]
            private static partial double Inception(short epoch);

            [ExponentialDecay(0.001, factor: 0.96, every: 1_000, Staircase = true, Begin = 500, Steps = 100_000)]
            public static partial Half Keras(ulong step);

            [LinearDecay(0.1, to: 0, steps: 10_000, End = End.LastStep)]
            public static partial double Line(nint step);

            [LinearDecay(1e-6, 1, 2_000, AfterEnd = AfterEnd.Oscillate)]
            public static partial double RangeTest(byte step);

            [PolynomialDecay(0.01, 160_000, 0.9)]
            public static partial double DeepLab(long @event);

            [CosineDecay(rate: 3e-4, steps: 98_000, Floor = 3e-5)]
            [Warmup(2_000)]
            public static partial double Llama(long step);

            [Ramp(10, Shape = WarmupShape.Exponential, From = 1e-6, FirstStep = FirstStep.OneStepIn), CosineDecay(0.1, 90)]
            public static partial double Aliased(int epoch);

            [Warmup(5, FromRatio = 0.1, Join = Join.Multiply, End = End.LastStep), StepDecay(0.02, 8, 0.1)]
            public static partial double Detectron(int epoch);

            [Warmup(10_000, Shape = WarmupShape.Polynomial, Power = 2, Join = Join.Overlap)]
            [PolynomialDecay(1e-4, 1_000_000)]
            public static partial double Bert(long step);

            [Warmup(1_000), Constant(3e-4, Steps = 80_000), CosineDecay(3e-4, 20_000)]
            public static partial double WarmupStableDecay(long step);

            [MilestoneDecay(0.1, factor: 0.1, 30, 60, 80)]
            public static partial double Milestones(long epoch);

            [PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, new[] { 30.0, 60 })]
            public static partial double Levels(long epoch);

            [PiecewiseInterpolated(new[] { 0, 0.4, 0.02, 0 }, new[] { 5.0, 20, 24 })]
            public static partial double Points(long epoch);

            [InverseTimeDecay(0.1, decayRate: 0.5, every: 1_000)]
            public static partial double InverseTime(long step);

            [Warmup(4_000), InverseSquareRoot(5e-4, timescale: 4_000)]
            public static partial double InverseSquareRoot(long step);

            [Noam(modelSize: 512, warmupSteps: 4_000)]
            public static partial double Transformer(long step);

            [CosineRestarts(0.1, steps: 10, Amplitude = 0.9)]
            public static partial double FallingRestarts(long step);

            [CosineRestarts(0.1, LengthFactor = 1.25, Amplitude = 0.9)]
            public static partial double GrowingRestarts(long step, long steps);

            [CosineRestarts(0.1, steps: 10, LengthFactor = 2)]
            public static partial double GrowingCycles(long epoch);

            [OneCycle(0.1, steps: 10_000)]
            public static partial double OneCycle(long step);

            [TriStage(1e-3, warmupSteps: 1_000, holdSteps: 40_000, decaySteps: 160_000)]
            public static partial double TriStage(long step);

            [RangeTest(1e-7, to: 10, steps: 100, End = End.LastStep)]
            public static partial double RangeTest(long step);

            [CosineDecay(0.1, 100, Exponent = 2)]
            public static partial double CosinePower(long step);

            [CosineDecay(0.1, 100, HalfWaves = 3, AfterEnd = AfterEnd.Oscillate)]
            public static partial double CosineWaves(long step);

            [CosineDecay(0.1, TimePower = 1.5)]
            public static partial double CosineOfPower(long step, long steps);

            [PolynomialDecay(0.1, 100, 0.5, Cycling = true, Floor = 0.01)]
            public static partial double Cycling(long step);

            [PolynomialDecay(0.1, 100, TimePower = 2)]
            public static partial double PolynomialOfPower(long step);

            [TanhDecay(0.1, steps: 300, Lower = -6, Upper = 3)]
            public static partial double Tanh(long epoch);

            [SigmoidDecay(0.1, midpoint: 10_000, steepness: 0.001)]
            public static partial double Sigmoid(long step);

            [NaturalExponentialDecay(0.1, decayRate: 0.5, every: 1_000)]
            public static partial double NaturalExponential(long step);

            [CosineDecay(0.1, steps: 75, Floor = 0.01), SwaAnneal(0.01, swaRate: 0.05, steps: 5)]
            public static partial double Averaging(int epoch);

            [LinearCosineDecay(0.1, 1_000, Periods = 2)]
            public static partial double LinearCosine(long step);

            [Warmup(500, FromRatio = 0.5, Join = Join.Multiply), EdenDecay(0.045, batches: 7_500, Epochs = 3.5, StepsPerEpoch = 4_800)]
            public static partial double Eden(long step);

            [ChebyshevDecay(0.2, low: 0.01, steps: 64)]
            public static partial double Chebyshev(int epoch);

            [Training(Steps = 128)]
            [Scale, ChebyshevDecay(1, low: 0.05, Fraction = 0.5), Constant(0.05)]
            public static partial double ChebyshevOf(long step, double factor);

            [OneCycle(0.1)]
            public static partial double OneCycleOf(long step, long steps);

            [Use(nameof(Llama)), Repeat(2)]
            public static partial double Twice(long step);

            [Product(nameof(Llama), nameof(Held), In = typeof(Rates), Steps = 50_000), Constant(1e-5)]
            public static partial double Chained(long step);

            [CosineRestarts(0.05, 10, LengthFactor = 1e308)]
            public static partial double OneCycleAndOneThatNeverEnds(long step);

            [Cooldown(100, ToRatio = 0.1), Clamp(low: 1e-4), Scale(0.5), Delay(10), Noise(0.05), Max(nameof(Cnn), nameof(ResNet50), In = typeof(Rates), Steps = 500)]
            public static partial double Modified(long step);

            [Training(Epochs = 90, StepsPerEpoch = 5_005, BatchSize = 1_024), BatchScale(Rule = BatchRule.SquareRoot), Warmup(5, Unit = Unit.Epochs), CosineDecay(0.1)]
            public static partial double ResNet50(long step);

            [GroupScale(1, 2, 0), LayerDecay(0.75, layers: 12), Warmup(Fraction = 0.1), LinearDecay(0.1, to: 0)]
            public static partial double Groups(long step, int group, int layer, long trainingSteps);

            private static double Wave(double step) => 1 + step;

            [Function(nameof(Wave), Rate = 1e-3)]
            public static partial double Own(long step);

            [Mirror(nameof(OneCycle), Quantity = Quantity.Momentum)]
            public static partial double Momentum(long step);

            [CosineDecay(0.1, 100, AfterEnd = AfterEnd.Repeat)]
            public static partial double Restarts(this long step);
        }

        /// <summary>Methods with values that come at run time.</summary>
        partial class Settings<TModel>
            where TModel : class, new()
        {
            [Warmup, CosineDecay(3e-4)]
            public static partial double Rate(long step, long warmupSteps, long cosineDecaySteps);

            [StepDecay]
            public partial double All(int epoch, double rate, int every, float factor);

            [Warmup(100), LinearDecay(to: 0)]
            protected virtual partial double Mixed(long step, double from, long steps = 10_000);

            [CosineDecay(0.1, 100)]
            public static partial double WithFloor<T>(long step, double floor) where T : struct, IComparable<T>;

            internal partial record struct Inner(int Epochs)
            {
                [ExponentialDecay(0.1, 0.9)]
                public readonly partial double Rate(int epoch, double every);

                public partial interface IDeep
                {
                    [Constant]
                    public static partial double Rate(int epoch, double rate);
                }
            }
        }

        [Constant(0.1, Steps = 10)]
        readonly partial struct Plain;

        [Warmup(4 * Budget.UpdatesPerEpoch), CosineDecay(0.9, steps: Budget.Steps)]
        public partial struct Mutable;

        [Serializable]
        [CosineDecay(0.9)]
        readonly partial record struct Recorded(long Steps, string Name);

        [Warmup, StepDecay(0.5, factor: 0.25)]
        readonly partial struct Primary(long steps, double every)
        {
            public override string ToString() => "primary";
        }

        [LinearDecay(0.1, 0)]
        partial struct Fields
        {
            private readonly long _steps;

            public Fields(long steps) => _steps = steps;

            [Constant(0.5)]
            public static partial double Momentum(long step);
        }

        partial struct Fields : IEquatable<Fields>
        {
            public bool Equals(Fields other) => _steps == other._steps;
        }

        [PolynomialDecay(steps: 100)]
        readonly partial struct Properties<T>
        {
            public double Rate { get; init; }

            public double Power { get; init; }

            public T? Tag { get; init; }
        }

        [ReduceOnPlateau(0.1, factor: 0.5, patience: 3, Dialect = PlateauDialect.Keras, Cooldown = 2, Floor = 1e-4)]
        partial struct Plateau;

        [ReduceOnPlateau(patience: 0, Mode = MetricMode.Max, Epsilon = 0), Warmup(10), CosineDecay(0.1, 100)]
        partial record struct ScaledCosine(double Threshold, double ReduceOnPlateauFloorRatio);

        [Greedy(factor: 0.9, CooldownAfterRaise = 2, ResetAfter = 3)]
        partial struct Both
        {
            public double InitialRate { get; set; }

            private readonly float _ceiling;

            public Both(float ceiling) => _ceiling = ceiling;
        }

        [Greedy(0.1, Window = 50)]
        partial struct Smoothed;

        [ReduceOnPlateau(0.1, Dialect = PlateauDialect.Optax, AccumulationSize = 100)]
        partial record struct Accumulated(double AbsoluteThreshold);

        [NewBob(1)]
        partial struct Bob(int patience);

        /// <summary>Optimizers, at rates that people use.</summary>
        [Sgd(Momentum = 0.9, Nesterov = true, WeightDecay = 5e-4), MilestoneDecay(0.1, factor: 0.1, 30_000, 60_000)]
        sealed partial class ImageOptimizer;

        [Sgd(ClipNorm = 0.25), Constant(20)]
        sealed partial class WordOptimizer;

        [Adam(WeightDecay = 5e-4, CheckGradients = true), Constant(0.01)]
        partial class GraphOptimizer
        {
            public string Name => "Cora";
        }

        [Training(Tokens = 1e9, BatchSize = 500, TokensPerSample = 2_000, Scope = Scope.FineTune)]
        [AdamW(WeightDecay = 0.1, Beta2 = 0.95, AccumulationSteps = 4), Warmup(1e8, Unit = Unit.Tokens), CosineDecay(2e-5)]
        public sealed partial class LanguageOptimizer;

        [NAdam(WeightDecay = 0.01, DecoupledWeightDecay = true), Warmup, CosineDecay]
        sealed partial class AheadOptimizer(long warmupSteps, double cosineDecayRate, double cosineDecaySteps);

        [RmsProp(Alpha = 0.9), ExponentialDecay(0.01, factor: 0.97, every: 1_000), Constant(0.9, Quantity = Quantity.Momentum)]
        sealed partial class SearchOptimizer;

        static partial class Nested<T>
        {
            [Lars(Momentum = 0.9, WeightDecay = 1e-6), Warmup(1_000), CosineDecay(4.8, steps: 100_000)]
            internal sealed partial class Contrastive;

            [Lamb, Warmup(3_125), LinearDecay(2e-3, to: 0, steps: 31_250)]
            internal sealed partial class Pretraining;
        }

        [Muon, Warmup(200), LinearDecay(0.02, to: 0, steps: 10_000)]
        sealed partial class HiddenOptimizer;

        [ScheduleFreeAdamW(WarmupSteps = 500, WeightDecay = 0.01), Constant(2.5e-3)]
        sealed partial class OpenEndedOptimizer;
        """;
}
