using LrGen;

namespace Rosetta;

/// <summary>
/// <c>torch.optim.lr_scheduler</c> of TorchSharp 0.107, stepped once per update or epoch; tests/LrGen.Peers.Tests runs each beside
/// TorchSharp itself.
/// </summary>
public static partial class TorchSharp
{
    /// <summary>A staircase; level i begins at t ≥ i · step_size, and it never ends.</summary>
    [StepDecay(0.1, every: 100, factor: 0.5)]
    public static partial double StepLR(long step);

    /// <summary>Decays at t ≥ m. A milestone given twice counts once in TorchSharp, twice in PyTorch.</summary>
    [MilestoneDecay(0.1, factor: 0.1, 300, 600, 800)]
    public static partial double MultiStepLR(long step);

    /// <summary>A power of the share that is left; 0 at t = total_iters and after. TorchSharp's power is a whole number.</summary>
    [PolynomialDecay(0.1, steps: 800, power: 2)]
    public static partial double PolynomialLR(long step);

    /// <summary>Multiplies by gamma at each step and never ends; TorchSharp's gamma is 0.1 unless given.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double ExponentialLR(long step);

    /// <summary>A share of the base rate, and from t ≥ total_iters on the whole of it.</summary>
    [Constant(0.1 / 3, Steps = 300), Constant(0.1)]
    public static partial double ConstantLR(long step);

    /// <summary>A line between two shares of the base rate; the end is reached at t = total_iters and held.</summary>
    [LinearDecay(0.1 / 3, to: 0.1, steps: 800)]
    public static partial double LinearLR(long step);

    /// <summary>A half wave; eta_min at t = T_max, and then it climbs again.</summary>
    [CosineDecay(0.1, steps: 400, Floor = 0.001, AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosineAnnealingLR(long step);

    /// <summary>Any function of the step; here 0.99^t, which has a name.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double LambdaLR(long step);

    /// <summary>Multiplies by a function of the step from t = 1 on; here by 0.99 each time, which has a name.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double MultiplicativeLR(long step);

    /// <summary>Schedulers one after the other; at t ≥ milestone the next one begins from its own step 0.</summary>
    [LinearDecay(0.1 * 0.25, to: 0.1, steps: 100), ExponentialDecay(0.1, factor: 0.99)]
    public static partial double SequentialLR(long step);

    /// <summary>TorchSharp's name for ChainedScheduler: the factors of schedulers that multiply the last rate multiply.</summary>
    [Warmup(400, FromRatio = 0.25, Join = Join.Multiply), ExponentialDecay(0.1, factor: 0.99)]
    public static partial double ChainedLR(long step);

    /// <summary>Triangles for ever. TorchSharp moves the momentum the wrong way; <see cref="CyclicLRMomentum"/> is PyTorch's.</summary>
    [Cyclic(0.01, high: 0.1, stepsUp: 100, StepsDown = 150)]
    public static partial double CyclicLR(long step);

    /// <summary>The momentum of <c>CyclicLR</c> as PyTorch has it: lowest where the rate is highest.</summary>
    [PiecewiseInterpolated(new[] { 0.9, 0.8, 0.9 }, 100, 250, AfterEnd = AfterEnd.Repeat)]
    public static partial double CyclicLRMomentum(long step);

    /// <summary><c>CyclicLR</c> in mode Triangular2: each triangle is half as high as the one before.</summary>
    [Cyclic(0.01, high: 0.1, stepsUp: 100, Amplitude = CycleAmplitude.Halving)]
    public static partial double CyclicLRTriangular2(long step);

    /// <summary><c>CyclicLR</c> in mode ExpRange as PyTorch has it, gamma^t; TorchSharp takes gamma^(cycle).</summary>
    [Cyclic(0.01, high: 0.1, stepsUp: 100, Amplitude = CycleAmplitude.Exponential, Factor = 0.995)]
    public static partial double CyclicLRExpRange(long step);

    /// <summary>
    /// One rise and one fall; the end is at the last update, total_steps − 1. TorchSharp has 0 once and then throws; here it stays.
    /// </summary>
    [OneCycle(0.1, steps: 1_000)]
    public static partial double OneCycleLR(long step);

    /// <summary>The momentum that <c>OneCycleLR</c> moves against the rate.</summary>
    [PiecewiseInterpolated(new[] { 0.95, 0.85, 0.95 }, 299, 999, Interpolation = Interpolation.Cosine)]
    public static partial double OneCycleLRMomentum(long step);

    /// <summary><c>OneCycleLR</c> in straight lines; TorchSharp has 0 at total_steps here too.</summary>
    [OneCycle(0.1, steps: 1_000, Interpolation = Interpolation.Linear)]
    public static partial double OneCycleLRLinear(long step);

    /// <summary><c>OneCycleLR</c> that falls as fast as it rose, and then to the end.</summary>
    [OneCycle(0.1, steps: 1_000, ThreePhase = true)]
    public static partial double OneCycleLRThreePhase(long step);

    /// <summary>
    /// Driven by a metric: falls after more bad reports than the patience; the cooldown begins with the reduction. TorchSharp's
    /// <c>get_last_lr</c> stays at the first rate; the optimizer's own is right.
    /// </summary>
    [ReduceOnPlateau(0.1, factor: 0.5, patience: 3, Cooldown = 2, Floor = 1e-4)]
    public partial struct ReduceLROnPlateau;

    /// <summary><c>ReduceLROnPlateau</c> in mode "max" with the threshold mode "abs", for an accuracy.</summary>
    [ReduceOnPlateau(0.1, factor: 0.2, patience: 1, Mode = MetricMode.Max, Threshold = 0.01, ThresholdMode = ThresholdMode.Absolute)]
    public partial struct ReduceLROnPlateauMaxAbs;
}
