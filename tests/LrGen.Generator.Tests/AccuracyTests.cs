using System.Globalization;
using CsCheck;
using LrGen.Generator.Tests.Harness;
using LrGen.Reference;

namespace LrGen.Generator.Tests;

/// <summary>Generated code against exact arithmetic: 1 ulp for rational shapes, 2 ulp for those with one transcendental.</summary>
public sealed class AccuracyTests
{
    /// <summary>Rates this small mean nothing, and a product of two roundings may lose bits there.</summary>
    private static readonly BigReal s_negligible = BigReal.PowerOfTwo(-1000);

    public static TheoryData<string, double> Declarations => [.. OldestCompiler.Rows(Families.Concat(Compositions))];

    /// <summary>More points than stretches of code are written for.</summary>
    private static string Points(int count, Func<int, double> time, string options = "")
    {
        var random = new Random(count);
        var rates = Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble(), 4).ToString(CultureInfo.InvariantCulture));
        return "PiecewiseInterpolated([" + string.Join(", ", rates) + "], ["
            + string.Join(", ", Enumerable.Range(1, count - 1).Select(i => time(i).ToString("R", CultureInfo.InvariantCulture))) + "]" + options + ")";
    }

    public static TheoryData<string, double> Families => new()
    {
        { "Constant(0.1)", 0 },
        { Points(200, i => i * 3), 3 },
        { Points(129, i => i * 3.5, ", Interpolation = Interpolation.Cosine"), 3 },
        { "Warmup(2.25), " + Points(300, i => i * 100.0 / 3), 3 },
        { "Scale(0.3), " + Points(1_000, i => i * i / 7.0, ", Interpolation = Interpolation.Cosine"), 3 },
        { "Constant(0.1, Steps = 7), Constant(0.3)", 0 },
        { "StepDecay(0.01, every: 10, factor: 0.5)", 2 },
        { "StepDecay(0.1, every: 30, factor: 0.1, Steps = 90)", 0.5 },
        { "StepDecay(0.256, every: 2.4, factor: 0.97, Steps = 350)", 2 },
        { "StepDecay(0.256, every: 2.4, factor: 0.97, Floor = 0.1)", 0.5 },
        { "StepDecay(0.1, every: 1, factor: 0.9)", 2 },
        { "ExponentialDecay(0.001, factor: 0.96, every: 1000)", 2 },
        { "ExponentialDecay(0.1, factor: 0.999)", 2 },
        { "ExponentialDecay(0.1, factor: 0.5, every: 1e9)", 2 },
        { "ExponentialDecay(0.1, factor: 0.5, every: 1e12, Steps = 50e12)", 2 },
        { "ExponentialDecay(0.1, factor: 0.1, every: 7.5, Begin = 10, Floor = 1e-5)", 2 },
        { "ExponentialDecay(0.1, factor: 0.1, every: 50, Staircase = true, Steps = 1000, Begin = 3.5)", 2 },
        { "ExponentialDecay(0.1, factor: 1.5, every: 5, Steps = 40)", 2 },
        { "LinearDecay(0.1, to: 0, steps: 10000)", 1 },
        { "LinearDecay(0.1, to: 0.003, steps: 99991)", 1 },
        { "LinearDecay(0.003, to: 0.1, steps: 99991)", 1 },
        { "LinearDecay(0.1, to: 1e-3, steps: 5e12)", 1 },
        { "LinearDecay(1, to: 0, steps: 2.5, End = End.LastStep)", 1 },
        { "PolynomialDecay(0.01, steps: 160000, power: 0.9)", 2 },
        { "PolynomialDecay(0.01, steps: 1000, power: 0.5, Floor = 1e-4)", 2 },
        { "PolynomialDecay(0.01, steps: 1000, power: 1.5)", 2 },
        { "PolynomialDecay(0.01, steps: 100003, power: 2.5, Floor = 1e-5)", 2 },
        { "PolynomialDecay(0.01, steps: 5e12, power: 1.5)", 2 },
        { "PolynomialDecay(0.01, steps: 1000, power: 2)", 1 },
        { "PolynomialDecay(0.01, steps: 1000, power: 3, Floor = 1e-4)", 1 },
        { "PolynomialDecay(0.01, steps: 100000, power: 4, Floor = 1e-4)", 2 },
        { "PolynomialDecay(0.01, steps: 5e12, power: 2.5, FloorRatio = 0.1)", 2 },
        { "CosineDecay(3e-4, steps: 98000)", 2 },
        { "CosineDecay(3e-4, steps: 98000, Floor = 3e-5)", 2 },
        { "CosineDecay(3e-4, steps: 7, Floor = 3e-5)", 2 },
        { "CosineDecay(0.1, steps: 1000001, FloorRatio = 0.01)", 2 },
        { "CosineDecay(0.1, steps: 300, AfterEnd = AfterEnd.Oscillate)", 2 },
        { "CosineDecay(0.1, steps: 300, AfterEnd = AfterEnd.Repeat, End = End.LastStep)", 2 },
        { "Warmup(2000), CosineDecay(3e-4, steps: 98000, Floor = 3e-5)", 2 },
        { "Warmup(2000, FirstStep = FirstStep.OneStepIn), Constant(0.1)", 1 },
        { "Warmup(2000, FirstStep = FirstStep.BetweenEnds, From = 0.01), Constant(0.1)", 1 },
        { "Warmup(2000, End = End.LastStep, FromRatio = 0.1), Constant(0.1)", 1 },
        { "Warmup(2.5, FirstStep = FirstStep.OneStepIn, Shape = WarmupShape.OneMinusSqrt), Constant(0.1)", 2 },
        { "Warmup(500, Shape = WarmupShape.Constant, From = 0.01), StepDecay(0.1, 100, 0.5)", 2 },
        { "Warmup(500, Shape = WarmupShape.Exponential, From = 1e-5), StepDecay(0.1, 100, 0.5)", 2 },
        { "Warmup(500, Shape = WarmupShape.Logarithmic), LinearDecay(0.1, 0, 100)", 2 },
        { "Warmup(500, Shape = WarmupShape.Logarithmic, End = End.LastStep, From = 0.001), LinearDecay(0.1, 0, 100)", 2 },
        { "Warmup(500, Shape = WarmupShape.Polynomial, Power = 2), LinearDecay(0.1, 0, 100)", 1 },
        { "Warmup(500, Shape = WarmupShape.Polynomial, Power = 1.5), LinearDecay(0.1, 0, 100)", 2 },
        { "Warmup(500, Shape = WarmupShape.Cosine), LinearDecay(0.1, 0, 100)", 2 },
        { "Warmup(500, Shape = WarmupShape.OneMinusSqrt), LinearDecay(0.1, 0, 100)", 2 },
        { "Warmup(10, From = 1e-6, Shape = WarmupShape.Logarithmic, FirstStep = FirstStep.OneStepIn), Constant(1e-12)", 3 },
        { "Warmup(500, From = 1e-6, Shape = WarmupShape.Logarithmic), Constant(1e-20)", 3 },
        { "Warmup(10, From = 1e-6, Shape = WarmupShape.Polynomial, FirstStep = FirstStep.OneStepIn), Constant(1e-12)", 6 },
        { "Warmup(500, From = 1e-6, Shape = WarmupShape.Polynomial, Power = 1.5), Constant(1e-20)", 8 },
        { "Warmup(500, From = 1e-6, Shape = WarmupShape.Cosine), Constant(1e-20)", 2 },
        { "Warmup(500, From = 1e-6, Shape = WarmupShape.OneMinusSqrt), Constant(1e-20)", 2 },
        { "Warmup(500, From = 1e-6, Shape = WarmupShape.Exponential), Constant(1e-20)", 2 },
        { "Warmup(500, From = 1e-6), Constant(1e-20)", 1 },
        { "Warmup(50, Join = Join.Overlap), CosineDecay(0.1, 300)", 2 },
        { "Warmup(50, Join = Join.OverlapToFirst), CosineDecay(0.1, 300)", 2 },
        { "Warmup(50, Join = Join.Multiply, FromRatio = 0.001), CosineDecay(0.1, 300)", 4 },
        { "Warmup(50, Join = Join.Multiply, FromRatio = 0.001), StepDecay(0.1, 20, 0.5, Steps = 70)", 1.5 },
        { "Warmup(50, Join = Join.Multiply), LinearDecay(0.1, 0.05, 30), StepDecay(0.1, 5, 0.9)", 4 },
        { "MilestoneDecay(0.1, 0.1, 30, 60, 90)", 0.5 },
        { "MilestoneDecay(0.1, 0.2, 30.5, 60, 90, Floor = 0.001, Steps = 80)", 0.5 },
        { "MilestoneDecay(0.1, 0.5, 10, 20, Steps = 20), Constant(0.3)", 0.5 },
        { "MilestoneDecay(1e-200, 1e-90, 3, 6, 9)", 0.5 },
        { "PiecewiseConstant(new[] { 0.1, 0.5, 0, 0.3 }, new[] { 10.0, 20.5, 1e6 })", 0.5 },
        { "PiecewiseConstant(new[] { 0.1, 0.5, 0.05 }, new[] { 10.0, 20 }, Steps = 30), CosineDecay(0.1, 30)", 2 },
        { "PiecewiseInterpolated(new[] { 0, 0.4, 0.02, 0 }, new[] { 5.0, 20, 24 })", 1 },
        { "PiecewiseInterpolated(new[] { 0.3, 0.4, 0.02, 0.1 }, new[] { 5.5, 200, 240.25 }, Interpolation = Interpolation.Cosine)", 2 },
        { "PiecewiseInterpolated(new[] { 0.3, 0.4, 0.02 }, new[] { 5.0, 20 }, AfterEnd = AfterEnd.Repeat)", 1 },
        { "InverseTimeDecay(0.1, decayRate: 0.5, every: 1000)", 2 },
        { "InverseTimeDecay(0.1, decayRate: 0.1, Floor = 1e-3)", 3 },
        { "InverseTimeDecay(0.1, decayRate: 0.5, every: 7, Staircase = true)", 2 },
        { "InverseTimeDecay(0.1, decayRate: 0.3, every: 7.5, Staircase = true, Steps = 100, FloorRatio = 0.2)", 3 },
        { "PowerDecay(0.1, power: 0.75, timescale: 1000)", 3 },
        { "PowerDecay(0.1, power: 0.25, timescale: 33)", 3 },
        { "PowerDecay(0.1, power: 2.75, timescale: 33)", 5 },
        { "PowerDecay(0.1, power: 3, timescale: 7.7)", 5 },
        { "PowerDecay(0.1, power: 0.9, timescale: 1000)", 3 },
        { "PowerDecay(0.1, power: 2.5, timescale: 33.5, Steps = 5000)", 5 },
        { "InverseSquareRoot(5e-4, timescale: 4000)", 2 },
        { "Warmup(4000), InverseSquareRoot(5e-4, timescale: 4000, Steps = 100000)", 2 },
        { "Noam(modelSize: 512, warmupSteps: 4000)", 2 },
        { "Noam(768, 1234.5, Factor = 2)", 2 },
        { "Noam(768, 123, HoldSteps = 50.5, Steps = 1000)", 2 },
        { "Noam(768, 123, HoldSteps = 50, Power = 0.75, Steps = 1000, AfterEnd = AfterEnd.Repeat)", 5 },
        { "MilestoneDecay(1, 0.1, 2, 2, 4)", 0.5 },
        { "MilestoneDecay(1, 0.5, 2.5, 2.5, 2.5, 4, 4, Steps = 10, Floor = 0.05)", 0.5 },
        { "Cyclic(0.001, 0.006, 20, Wave = CycleWave.Sine)", 2 },
        { "Cyclic(0, 0.006, 20, StepsDown = 31, Wave = CycleWave.Cosine)", 2 },
        { "Cyclic(0.001, 0.006, 20, Wave = CycleWave.Sine, Amplitude = CycleAmplitude.Halving)", 3 },
        { "Cyclic(0, 0.006, 20, StepsDown = 31, Wave = CycleWave.Cosine, Amplitude = CycleAmplitude.Exponential, Factor = 0.99)", 6 },
        { "CosineRestarts(0.1, 10)", 2 },
        { "CosineRestarts(0.1, 10, Floor = 0.01, Cycles = 3)", 2 },
        { "CosineRestarts(0.1, 7.5, LengthFactor = 1.5, Amplitude = 0.5, Floor = 0.02, Cycles = 6), Constant(0.1)", 2 },
        { "Warmup(5), CosineRestarts(0.1, 12)", 2 },
        { "CosineRestarts(0.1, 10, Amplitude = 0.5)", 4 },
        { "CosineRestarts(0.1, 10, Amplitude = 0.9)", 4 },
        { "CosineRestarts(0.1, 1, Amplitude = 0.9, Floor = 0.02)", 2 },
        { "CosineRestarts(0.1, 7.5, Amplitude = 0.9, Floor = 0.001)", 3 },
        { "CosineRestarts(0.1, 1000, Amplitude = 0.99, FloorRatio = 1e-3)", 4 },
        { "Warmup(5.5), CosineRestarts(0.1, 12.2, Amplitude = 0.75, FloorRatio = 0.1)", 3 },
        { "CosineRestarts(0.1, 10, LengthFactor = 1.1, Amplitude = 0.9, Floor = 0.001)", 8 },
        { "Warmup(2.3333333333333335), CosineRestarts(1, 2.4, LengthFactor = 1.05, Amplitude = 0.5, Floor = 1e-9)", 8 },
        { "CosineRestarts(1, 10, LengthFactor = 1.5, Amplitude = 0.5, Floor = 1e-3)", 2 },
        { "CosineRestarts(0.1, 10, LengthFactor = 1.01, Amplitude = 0.9, Floor = 1e-9)", 8 },
        { "OneCycle(0.1, steps: 10000)", 2 },
        { "OneCycle(1, steps: 10, Interpolation = Interpolation.Linear)", 1 },
        { "OneCycle(1, steps: 90, RiseShare = 0.7)", 2 },
        { "OneCycle(0.3, steps: 1001, RiseShare = 0.25, ThreePhase = true, InitialDivisor = 10, FinalDivisor = 100)", 2 },
        { "FlatCosine(0.01, 10000, FloorRatio = 1e-5)", 2 },
        { "FlatCosine(0.01, 77, FlatShare = 0.4, AfterEnd = AfterEnd.Repeat)", 2 },
        { "WarmupStableDecay(3e-4, 2000, 80000, 18000)", 1 },
        { "WarmupStableDecay(3e-4, 3, 4, 400, From = 1e-5, Floor = 3e-5, Cooldown = CooldownShape.Cosine)", 2 },
        { "WarmupStableDecay(3e-4, 3, 4, 400, Cooldown = CooldownShape.OneMinusSqrt)", 2 },
        { "WarmupStableDecay(3e-4, 3, 4, 400, FloorRatio = 0.1, Cooldown = CooldownShape.OneMinusSqrt)", 2 },
        { "WarmupStableDecay(3e-4, 3, 4, 400, FloorRatio = 0.1, Cooldown = CooldownShape.Exponential)", 2 },
        { "TriStage(1e-3, 1000, 40000, 160000)", 2 },
        { "TriStage(1e-3, 10, 40, 160, InitialRatio = 0, FinalRatio = 0.05)", 2 },
        { "SlantedTriangular(0.01, 1600)", 1 },
        { "SlantedTriangular(0.01, 177.5, CutShare = 0.25, Ratio = 7)", 1 },
        { "Cyclic(0.001, 0.006, 2000)", 1 },
        { "Cyclic(0, 0.3, 7, StepsDown = 12)", 1 },
        { "Cyclic(0.001, 0.006, 20, Amplitude = CycleAmplitude.Halving)", 2 },
        { "Cyclic(0, 0.006, 3, StepsDown = 5, Amplitude = CycleAmplitude.Halving)", 2 },
        { "Cyclic(0.1, 1, 20, StepsDown = 30, Amplitude = CycleAmplitude.Exponential, Factor = 0.999)", 3 },
        { "Cyclic(0, 1, 20, Amplitude = CycleAmplitude.Exponential, Factor = 0.9)", 4 },
        { "Warmup(10, From = 0.01), Cyclic(0.1, 1, 20)", 1 },
        { "RexDecay(0.1, 10000)", 2 },
        { "RexDecay(0.1, 333, Floor = 1e-3, End = End.LastStep)", 2 },
        { "RangeTest(1e-7, 10, 100, End = End.LastStep)", 2 },
        { "RangeTest(0.001, 0.1, 77, Linear = true)", 1 },
        { "CosineDecay(0.1, 300, Exponent = 2)", 3 },
        { "CosineDecay(0.1, 30011, Exponent = 0.5, Floor = 1e-3)", 2 },
        { "CosineDecay(0.1, 777, Exponent = 1.7, FloorRatio = 0.01, AfterEnd = AfterEnd.Oscillate)", 3 },
        { "CosineDecay(0.1, 1000, Exponent = 3, End = End.LastStep)", 5 },
        { "CosineDecay(0.1, 1000, HalfWaves = 3)", 2 },
        { "CosineDecay(0.1, 1001, HalfWaves = 2.5, Floor = 1e-3)", 2 },
        { "CosineDecay(0.1, 1001, HalfWaves = 4, AfterEnd = AfterEnd.Oscillate)", 2 },
        { "CosineDecay(0.1, 77, HalfWaves = 0.5, AfterEnd = AfterEnd.Repeat)", 2 },
        { "CosineDecay(0.1, 1000, TimePower = 2)", 6 },
        { "CosineDecay(0.1, 100003, TimePower = 5, Floor = 1e-3)", 6 },
        { "CosineDecay(0.1, 100003, TimePower = 1.5, Floor = 1e-9)", 6 },
        { "CosineDecay(0.1, 5e12, TimePower = 0.3)", 8 },
        { "PolynomialDecay(0.1, 1000, TimePower = 2)", 3 },
        { "PolynomialDecay(0.1, 100000, power: 0.5, TimePower = 3, Floor = 1e-6)", 4 },
        { "PolynomialDecay(0.1, 1e9, TimePower = 1.5)", 4 },
        { "PolynomialDecay(0.1, 100000, power: 2.5, TimePower = 0.7)", 8 },
        { "TanhDecay(0.1, 300)", 2 },
        { "TanhDecay(0.1, 1001, Lower = -2.5, Upper = 2.25, Floor = 1e-3, End = End.LastStep)", 2 },
        { "TanhDecay(0.1, 100000, Lower = -100, Upper = 200)", 2 },
        { "TanhDecay(0.1, 60, AfterEnd = AfterEnd.Repeat)", 2 },
        { "SigmoidDecay(0.1, midpoint: 1000, steepness: 0.01)", 2 },
        { "SigmoidDecay(0.1, midpoint: 100000.5, steepness: 0.007, Floor = 1e-3)", 2 },
        { "SigmoidDecay(0.1, midpoint: 10, steepness: 0.1, Steps = 50)", 2 },
        { "SigmoidDecay(0.1, midpoint: 1e9, steepness: 1e-6, Floor = 1e-30)", 2 },
        { "NaturalExponentialDecay(0.1, decayRate: 0.5)", 2 },
        { "NaturalExponentialDecay(0.1, decayRate: 0.5, every: 1000, Floor = 1e-5)", 2 },
        { "NaturalExponentialDecay(0.1, decayRate: 0.1, every: 7.5, Steps = 1000)", 2 },
        { "NaturalExponentialDecay(0.1, decayRate: 1e6, every: 1e9)", 2 },
        { "SwaAnneal(0.1, 0.05)", 2 },
        { "CosineDecay(0.1, 75, Floor = 0.01), SwaAnneal(0.01, 0.05, steps: 500, Interpolation = Interpolation.Linear)", 2 },
        { "LinearCosineDecay(0.1, 1000)", 2 },
        { "LinearCosineDecay(0.1, 1000, Beta = 0, Floor = 1e-3)", 2 },
        { "LinearCosineDecay(0.1, 1000, Beta = 0)", 2 },
        { "LinearCosineDecay(0.1, 3001, Periods = 2.25, Alpha = 0.5, Beta = 0.25, AfterEnd = AfterEnd.Oscillate)", 2 },
        { "ChebyshevDecay(0.2, low: 0.01, steps: 64)", 0.5 },
        { "ChebyshevDecay(0.2, 0.01, 256)", 0.5 },
        { "ChebyshevDecay(0.2, 0.01, 1)", 0.5 },
        { "ChebyshevDecay(0.3, 0.07, 2), Constant(0.1)", 0.5 },
        { "Warmup(5.5), ChebyshevDecay(0.3, 0.07, 16), LinearDecay(0.1, 0, 100)", 1 },
        { "ChebyshevDecay(0.3, 0.07, 16, AfterEnd = AfterEnd.Repeat)", 0.5 },
        { "ChebyshevDecay(0.3, 0.07, 8, AfterEnd = AfterEnd.Oscillate)", 0.5 },
        { "EdenDecay(0.045, 5000)", 2 },
        { "EdenDecay(0.045, 7500, Epochs = 3.5, StepsPerEpoch = 480)", 2 },
        { "EdenDecay(0.045, 100, Epochs = 6, StepsPerEpoch = 4.5, Power = 0.5, Steps = 5000)", 2 },
        { "EdenDecay(0.045, 100, Power = 0.3, Floor = 1e-4)", 2 },
        { "Warmup(500, FromRatio = 0.5, Join = Join.Multiply), EdenDecay(0.045, 7500, Epochs = 3.5, StepsPerEpoch = 480)", 2 },
        { "WarmupStableDecay(3e-4, 3, 4, 4001, FloorRatio = 0.1, Cooldown = CooldownShape.Halving)", 3 },
        { "WarmupStableDecay(3e-4, 3, 4, 4001, Cooldown = CooldownShape.Halving)", 3 },
        { "WarmupStableDecay(3e-4, 3, 4, 4001, Cooldown = CooldownShape.OneMinusSquare)", 2 },
        { "LinearDecay(0.1, 0.05, 12.5), CosineDecay(0.2, 30.25), ExponentialDecay(0.1, 0.5, 3)", 2 },
    };

    /// <summary>Declarations that name others: the bounds are sums of those of the parts, and one more for each rounding between.</summary>
    public static TheoryData<string, double> Compositions => new()
    {
        { "A: Warmup(20), CosineDecay(0.1, 100); Use(\"A\")", 2 },
        { "A: Warmup(20), CosineDecay(0.1, 100); Use(\"A\"), Repeat(3)", 2 },
        { "A: Warmup(20), CosineDecay(0.1, 100); Use(\"A\"), Repeat", 2 },
        { "A: Warmup(20), CosineDecay(0.1, 100); Warmup(7.5), Use(\"A\"), Repeat(300)", 2 },
        { "A: CosineDecay(0.1, 100); Constant(0.3, Steps = 10), Use(\"A\"), LinearDecay(0.1, 0.01, 40)", 2 },
        { "A: CosineDecay(0.1, 100, AfterEnd = AfterEnd.Repeat); Constant(0.3, Steps = 10), Use(\"A\", Steps = 250), Constant(0.2)", 2 },
        { "A: CosineDecay(0.1, 100); B: MilestoneDecay(1, 0.5, 30, 60); Product(\"A\", \"B\")", 3 },
        { "A: CosineRestarts(0.1, 24); B: StepDecay(1, 30, 0.5); Product(\"A\", \"B\")", 3 },
        { "A: CosineDecay(0.1, 100); B: ExponentialDecay(0.01, 0.99); Sum(\"A\", \"B\")", 3 },
        { "A: LinearDecay(0.1, 0, 70); B: LinearDecay(0, 0.2, 33.25); Sum(\"A\", \"B\")", 2 },
        { "A: LinearDecay(0.1, 0, 70); B: InverseSquareRoot(0.05, 20); C: Constant(0.2); Average(\"A\", \"B\", \"C\")", 4 },
        { "A: ExponentialDecay(0.1, 0.9); B: LinearDecay(0.05, 0.001, 100); Max(\"A\", \"B\")", 2 },
        { "A: LinearDecay(0, 0.1, 50); B: InverseSquareRoot(0.2, 20); Min(\"A\", \"B\")", 2 },
        { "A: Cyclic(0.01, 0.1, 7); B: CosineDecay(1, 100); C: Constant(0.02); D: Product(\"A\", \"B\"); Max(\"D\", \"C\")", 4 },
        { "A: OneCycle(0.1, 100); B: Use(\"A\"), Scale(0.5); C: Sum(\"A\", \"B\"); Warmup(5), Delay(3), Cooldown(10), Use(\"C\")", 5 },
        // Levels that vanish earlier once they are scaled.
        { "A: StepDecay(1, 6000, 0.125, Steps = 20000); B: Clamp(high: 0.1), ExponentialDecay(0.3, 0.5, 14.75, Steps = 20000, Staircase = true); Product(\"A\", \"B\")", 3 },
        { "A: Clamp(0.002, high: 0.1), Delay(1.1), TanhDecay(0.7147706, 68177, Lower = -60.5, Upper = 100); B: Clamp(0.002, high: 0.1), ExponentialDecay(0.3162278, 0.5, 14.75, Steps = 84974, Staircase = true); C: Clamp(0.002, high: 0.1), Product(\"A\", \"B\"); Warmup(5), Max(\"C\", \"A\")", 20 },
        { "A: CosineRestarts(0.1, 24, Amplitude = 0.8); B: StepDecay(1, 30, 0.5); Product(\"A\", \"B\")", 6 },
        { "A: CosineRestarts(0.1, 24, Amplitude = 0.9, Floor = 1e-3); B: Use(\"A\", Steps = 300), Constant(0.01); Delay(2.5), Sum(\"A\", \"B\"), Scale(0.3)", 5 },
        { "A: CosineRestarts(0.1, 24, Amplitude = 0.9, Floor = 1e-3); Warmup(3), Use(\"A\", Steps = 100), Repeat(20), Clamp(high: 0.07)", 4 },
        { "Scale(0.3), ChebyshevDecay(0.2, 0.01, 32), Warmup(10)", 1 },
        { "Delay(-3), ChebyshevDecay(0.2, 0.01, 32), Cooldown(10, Join = Join.Multiply), Clamp(high: 0.1)", 2 },
        { "A: ChebyshevDecay(0.2, 0.01, 32); B: CosineDecay(1, 40); C: Product(\"A\", \"B\"); D: Use(\"A\", Steps = 7), LinearDecay(0.1, 0, 20); Sum(\"C\", \"D\")", 4 },
        { "A: ChebyshevDecay(0.2, 0.01, 32); Warmup(3), Use(\"A\"), Repeat(3)", 1 },
        { "Scale(0.3), CosineDecay(0.1, 100), Warmup(10)", 2.5 },
        { "BatchScale(1024), CosineDecay(0.1, 100)", 2 },
        { "BatchScale(1000, 256, Rule = BatchRule.SquareRoot), StepDecay(0.1, 10, 0.5)", 0.5 },
        { "Clamp(low: 1e-3, high: 0.05), ExponentialDecay(0.1, 0.97), Warmup(10)", 2 },
        { "Clamp(high: 0.05), CosineRestarts(0.1, 10)", 2 },
        { "Delay(7), ExponentialDecay(0.1, 0.97, Steps = 50)", 2 },
        { "Delay(7.5), CosineDecay(0.1, 33, AfterEnd = AfterEnd.Repeat)", 2 },
        { "Delay(-3), Warmup(5), StepDecay(0.1, 4, 0.5)", 2 },
        { "Cooldown(30), InverseSquareRoot(0.1, 20, Steps = 200), Warmup(10)", 3 },
        { "Cooldown(30, Shape = CooldownShape.OneMinusSqrt, ToRatio = 0.1), Constant(0.1, Steps = 100)", 2 },
        { "Cooldown(30, Shape = CooldownShape.Exponential, To = 0.001), LinearDecay(0.1, 0.05, 100)", 3 },
        { "Cooldown(30, Shape = CooldownShape.Cosine, Join = Join.Multiply), ExponentialDecay(0.1, 0.99, Steps = 100)", 5 },
        { "Repeat(3), LinearDecay(0.1, 0.01, 12.25), CosineDecay(0.01, 20)", 2 },
        { "Repeat, Warmup(4), LinearDecay(0.1, 0.01, 12), CosineDecay(0.01, 20)", 2 },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Rates_are_within_the_bound_of_the_exact_ones(string declaration, double bound)
    {
        // The three differ in how they add and multiply, and in how they look a level up.
        foreach (var framework in LongRun.Some([Framework.NetStandard, Framework.Net8, Framework.Net10], 3, offset: declaration.Length))
        {
            var schedule = ScheduleBatch.Compile([declaration], new ConsumerOptions { Framework = framework })[0];
            AssertWithin(schedule, schedule.Reference.InterestingSteps().Concat(Samples(schedule)), bound);
        }
    }

    /// <summary>The steps of a cycle are exact as doubles up to 2^53, 285,000 years at a thousand steps a second.</summary>
    [Theory]
    [InlineData("Cyclic(0.1, 1, 2.5, StepsDown = 4)")]
    [InlineData("A: CosineDecay(0.1, 100, AfterEnd = AfterEnd.Oscillate); Warmup(2.5), LinearDecay(0.3, 0.2, 10.5), Use(\"A\")")]
    [InlineData("A: CosineRestarts(0.1, 24); B: StepDecay(1, 30, 0.9, Floor = 0.05); Product(\"A\", \"B\")", 5)]
    [InlineData("A: ChebyshevDecay(0.2, 0.01, 32, AfterEnd = AfterEnd.Oscillate); B: Constant(0.1, Steps = 3), Use(\"A\"); Max(\"A\", \"B\")")]
    [InlineData("PolynomialDecay(0.1, 100, Cycling = true)", 2)]
    [InlineData("PolynomialDecay(0.1, 2.4, Cycling = true, Floor = 0.01)", 2)]
    [InlineData("PolynomialDecay(0.1, 1000, power: 0.5, Cycling = true, Floor = 1e-4)", 2)]
    [InlineData("PolynomialDecay(0.1, 1000, power: 2.3, Cycling = true)", 3)]
    [InlineData("Warmup(7), PolynomialDecay(0.7906043, 2.4, 3, Cycling = true, Floor = 1e-9)", 5)]
    [InlineData("CosineRestarts(0.1, 7.5)")]
    [InlineData("Warmup(2.4), CosineRestarts(0.1, 33.4, Floor = 0.01)")]
    [InlineData("CosineRestarts(0.1, 10, LengthFactor = 2, Amplitude = 0.9)")]
    [InlineData("CosineRestarts(0.1, 10, LengthFactor = 1.2)", 8)]
    [InlineData("A: CosineRestarts(0.1, 10, LengthFactor = 1.2); B: InverseSquareRoot(0.05, 20); Sum(\"A\", \"B\")", 9)]
    [InlineData("CosineRestarts(0.1, 10, LengthFactor = 1.1, Amplitude = 0.95)", 8)]
    [InlineData("Warmup(2.25), CosineRestarts(0.1, 33.4, LengthFactor = 1.07, Floor = 0.01)", 5)]
    [InlineData("A: CosineRestarts(0.1, 10, LengthFactor = 1.2); B: StepDecay(1, 30, 0.9, Floor = 0.05); C: Use(\"A\", Steps = 200), Constant(0.1); D: Product(\"A\", \"B\"); Sum(\"C\", \"D\")", 12)]
    [InlineData("CosineRestarts(0.1, 10, LengthFactor = 2)")]
    [InlineData("CosineRestarts(0.1, 10, LengthFactor = 3, Floor = 1e-4)")]
    public void Cycles_inside_others_are_within_the_bound_while_steps_are_exact(string declaration, double bound = 2)
    {
        var schedule = ScheduleBatch.Compile(declaration);
        AssertWithin(schedule, schedule.Reference.InterestingSteps().Where(t => t < 1L << 53), bound);
        // Beyond, the position is rounded, but stays inside the cycle.
        Assert.All(schedule.Reference.InterestingSteps().Where(t => t >= 1L << 53), t => Assert.InRange(schedule.At(t), 0, schedule.Struct.Peak));
        AssertFill(schedule.Struct);
    }

    [Fact]
    public void Restarts_come_where_a_logarithm_would_misplace_them()
    {
        // timm and PyTorch's step(epoch) give the end of a cycle here: 10 · (3^5 − 1) / 2.
        var schedule = ScheduleBatch.Compile("CosineRestarts(1, 10, LengthFactor = 3)");
        Assert.Equal(1, schedule.At(1210));
        Assert.True(schedule.At(1209) < 1e-5);
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Fill_gives_the_bits_of_At(string declaration, double bound)
    {
        _ = bound;
        foreach (var framework in LongRun.Some([Framework.Net10, Framework.Net8], 2, offset: declaration.Length))
            AssertFill(ScheduleBatch.Compile([declaration], new ConsumerOptions { Framework = framework })[0].Struct);
    }

    private static void AssertFill(ISchedule schedule)
    {
        double end = double.IsInfinity(schedule.Length) ? 5000 : Math.Min(schedule.Length, 1e6);
        foreach (long start in new[] { -70, -3, 0, 1, (long)end / 2 - 40, (long)end - 40, 1L << 53, long.MaxValue - 200, long.MinValue })
        {
            foreach (int length in new[] { 0, 1, 2, 3, 4, 7, 8, 9, 64, 133 })
            {
                var rates = new double[length];
                schedule.Fill(rates, start);
                for (int i = 0; i < length; i++)
                    Assert.Equal(BitConverter.DoubleToInt64Bits(schedule.At(start + i)), BitConverter.DoubleToInt64Bits(rates[i]));
            }
        }
    }

    internal static void AssertWithin(CompiledSchedule schedule, IEnumerable<long> steps, double bound)
    {
        double worst = 0;
        long worstStep = 0;
        foreach (long step in steps)
        {
            double computed = schedule.At(step);
            Assert.Equal(computed, schedule.Struct.At(step));
            var exact = schedule.Reference.At(step);
            double ulps = BigReal.Abs(exact) < s_negligible && Math.Abs(computed) < 1e-300 ? 0 : exact.UlpsFrom(computed);
            if (ulps > worst)
                (worst, worstStep) = (ulps, step);
        }

        // Half an ulp is the rounding that no double escapes; the hair above the bound is the reference's own rounding of ulps.
        Assert.True(worst <= Math.Max(bound, 0.5) + 1e-6,
            $"{schedule}: {worst:0.000} ulp at step {worstStep}: {schedule.At(worstStep):R} for {schedule.Reference.At(worstStep).RoundToDouble():R}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{worst:0.000} ulp at step {worstStep}");
    }

    private static IEnumerable<long> Samples(CompiledSchedule schedule)
    {
        double end = double.IsInfinity(schedule.Reference.Length) ? 20_000 : schedule.Reference.Length * 1.1;
        var random = new Random(1);
        for (int i = 0; i < 400; i++)
            yield return (long)(random.NextDouble() * end);
        for (int i = 0; i < 100; i++)
            yield return (long)Math.Exp(random.NextDouble() * 43);
    }
}
