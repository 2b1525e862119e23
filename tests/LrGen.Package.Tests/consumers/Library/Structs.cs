using LrGen;

namespace Library
{
    /// <summary>A schedule as a value.</summary>
    [Warmup(100), CosineDecay(3e-4, steps: 900, Floor = 3e-5)]
    public readonly partial struct WarmupCosine
    {
    }

    /// <summary>A schedule with values that are known at run time.</summary>
    [LinearDecay]
    public readonly partial struct Linear
    {
        private readonly double _from;

        /// <summary>Creates a schedule.</summary>
        /// <param name="from">The rate of the first step.</param>
        /// <param name="steps">The length.</param>
        public Linear(double from, long steps)
        {
            _from = from;
            Steps = steps;
        }

        /// <summary>Gets the rate of the first step.</summary>
        public double From => _from;

        /// <summary>Gets the rate at the end.</summary>
        public double To => _from / 4;

        /// <summary>Gets the length.</summary>
        public long Steps { get; }
    }

    /// <summary>Holds a schedule with mutable state of its own.</summary>
    public partial class Training
    {
        /// <summary>Gets or sets the epoch.</summary>
        public int Epoch { get; set; }

        /// <summary>Gets the rate of the epoch.</summary>
        public double Rate => At(Epoch);

        [Constant(0.5, Steps = 2), ExponentialDecay(0.5, factor: 0.5, every: 2, Staircase = true)]
        private partial double At(int epoch);

        /// <summary>A nested schedule.</summary>
        [StepDecay(1, every: 3, factor: 0.1, Floor = 0.001)]
        public partial struct Nested
        {
        }
    }
}
