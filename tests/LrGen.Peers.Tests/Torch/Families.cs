namespace LrGen.Peers.Tests.Torch;

/// <summary>A schedule of each family and composition, on 200 steps.</summary>
internal static partial class Families
{
    [ChebyshevDecay(0.2, low: 0.01, steps: 64)]
    public readonly partial struct Chebyshev;

    [Constant(0.01)]
    public readonly partial struct Constant;

    [Warmup(20), CosineDecay(0.1, steps: 150, Floor = 0.001)]
    public readonly partial struct WarmupCosine;

    [CosineRestarts(0.1, steps: 20, LengthFactor = 2)]
    public readonly partial struct Restarts;

    [Cyclic(0.01, high: 0.1, stepsUp: 15)]
    public readonly partial struct Cyclic;

    [EdenDecay(0.045, batches: 75, Epochs = 3.5, StepsPerEpoch = 48)]
    public readonly partial struct Eden;

    [ExponentialDecay(0.1, factor: 0.9, every: 10)]
    public readonly partial struct Exponential;

    [FlatCosine(0.1, steps: 180)]
    public readonly partial struct FlatCosine;

    [InverseSquareRoot(0.1, timescale: 20)]
    public readonly partial struct InverseSquareRoot;

    [InverseTimeDecay(0.1, decayRate: 0.5, every: 10)]
    public readonly partial struct InverseTime;

    [LinearCosineDecay(0.1, steps: 150)]
    public readonly partial struct LinearCosine;

    [LinearDecay(0.1, to: 0.01, steps: 150)]
    public readonly partial struct Linear;

    [MilestoneDecay(0.1, 0.1, 60, 120)]
    public readonly partial struct Milestones;

    [NaturalExponentialDecay(0.1, decayRate: 0.5, every: 50)]
    public readonly partial struct NaturalExponential;

    [Noam(modelSize: 256, warmupSteps: 40)]
    public readonly partial struct Noam;

    [OneCycle(0.1, steps: 180)]
    public readonly partial struct OneCycle;

    [PiecewiseConstant(new[] { 0.1, 0.05, 0.01 }, new[] { 60.0, 120 })]
    public readonly partial struct Piecewise;

    [PiecewiseInterpolated(new[] { 0.01, 0.1, 0.01 }, new[] { 50.0, 150 })]
    public readonly partial struct Interpolated;

    [PolynomialDecay(0.1, steps: 150, power: 2, Floor = 0.001)]
    public readonly partial struct Polynomial;

    [PowerDecay(0.1, power: 0.75, timescale: 20)]
    public readonly partial struct Power;

    [RangeTest(1e-7, to: 10, steps: 100)]
    public readonly partial struct Range;

    [RexDecay(0.1, steps: 150)]
    public readonly partial struct Rex;

    [SigmoidDecay(0.1, midpoint: 90, steepness: 0.05)]
    public readonly partial struct Sigmoid;

    [SlantedTriangular(0.1, steps: 150)]
    public readonly partial struct Slanted;

    [StepDecay(0.1, every: 30, factor: 0.5)]
    public readonly partial struct Step;

    [SwaAnneal(0.1, swaRate: 0.05, steps: 100)]
    public readonly partial struct Swa;

    [TanhDecay(0.1, steps: 150)]
    public readonly partial struct Tanh;

    [TriStage(0.1, warmupSteps: 20, holdSteps: 60, decaySteps: 90)]
    public readonly partial struct TriStage;

    [WarmupStableDecay(0.1, warmupSteps: 20, stableSteps: 100, decaySteps: 40)]
    public readonly partial struct Trapezoid;

    [Use(nameof(Linear)), Constant(0.005)]
    public readonly partial struct Use;

    [Product(nameof(Linear), nameof(Milestones))]
    public readonly partial struct Product;

    [Sum(nameof(Linear), nameof(Milestones))]
    public readonly partial struct Sum;

    [Average(nameof(Linear), nameof(Milestones))]
    public readonly partial struct Average;

    [Max(nameof(Linear), nameof(Milestones))]
    public readonly partial struct Max;

    [Min(nameof(Linear), nameof(Milestones))]
    public readonly partial struct Min;

    [Function(nameof(Formula), Rate = 0.1)]
    public readonly partial struct Function;

    [OneCycle(0.1, steps: 180), Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    public readonly partial struct Mirrored;

    public static double Formula(double t) => 1 / (1 + (0.01 * t));
}
