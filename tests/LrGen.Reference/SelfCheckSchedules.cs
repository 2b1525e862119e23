namespace LrGen.Reference;

/// <summary>The checks of whole schedules.</summary>
public static partial class SelfCheck
{
    /// <summary>Rates that other systems, run in double precision, gave.</summary>
    private static IEnumerable<(string Name, bool Passed, string Detail)> OtherSystems() =>
    [
        Series(
            "PyTorch StepLR",
            [new StepDecayAttribute(0.1, 3, 0.1)],
            [0.1, 0.1, 0.1, 0.010000000000000002, 0.010000000000000002, 0.010000000000000002, 0.0010000000000000002,
             0.0010000000000000002, 0.0010000000000000002, 0.00010000000000000003], unit: 0.1),
        Series(
            "PyTorch LinearLR, ¼ to 1",
            [new LinearDecayAttribute(0.025, 0.1, 4)],
            [0.025, 0.043750000000000004, 0.06250000000000001, 0.08125000000000002, 0.10000000000000002,
             0.10000000000000002, 0.10000000000000002], unit: 0.1),
        Series(
            "PyTorch LinearLR, ⅓ to 1",
            [new LinearDecayAttribute(0.1 / 3, 0.1, 5)],
            [0.03333333333333333, 0.04666666666666667, 0.060000000000000005, 0.07333333333333335, 0.08666666666666668, 0.1,
             0.1], unit: 0.1),
        Series("PyTorch LinearLR, 1 to 0", [new LinearDecayAttribute(1, 0, 4)], [1, 0.75, 0.5, 0.25, 0, 0, 0]),
        Series(
            "PyTorch ExponentialLR",
            [new ExponentialDecayAttribute(0.1, 0.9)],
            [0.1, 0.09000000000000001, 0.08100000000000002, 0.07290000000000002, 0.06561000000000002, 0.05904900000000002,
             0.05314410000000002, 0.04782969000000002], unit: 0.1),
        Series("PyTorch PolynomialLR", [new PolynomialDecayAttribute(1, 4, 2)], [1, 0.5625, 0.25, 0.0625, 0, 0, 0]),
        Series(
            "PyTorch CosineAnnealingLR",
            [new CosineDecayAttribute(1, 4) { Floor = 0.1, AfterEnd = AfterEnd.Oscillate }],
            [1, 0.8681980515339464, 0.55, 0.23180194846605368, 0.1, 0.2318019484660536, 0.55, 0.8681980515339467,
             1.0000000000000004, 0.8681980515339468, 0.5500000000000004, 0.2318019484660541, 0.1, 0.2318019484660536]),
        Series(
            "PyTorch SequentialLR, linear and exponential",
            [new LinearDecayAttribute(0.25, 1, 4), new ExponentialDecayAttribute(1, 0.5)],
            [0.25, 0.4375, 0.625, 0.8125, 1, 0.5, 0.25, 0.125, 0.0625]),
        Series(
            "PyTorch SequentialLR, constant and exponential",
            [new ConstantAttribute(0.1) { Steps = 4 }, new ExponentialDecayAttribute(1, 0.9)],
            [0.1, 0.1, 0.1, 0.1, 1, 0.9, 0.81, 0.7290000000000001, 0.6561000000000001]),
        Series(
            "PyTorch SequentialLR, linear and cosine",
            [new LinearDecayAttribute(0.25, 1, 4), new CosineDecayAttribute(1, 4) { AfterEnd = AfterEnd.Oscillate }],
            [0.25, 0.4375, 0.625, 0.8125, 1, 0.8535533905932737, 0.5, 0.14644660940672627, 0, 0.1464466094067262]),
        Series(
            "MXNet FactorScheduler, counting from 1",
            [new StepDecayAttribute(1, 3, 0.5)],
            [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125]),
        Series(
            "timm StepLRScheduler",
            [new StepDecayAttribute(1, 3, 0.5)],
            [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125], firstStep: -1),
        Series(
            "timm CosineLRScheduler, warm-up over the cosine",
            [new WarmupAttribute(3) { From = 0.01, Join = Join.OverlapToFirst }, new CosineDecayAttribute(1, 8) { Floor = 0.1 }],
            [0.01, 0.01, 0.34, 0.67, 0.7222075445642904, 0.55, 0.3777924554357096, 0.23180194846605365, 0.13425421036992097,
             0.1, 0.1, 0.1, 0.1], firstStep: -1),
        Series(
            "timm CosineLRScheduler, warm-up before the cosine",
            [new WarmupAttribute(3) { From = 0.01 }, new CosineDecayAttribute(1, 8) { Floor = 0.1 }],
            [0.01, 0.01, 0.34, 0.67, 1, 0.9657457896300791, 0.8681980515339464, 0.7222075445642904, 0.55,
             0.3777924554357096, 0.23180194846605365, 0.13425421036992097, 0.1, 0.1, 0.1], firstStep: -1),
        Series(
            "DeepSpeed WarmupDecayLR",
            [new WarmupAttribute(4), new LinearDecayAttribute(1, 0, 6)],
            [0, 0, 0.25, 0.5, 0.75, 1, 0.8333333333333334, 0.6666666666666666, 0.5, 0.3333333333333333, 0.16666666666666666,
             0, 0, 0], firstStep: -1),
        Series(
            "Megatron-LM cosine",
            [new WarmupAttribute(3), new CosineDecayAttribute(1, 8) { FloorRatio = 0.1 }],
            [0, 0.3333333333333333, 0.6666666666666666, 1, 0.9657457896300791, 0.8681980515339464, 0.7222075445642904, 0.55,
             0.3777924554357096, 0.23180194846605365, 0.13425421036992097, 0.1, 0.1, 0.1]),
        Series(
            "Megatron-LM warm-up, stable, decay",
            [new WarmupAttribute(3), new ConstantAttribute(1) { Steps = 4 }, new LinearDecayAttribute(1, 0.1, 4)],
            [0, 0.3333333333333333, 0.6666666666666666, 1, 1, 1, 1, 1, 0.775, 0.55, 0.325, 0.1, 0.1, 0.1]),
        Series(
            "Hugging Face linear",
            [new WarmupAttribute(3), new LinearDecayAttribute(1, 0, 8)],
            [0, 0.3333333333333333, 0.6666666666666666, 1, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125, 0, 0, 0]),
        Series(
            "Hugging Face cosine_with_min_lr",
            [new WarmupAttribute(3), new CosineDecayAttribute(1, 8) { Floor = 0.1, AfterEnd = AfterEnd.Oscillate }],
            [0, 0.3333333333333333, 0.6666666666666666, 1, 0.9657457896300791, 0.8681980515339464, 0.7222075445642904, 0.55,
             0.3777924554357096, 0.23180194846605365, 0.13425421036992097, 0.1, 0.1342542103699209, 0.23180194846605356]),
        Series(
            "Hugging Face warmup_stable_decay, cosine",
            [new WarmupAttribute(3) { FromRatio = 0.1 }, new ConstantAttribute(1) { Steps = 4 },
             new CosineDecayAttribute(1, 4) { Floor = 0.1 }],
            [0.1, 0.4, 0.7, 1, 1, 1, 1, 1, 0.8681980515339464, 0.55, 0.23180194846605365, 0.1, 0.1, 0.1]),
    ];

    /// <summary>Rates short enough to work out by hand, for the conventions that the systems above do not show.</summary>
    private static IEnumerable<(string Name, bool Passed, string Detail)> ByHand()
    {
        double root = Math.Sqrt(0.5);
        LinearDecayAttribute line = new(1, 0, 8);
        return
        [
            Series(
                "levels of 2.4 steps",
                [new StepDecayAttribute(1, 2.4, 0.5)],
                [1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.0625, 0.0625, 0.03125], firstStep: 2),
            Series(
                "levels, a late begin and a floor",
                [new ExponentialDecayAttribute(16, 0.5, 2) { Begin = 2, Staircase = true, Floor = 3 }],
                [16, 16, 16, 16, 16, 8, 8, 4, 4, 3, 3], firstStep: -1, unit: 16),
            Series(
                "smooth, with an end",
                [new ExponentialDecayAttribute(16, 0.25, 2) { Steps = 3 }],
                [16, 8, 4, 2, 2], unit: 16),
            Series(
                "FirstStep.OneStepIn",
                [new WarmupAttribute(4) { FirstStep = FirstStep.OneStepIn }, new ConstantAttribute(1)],
                [0.25, 0.25, 0.5, 0.75, 1, 1], firstStep: -1),
            Series(
                "FirstStep.BetweenEnds",
                [new WarmupAttribute(4) { FirstStep = FirstStep.BetweenEnds }, new ConstantAttribute(1)],
                [0.2, 0.4, 0.6, 0.8, 1, 1]),
            Series(
                "warm-up to its last step",
                [new WarmupAttribute(5) { End = End.LastStep }, new LinearDecayAttribute(1, 0, 2)],
                [0, 0.25, 0.5, 0.75, 1, 1, 0.5, 0]),
            Series(
                "Join.Overlap",
                [new WarmupAttribute(4) { Join = Join.Overlap }, line],
                [0, 0.125, 0.25, 0.375, 0.5, 0.375, 0.25]),
            Series(
                "Join.Overlap, w = 2.5",
                [new WarmupAttribute(2.5) { Join = Join.Overlap }, line],
                [0, 0.275, 0.55, 0.625, 0.5]),
            Series(
                "Join.Multiply",
                [new WarmupAttribute(4) { FromRatio = 0.5, Join = Join.Multiply }, line],
                [0.5, 0.546875, 0.5625, 0.546875, 0.5, 0.375]),
            Series(
                "Join.Multiply, a start rate",
                [line, new WarmupAttribute(4) { From = 0.5, Join = Join.Multiply }],
                [0.5, 0.546875, 0.5625, 0.546875, 0.5, 0.375]),
            Series(
                "AfterEnd.Repeat",
                [new LinearDecayAttribute(1, 0, 4) { AfterEnd = AfterEnd.Repeat }],
                [1, 0.75, 0.5, 0.25, 1, 0.75, 0.5, 0.25, 1]),
            Series(
                "AfterEnd.Repeat, End.LastStep",
                [new LinearDecayAttribute(1, 0, 5) { AfterEnd = AfterEnd.Repeat, End = End.LastStep }],
                [1, 0.75, 0.5, 0.25, 0, 1, 0.75]),
            Series(
                "AfterEnd.Oscillate, End.LastStep",
                [new LinearDecayAttribute(1, 0, 3) { AfterEnd = AfterEnd.Oscillate, End = End.LastStep }],
                [1, 0.5, 0, 0.5, 1, 0.5]),
            Series(
                "End.LastStep of an inner phase",
                [new LinearDecayAttribute(1, 0, 3) { End = End.LastStep }, new ConstantAttribute(2)],
                [1, 0.5, 0, 2, 2]),
            Series(
                "phases of 2.5 steps",
                [new LinearDecayAttribute(10, 5, 2.5), new LinearDecayAttribute(5, 0, 2.5)],
                [10, 8, 6, 4, 2, 0, 0], unit: 10),
            Series(
                "a floor by ratio",
                [new PolynomialDecayAttribute(2, 4) { FloorRatio = 0.25 }],
                [2, 1.625, 1.25, 0.875, 0.5, 0.5], unit: 2),
            Series(
                "WarmupShape.Constant",
                [new WarmupAttribute(2) { Shape = WarmupShape.Constant, FromRatio = 0.5 }, line],
                [0.5, 0.5, 1, 0.875]),
            Series(
                "WarmupShape.Exponential",
                [new WarmupAttribute(4) { Shape = WarmupShape.Exponential, From = 1 }, new ConstantAttribute(16)],
                [1, 2, 4, 8, 16], unit: 16),
            Series(
                "WarmupShape.Polynomial",
                [new WarmupAttribute(4) { Shape = WarmupShape.Polynomial }, new ConstantAttribute(16)],
                [0, 1, 4, 9, 16], unit: 16),
            Series(
                "WarmupShape.Logarithmic",
                [new WarmupAttribute(4) { Shape = WarmupShape.Logarithmic, End = End.LastStep }, new ConstantAttribute(1)],
                [0, 0.5, Math.Log(3, 4), 1, 1]),
            Series(
                "WarmupShape.Cosine",
                [new WarmupAttribute(3) { Shape = WarmupShape.Cosine }, new ConstantAttribute(1)],
                [0, 0.25, 0.75, 1]),
            Series(
                "WarmupShape.OneMinusSqrt",
                [new WarmupAttribute(4) { Shape = WarmupShape.OneMinusSqrt }, new ConstantAttribute(1)],
                [0, 1 - Math.Sqrt(0.75), 1 - root, 0.5, 1]),
        ];
    }

    /// <summary>What is not a row of rates: lengths, run-time values, underflow, the far end of the step counter.</summary>
    private static IEnumerable<(string Name, bool Passed, string Detail)> Rules()
    {
        ReferenceSchedule halving = new([new StepDecayAttribute(1, 1, 0.5)]);
        yield return Equal("the smallest normal value stays", halving.At(1022).RoundToDouble(), Math.ScaleB(1, -1022));
        yield return Equal("a value below it is 0", halving.At(1023).Sign, 0);
        yield return Equal("the last step of all", halving.At(long.MaxValue).Sign, 0);
        yield return Equal("the first step of all", halving.At(long.MinValue).RoundToDouble(), 1);
        yield return Equal("no end", halving.Length, double.PositiveInfinity);
        ReferenceSchedule doubling = new([new StepDecayAttribute(1, 1, 2)]);
        yield return Equal("growth past every double", doubling.At(long.MaxValue).RoundToDouble(), double.PositiveInfinity);

        Attribute[] open = [new WarmupAttribute(), new CosineDecayAttribute(rate: 1)];
        Dictionary<string, double> lengths = new() { ["steps"] = 3, ["cosineDecaySteps"] = 8, ["warmupFrom"] = 0.25 };
        ReferenceSchedule schedule = new(open, lengths);
        yield return Equal("lengths at run time", schedule.Length, 11);
        yield return Equal("a start at run time", schedule.At(0).RoundToDouble(), 0.25);
        ReferenceSchedule early = new([new CosineDecayAttribute(1, 8) { End = End.LastStep }]);
        yield return Equal("End.LastStep ends a step early", early.Length, 7);

        ReferenceSchedule throwing = new([new CosineDecayAttribute(1, 8) { AfterEnd = AfterEnd.Throw }]);
        yield return Equal("the end of a throwing schedule", throwing.At(8).Sign, 0);
        yield return ("a step behind it", Throws(() => throwing.At(9)), "throws");

        long[] steps = [.. schedule.InterestingSteps()];
        bool covered = new long[] { long.MinValue, -1, 0, 2, 3, 4, 7, 10, 11, 12, long.MaxValue }.All(steps.Contains);
        yield return ("interesting steps", covered && steps.SequenceEqual(steps.Distinct().Order()), string.Join(' ', steps));
    }

    private static (string Name, bool Passed, string Detail) Series(
        string name, Attribute[] attributes, double[] rates, long firstStep = 0, double unit = 1) =>
        Series(name, new ReferenceSchedule(attributes), rates, firstStep, unit);

    private static (string Name, bool Passed, string Detail) Series(
        string name, ReferenceSchedule schedule, double[] rates, long firstStep, double unit)
    {
        double worst = rates.Select((rate, i) => Math.Abs(schedule.At(firstStep + i).RoundToDouble() - rate) / unit).Max();
        return (name, worst <= 1e-12, $"off by at most {worst} of the base rate");
    }

    private static bool Throws(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (ArgumentOutOfRangeException)
        {
            return true;
        }
    }
}
