using LrGen;

namespace Rosetta;

/// <summary><c>torch.optim.lr_scheduler</c>, stepped once per update or epoch.</summary>
public static partial class PyTorch
{
    /// <summary>A staircase; level i begins at t ≥ i · step_size, and it never ends.</summary>
    [Golden("G081")]
    [StepDecay(0.1, every: 3, factor: 0.1)]
    public static partial double StepLR(long step);

    /// <summary>Decays at milestones, t ≥ m; the last level never ends.</summary>
    [MilestoneDecay(0.1, factor: 0.1, 300, 600, 800)]
    public static partial double MultiStepLR(long step);

    /// <summary><c>MultiStepLR</c> with milestones 2, 2, 4: one given twice counts twice.</summary>
    [Golden("G082")]
    [MilestoneDecay(1, factor: 0.1, 2, 2, 4)]
    public static partial double MultiStepLRDuplicate(long step);

    /// <summary>A share of the base rate, and from t ≥ total_iters on the whole of it.</summary>
    [Constant(0.1 / 3, Steps = 300), Constant(0.1)]
    public static partial double ConstantLR(long step);

    /// <summary>A line between two shares of the base rate; the end is reached at t = total_iters and held.</summary>
    [Golden("G084")]
    [LinearDecay(0.1 * 0.25, to: 0.1, steps: 4)]
    public static partial double LinearLR(long step);

    /// <summary><c>LinearLR</c> with its defaults: from a third of the base rate, in 5 steps.</summary>
    [Golden("G085")]
    [LinearDecay(0.1 / 3, to: 0.1, steps: 5)]
    public static partial double LinearLRDefaults(long step);

    /// <summary><c>LinearLR</c> downwards; the end is reached at t = total_iters and held.</summary>
    [Golden("G086")]
    [LinearDecay(1, to: 0, steps: 4)]
    public static partial double LinearLRDown(long step);

    /// <summary>Multiplies by gamma at each step and never ends.</summary>
    [Golden("G087")]
    [ExponentialDecay(0.1, factor: 0.9)]
    public static partial double ExponentialLR(long step);

    /// <summary>A power of the share that is left; 0 at t = total_iters and after.</summary>
    [Golden("G088")]
    [PolynomialDecay(1, steps: 4, power: 2)]
    public static partial double PolynomialLR(long step);

    /// <summary>A half wave of the cosine; eta_min at t = T_max, and then it climbs again.</summary>
    [Golden("G089")]
    [CosineDecay(1, steps: 4, Floor = 0.1, AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosineAnnealingLR(long step);

    /// <summary>Half waves with T_mult-fold lengths; a restart is at full rate, and eta_min is never reached at a whole step.</summary>
    [Golden("G090")]
    [CosineRestarts(1, steps: 2, LengthFactor = 2, Floor = 0.1)]
    public static partial double CosineAnnealingWarmRestarts(long step);

    private static double Power(long step) => Math.Pow(0.95, step);

    /// <summary>The base rate times any function of the step; this one has a name, <c>[ExponentialDecay(0.1, factor: 0.95)]</c>.</summary>
    [Golden("G092")]
    [Function(nameof(Power), Rate = 0.1)]
    public static partial double LambdaLR(long step);

    private static double Factors(long step) => step <= 0 ? 1 : Factors(step - 1) * (0.9 + 0.01 * step);

    /// <summary>Multiplies by a function of the step (0.9 + 0.01 · t) from t = 1 on: your method has to give the whole product.</summary>
    [Golden("G091")]
    [Function(nameof(Factors))]
    public static partial double MultiplicativeLR(long step);

    /// <summary><c>MultiplicativeLR</c> with a function that is always the same.</summary>
    [ExponentialDecay(0.1, factor: 0.95)]
    public static partial double MultiplicativeLRConstant(long step);

    [LinearDecay(0.25, to: 1, steps: 400)]
    private static partial double Warm(long step);

    [ExponentialDecay(0.1, factor: 0.999)]
    private static partial double Falling(long step);

    /// <summary>
    /// Schedulers at the same time: the factors of those that multiply the last rate multiply. Here <c>LinearLR</c> from a quarter
    /// and <c>ExponentialLR</c>; with schedulers that set a rate the last one wins.
    /// </summary>
    [Product(nameof(Warm), nameof(Falling))]
    public static partial double ChainedScheduler(long step);

    /// <summary>Schedulers one after the other; at t ≥ milestone the next one begins from its own step 0.</summary>
    [Golden("G093")]
    [LinearDecay(0.25, to: 1, steps: 4), ExponentialDecay(1, factor: 0.5)]
    public static partial double SequentialLR(long step);

    /// <summary><c>ConstantLR</c> (a share of the base rate) and then <c>ExponentialLR</c> from the whole base rate.</summary>
    [Golden("G094")]
    [Constant(0.1, Steps = 4), ExponentialDecay(1, factor: 0.9)]
    public static partial double SequentialLRConstantExponential(long step);

    /// <summary>A warm-up by <c>LinearLR</c> and then <c>CosineAnnealingLR</c>, which climbs again past its end.</summary>
    [Golden("G095")]
    [Warmup(4, FromRatio = 0.25), CosineDecay(1, steps: 4, AfterEnd = AfterEnd.Oscillate)]
    public static partial double SequentialLRWarmupCosine(long step);

    /// <summary>Two <c>ConstantLR</c>; past the second one's total_iters the rate is the base rate.</summary>
    [Golden("G096")]
    [Constant(0.5, Steps = 3), Constant(0.3, Steps = 4), Constant(1)]
    public static partial double SequentialLRConstants(long step);

    /// <summary>Triangles for ever, in straight lines; here the fall is twice as long as the rise.</summary>
    [Golden("G102")]
    [Cyclic(0.1, high: 1, stepsUp: 2, StepsDown = 4)]
    public static partial double CyclicLR(long step);

    /// <summary>The momentum that <c>CyclicLR</c> moves against the rate: lowest where the rate is highest.</summary>
    [Golden("G102", Column = "momentum")]
    [Mirror(nameof(CyclicLR), low: 0.8, high: 0.9, Quantity = Quantity.Momentum)]
    public static partial double CyclicLRMomentum(long step);

    /// <summary><c>CyclicLR</c> in mode triangular2: each triangle is half as high as the one before.</summary>
    [Cyclic(0.001, high: 0.006, stepsUp: 100, Amplitude = CycleAmplitude.Halving)]
    public static partial double CyclicLRTriangular2(long step);

    /// <summary><c>CyclicLR</c> in mode exp_range: each step is lower by gamma, counted from step 0.</summary>
    [Golden("G101")]
    [Cyclic(0.1, high: 1, stepsUp: 2, Amplitude = CycleAmplitude.Exponential, Factor = 0.9)]
    public static partial double CyclicLRExpRange(long step);

    /// <summary>The momentum of <c>CyclicLR</c> in mode exp_range: base_momentum belongs to max_lr, which no step has, so it stays above.</summary>
    [Golden("G101", Column = "momentum")]
    [Mirror(nameof(CyclicLRExpRange), low: 0.8, high: 0.9, Quantity = Quantity.Momentum)]
    public static partial double CyclicLRExpRangeMomentum(long step);

    /// <summary>
    /// One rise and one fall; the end is at the last update, total_steps − 1. PyTorch climbs once more and then throws; here it stays.
    /// </summary>
    [Golden("G103", To = 9)]
    [OneCycle(1, steps: 10)]
    public static partial double OneCycleLR(long step);

    /// <summary><c>OneCycleLR</c> in straight lines. PyTorch goes below 0 past the end; here it stays.</summary>
    [Golden("G104", To = 9)]
    [OneCycle(1, steps: 10, Interpolation = Interpolation.Linear)]
    public static partial double OneCycleLRLinear(long step);

    /// <summary><c>OneCycleLR</c> that falls as fast as it rose, and then to the end.</summary>
    [Golden("G105", To = 9)]
    [OneCycle(1, steps: 10, ThreePhase = true)]
    public static partial double OneCycleLRThreePhase(long step);

    /// <summary><c>OneCycleLR</c> with pct_start: the peak is at pct_start · total_steps − 1.</summary>
    [Golden("G106", To = 19)]
    [OneCycle(1, steps: 20, RiseShare = 0.25)]
    public static partial double OneCycleLRRise(long step);

    /// <summary>The momentum that <c>OneCycleLR</c> moves against the rate, back at the top at t = total_steps − 1.</summary>
    [Golden("G103", Column = "momentum", To = 9)]
    [Mirror(nameof(OneCycleLR), low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    public static partial double OneCycleLRMomentum(long step);

    /// <summary>The momentum of <c>OneCycleLR</c> in straight lines. PyTorch goes above max_momentum past the end; here it stays.</summary>
    [Golden("G104", Column = "momentum", To = 9)]
    [Mirror(nameof(OneCycleLRLinear), low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    public static partial double OneCycleLRLinearMomentum(long step);

    /// <summary>The momentum of <c>OneCycleLR</c> with three phases: it stays at max_momentum in the third.</summary>
    [Golden("G105", Column = "momentum", To = 9)]
    [Mirror(nameof(OneCycleLRThreePhase), low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    public static partial double OneCycleLRThreePhaseMomentum(long step);

    /// <summary>The momentum of <c>OneCycleLR</c> with pct_start.</summary>
    [Golden("G106", Column = "momentum", To = 19)]
    [Mirror(nameof(OneCycleLRRise), low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    public static partial double OneCycleLRRiseMomentum(long step);

    /// <summary>From the rate that the optimizer has, along a half wave to swa_lr at t = anneal_epochs, held.</summary>
    [SwaAnneal(0.1, swaRate: 0.05, steps: 500)]
    public static partial double SWALR(long step);

    /// <summary><c>SWALR</c> in a straight line.</summary>
    [SwaAnneal(0.1, swaRate: 0.05, steps: 500, Interpolation = Interpolation.Linear)]
    public static partial double SWALRLinear(long step);

    /// <summary>Driven by a metric: falls after more bad epochs than the patience; the cooldown begins with the reduction.</summary>
    [Golden("G110")]
    [ReduceOnPlateau(1, factor: 0.5, patience: 2, Cooldown = 2)]
    public partial struct ReduceLROnPlateau;

    /// <summary>With patience 0 every epoch without an improvement halves the rate.</summary>
    [Golden("G111")]
    [ReduceOnPlateau(1, factor: 0.5, patience: 0)]
    public partial struct ReduceLROnPlateauImpatient;

    /// <summary>NaN is a bad epoch. A metric below 0 that stands still is better for ever in PyTorch (mode rel); here it is not.</summary>
    [Golden("G113")]
    [ReduceOnPlateau(1, factor: 0.5, patience: 1)]
    public partial struct ReduceLROnPlateauOfNaN;
}
