using LrGen;

namespace Library
{
    /// <summary>Schedule methods as C# 9 allows them.</summary>
    public static partial class Methods
    {
        /// <summary>A library user's own summary, which the hover shows above the curve.</summary>
        /// <param name="epoch">The epoch.</param>
        /// <returns>The rate.</returns>
        [StepDecay(0.01, every: 10, factor: 0.5)]
        public static partial double Steps(int epoch);

        /// <summary>Two phases and a modifier.</summary>
        /// <param name="step">The step.</param>
        /// <returns>The rate.</returns>
        [Warmup(4, FirstStep = FirstStep.OneStepIn)]
        [Constant(0.5, Steps = 8)]
        [LinearDecay(0.5, 0.125, steps: 12)]
        public static partial float Phases(uint step);

        /// <summary>Values that are known at run time.</summary>
        /// <param name="step">The step.</param>
        /// <param name="warmupSteps">The length of the warm-up.</param>
        /// <param name="cosineDecaySteps">The length of the decay.</param>
        /// <returns>The rate.</returns>
        [Warmup, CosineDecay(0.25)]
        public static partial double Settings(long step, int warmupSteps, double cosineDecaySteps);

        [PolynomialDecay(1, steps: 10, power: 2)]
        internal static partial double Internal(byte step);
    }
}
