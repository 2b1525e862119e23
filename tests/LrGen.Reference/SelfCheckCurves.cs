namespace LrGen.Reference;

/// <summary>The checks of the smooth curves, of waves and cycles, of modifiers and of what names other declarations.</summary>
public static partial class SelfCheck
{
    private static IEnumerable<(string Name, bool Passed, string Detail)> Curves()
    {
        double root = Math.Sqrt(0.5);
        yield return Series(
            "timm TanhLRScheduler",
            [new TanhDecayAttribute(1, 8) { Floor = 0.1 }],
            [0.9986489359689367, 0.9838124110341177, 0.8358170285742793, 0.3420472792329956, 0.12638100767622068, 0.1, 0.1], firstStep: 3);
        yield return Series(
            "a tangent of its own range",
            [new TanhDecayAttribute(2, 2) { Lower = -1, Upper = 1 }], [1 + Math.Tanh(1), 1, 0, 0], unit: 2);
        yield return Series(
            "timm PolyLRScheduler with k_decay",
            [new PolynomialDecayAttribute(1, 8, 2) { Floor = 0.1, TimePower = 1.5 }],
            [1, 0.9222082996165134, 0.7890625, 0.6341095434053388, 0.4761038969321073, 0.3303359705776433, 0.21055320489100782,
             0.12965209145776058, 0.1, 0.1]);
        yield return Series(
            "timm CosineLRScheduler with k_decay",
            [new CosineDecayAttribute(1, 8) { TimePower = 1.5 }],
            [1, 1, 0.9951885936325263, 0.9619397662556434, 0.8754296071393093, 0.7220079201631067, 0.5092579260575744,
             0.2736781377122707, 0.07911378614560483, 0, 0], firstStep: -1);
        yield return Series(
            "a cosine squared",
            [new CosineDecayAttribute(1, 8) { Floor = 0.1, Exponent = 2 }],
            [0.1 + 0.9 * (0.375 + root / 2), 0.1 + 0.9 * Math.Pow((1 + Math.Cos(3 * Math.PI / 8)) / 2, 2), 0.325], firstStep: 2);
        yield return Series("three half waves", [new CosineDecayAttribute(1, 6) { HalfWaves = 3 }], [1, 0.5, 0, 0.5, 1, 0.5, 0, 0]);
        yield return Series("one and a half waves", [new CosineDecayAttribute(1, 3) { HalfWaves = 1.5 }], [1, 0.5, 0, 0.5, 0.5]);
        yield return Series(
            "sigmoid",
            [new SigmoidDecayAttribute(1, 2, 0.5) { Floor = 0.2 }],
            [0.2 + 0.8 / (1 + Math.Exp(-1)), 0.2 + 0.8 / (1 + Math.Exp(-0.5)), 0.6, 0.2 + 0.8 / (1 + Math.Exp(0.5))]);
        yield return Series(
            "powers of e, and a floor",
            [new NaturalExponentialDecayAttribute(1, 0.5, 2) { Floor = 0.4 }], [1, Math.Exp(-0.25), Math.Exp(-0.5), Math.Exp(-0.75), 0.4, 0.4]);
        yield return Series("PyTorch SWALR", [new SwaAnnealAttribute(1, 0.05, 3)], [1, 0.7625, 0.2875, 0.05, 0.05]);
        yield return Series("SWALR, linear", [new SwaAnnealAttribute(1, 0.4, 3) { Interpolation = Interpolation.Linear }], [1, 0.8, 0.6, 0.4, 0.4]);
        yield return Series(
            "linear cosine",
            [new LinearCosineDecayAttribute(1, 4)],
            [1.001, 0.75 * (1 + root) / 2 + 0.001, 0.251, 0.25 * (1 - root) / 2 + 0.001, 0.001, 0.001]);
        yield return Series(
            "linear cosine of one period", [new LinearCosineDecayAttribute(1, 4) { Periods = 1, Alpha = 0.5, Beta = 0 }], [1.5, 0.625, 0, 0.375, 0.5, 0.5]);
        yield return Series(
            "Eden",
            [new EdenDecayAttribute(1, 3) { Epochs = 2, StepsPerEpoch = 4 }],
            [1, Math.Pow(10 / 9.0, -0.25), Math.Pow(13 / 9.0, -0.25), Math.Pow(2, -0.25), Math.Pow(25 / 9.0 * 1.25, -0.25)]);
        yield return Series("Eden2 of one clock", [new EdenDecayAttribute(1, 3) { Power = 0.5, Floor = 0.65 }], [1, 3 / Math.Sqrt(10), 3 / Math.Sqrt(13), root, 0.65]);
        yield return Series(
            "Megatron-LM warm-up, stable, decay, exponential",
            [new WarmupStableDecayAttribute(1, 3, 4, 4) { Floor = 0.1, Cooldown = CooldownShape.Halving }],
            [0, 1 / 3.0, 2 / 3.0, 1, 1, 1, 1, 1, 0.7136135474566861, 0.47279220613578565, 0.2702864035024489, 0.1, 0.1]);
        yield return Series(
            "decay by 1 − x²", [new WarmupStableDecayAttribute(1, 1, 1, 4) { Cooldown = CooldownShape.OneMinusSquare }], [0, 1, 1, 0.9375, 0.75, 0.4375, 0, 0]);
        yield return Series(
            "darknet burn_in",
            [new WarmupAttribute(4) { Shape = WarmupShape.Polynomial, Power = 4 }, new ConstantAttribute(256)], [0, 1, 16, 81, 256], unit: 256);
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> Waves()
    {
        double root = Math.Sqrt(0.5), eighth = Math.Sin(Math.PI / 8);
        yield return Series(
            "Keras PolynomialDecay, cycling",
            [new PolynomialDecayAttribute(1, 4) { Floor = 0.1, Cycling = true }], [1, 1, 0.775, 0.55, 0.325, 0.1, 0.4375, 0.325, 0.2125, 0.1, 0.325], -1);
        yield return Series(
            "cycling squares of a fractional length",
            [new PolynomialDecayAttribute(1, 2.5, 2) { Cycling = true }], [1, 0.36, 0.04, 0.16, 0.04, 0, 0.04, 0.0044444444444444444]);
        ReferenceSchedule cycling = new([new PolynomialDecayAttribute(1, 4) { Cycling = true }]);
        yield return Equal("a multiple far out is an end", cycling.At(4_000_000_000_000_000_000).Sign, 0);
        yield return Equal("the step behind it", cycling.At(4_000_000_000_000_000_001).RoundToDouble(), 3 / 4e18);
        yield return Equal("cycles have no end", cycling.Length, double.PositiveInfinity);

        yield return Series(
            "PyTorch CyclicLR",
            [new CyclicAttribute(0.1, 1, 2) { StepsDown = 4 }], [0.1, 0.1, 0.55, 1, 0.775, 0.55, 0.325, 0.1, 0.55, 1, 0.775], -1);
        yield return Series(
            "PyTorch CyclicLR, exp_range",
            [new CyclicAttribute(0.1, 1, 2) { Amplitude = CycleAmplitude.Exponential, Factor = 0.9 }],
            [0.1, 0.505, 0.829, 0.42805, 0.1, 0.3657205, 0.5782969, 0.3152336050000001, 0.1, 0.27433922005]);
        yield return Series(
            "triangles half as high each time",
            [new CyclicAttribute(1, 17, 2) { Amplitude = CycleAmplitude.Halving }], [1, 9, 17, 9, 1, 5, 9, 5, 1, 3, 5], unit: 17);
        yield return Series("triangles of 2.5 steps up", [new CyclicAttribute(0, 1, 2.5)], [0, 0.4, 0.8, 0.8, 0.4, 0, 0.4]);
        yield return Series(
            "arches of a sine",
            [new CyclicAttribute(0, 1, 4) { Wave = CycleWave.Sine }], [0, eighth, root, Math.Cos(Math.PI / 8), 1, Math.Cos(Math.PI / 8), root, eighth, 0, eighth]);
        yield return Series(
            "waves of a cosine, half as high each time",
            [new CyclicAttribute(0, 1, 4) { StepsDown = 2, Wave = CycleWave.Cosine, Amplitude = CycleAmplitude.Halving }],
            [0, (1 - root) / 2, 0.5, (1 + root) / 2, 1, 0.5, 0, (1 - root) / 4, 0.25]);
        yield return Series(
            "arches of a sine that fall with every step",
            [new CyclicAttribute(1, 3, 2) { Wave = CycleWave.Sine, Amplitude = CycleAmplitude.Exponential, Factor = 0.5 }],
            [1, 1 + root, 1.5, 1 + root / 4, 1, 1 + root / 16], unit: 3);
        ReferenceSchedule low = new([new CyclicAttribute(0, 1, 1) { Amplitude = CycleAmplitude.Halving }]);
        yield return Equal("the last cycle that is not flat", low.At(2001).RoundToDouble(), Math.ScaleB(1, -1000));
        yield return Equal("cycles that are flat", low.At(2003).Sign, 0);

        yield return Series(
            "a Noam peak that is held",
            [new NoamAttribute(4, 4) { HoldSteps = 3, Power = 1 }], [0, 0.0625, 0.125, 0.1875, 0.25, 0.25, 0.25, 0.25, 0.2, 1 / 6.0]);
        yield return Series(
            "a Noam peak that is held, and an end",
            [new NoamAttribute(1, 1) { Factor = 2, HoldSteps = 1, Steps = 5 }], [0, 2, 2, 2 * root, 2 / Math.Sqrt(3), 1, 1], unit: 2);
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> Modified()
    {
        LinearDecayAttribute line = new(1, 0, 4);
        yield return Series("Clamp", [new ClampAttribute(0.3, 0.6), line], [0.6, 0.6, 0.5, 0.3, 0.3]);
        yield return Series("Scale", [line, new ScaleAttribute(2)], [2, 1.5, 1, 0.5, 0], unit: 2);
        yield return Series("BatchScale", [new BatchScaleAttribute(512, 256), line], [2, 1.5, 1, 0.5, 0], unit: 2);
        yield return Series(
            "BatchScale by the root", [new BatchScaleAttribute(1024, 256) { Rule = BatchRule.SquareRoot }, line], [2, 1.5, 1, 0.5, 0], unit: 2);
        yield return Series("Delay", [new DelayAttribute(2), line], [1, 1, 1, 0.75, 0.5]);
        yield return Series("Delay below 0", [new DelayAttribute(-1), line], [0.75, 0.5, 0.25, 0, 0]);
        yield return Series("Repeat", [new RepeatAttribute(2), line], [1, 0.75, 0.5, 0.25, 1, 0.75, 0.5, 0.25, 0, 0]);
        yield return Series("Repeat for ever", [new RepeatAttribute(), line], [1, 0.75, 0.5, 0.25, 1, 0.75, 0.5, 0.25, 1]);
        yield return Series("Cooldown", [new CooldownAttribute(2), new ConstantAttribute(1) { Steps = 4 }], [1, 1, 1, 0.5, 0, 0]);
        yield return Series(
            "Cooldown that multiplies", [new CooldownAttribute(2) { Join = Join.Multiply, ToRatio = 0.5 }, new LinearDecayAttribute(1, 0.2, 4)],
            [1, 0.8, 0.6, 0.3, 0.1, 0.1]);
        // Warm-up, then the delay, then the clamp, wherever they stand.
        yield return Series(
            "modifiers in their order", [new ClampAttribute(0.25), new DelayAttribute(1), line, new WarmupAttribute(2), new ScaleAttribute(2)],
            [0.25, 0.25, 1, 2, 1.5, 1, 0.5, 0.25], unit: 2);

        yield return Combined("Use, cut", new UseAttribute("Line") { Steps = 2 }, [1, 0.75, 0.5, 0.5]);
        yield return Combined("Product", new ProductAttribute("Line", "Halves"), [1, 0.375, 0.125, 0.03125, 0]);
        yield return Combined("Sum", new SumAttribute("Line", "Halves"), [2, 1.25, 0.75, 0.375, 0.0625]);
        yield return Combined("Average", new AverageAttribute("Line", "Halves"), [1, 0.625, 0.375, 0.1875, 0.03125]);
        yield return Combined("Max", new MaxAttribute("Line", "Halves"), [1, 0.75, 0.5, 0.25, 0.0625]);
        yield return Combined("Min", new MinAttribute("Line", "Halves") { Steps = 3 }, [1, 0.5, 0.25, 0.125, 0.125]);
        yield return Combined("phases of others", [new UseAttribute("Line") { Steps = 1 }, new UseAttribute("Halves")], [1, 1, 0.5, 0.25]);
    }

    private static (string Name, bool Passed, string Detail) Combined(string name, Attribute attribute, double[] rates) => Combined(name, [attribute], rates);

    /// <summary>A declaration that names a line to 0 in four steps and a decay by halves.</summary>
    private static (string Name, bool Passed, string Detail) Combined(string name, Attribute[] attributes, double[] rates)
    {
        ReferenceSchedule schedule = new(
            attributes, others: other => other == "Line" ? [new LinearDecayAttribute(1, 0, 4)] : [new ExponentialDecayAttribute(1, 0.5)]);
        return Series(name, schedule, rates, 0, 1);
    }
}
