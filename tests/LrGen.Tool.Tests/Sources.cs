namespace LrGen.Tool.Tests;

/// <summary>Declarations of every kind that the tool tells apart.</summary>
internal static class Sources
{
    public const string All =
        """
        namespace App;

        [Training(Epochs = 10, StepsPerEpoch = 100)]
        static partial class Rates
        {
            const double Peak = 0.1;

            [Warmup(100), CosineDecay(Peak, steps: 900)]
            public static partial double Cosine(long step);

            [StepDecay(0.1, every: 100, factor: 0.5)]
            public static partial double Stairs(int update);

            [Warmup(50), Constant(0.2, Steps = 300), MilestoneDecay(0.2, 0.1, 200, 400, Steps = 500), LinearDecay(0.002, to: 0, steps: 200)]
            public static partial double Phases(int step);

            [Warmup, CosineDecay(3e-4)]
            public static partial double Open(long step, long warmupSteps, long cosineDecaySteps);

            [Function(nameof(Formula), Rate = 0.1, Steps = 10)]
            public static partial double Own(long step);

            static double Formula(double x) => 1 - x;

            [GroupScale(1, 2), Use(nameof(Cosine))]
            public static partial double OfGroup(long step, int group);

            [Warmup(1, Unit = Unit.Epochs), PolynomialDecay(0.1, power: 2)]
            public static partial double Epochs(long step);

        #if FAST
            [Cyclic(0.01, 0.1, stepsUp: 40)]
            public static partial double Waves(long step);
        #endif
        }

        [Sgd, OneCycle(0.1, steps: 1_000), Mirror(low: 0.8, high: 0.9, Quantity = Quantity.Momentum)]
        public sealed partial class Fast;

        [ReduceOnPlateau(0.1, factor: 0.5, patience: 3)]
        partial struct Plateau;

        [ExponentialDecay(0.1, factor: 0.9)]
        readonly partial struct Decay(double every);

        [PiecewiseConstant(new[] { 0.1, 0.01 }, new[] { 30.0 })]
        readonly partial struct Levels;
        """;

    public const string WithError =
        """
        static partial class Rates
        {
            [CosineDecay(0.1, steps: 100)]
            public static partial double Good(long step);

            [CosineDecay(-0.1, steps: 100)]
            public static partial double Negative(long step);

            [CosineDecay(Missing, steps: 100)]
            public static partial double Unknown(long step);

            [Use(nameof(Negative))]
            public static partial double Using(long step);
        }
        """;
}
