namespace LrGen.Reference;

/// <summary>The checks by hand of the schedules in pieces, by inverse powers, in cycles and in stages.</summary>
public static partial class SelfCheck
{
    private static IEnumerable<(string Name, bool Passed, string Detail)> Piecewise()
    {
        yield return Series(
            "milestones, one twice",
            [new MilestoneDecayAttribute(1, 0.5, 2, 2, 4)], [1, 1, 1, 0.25, 0.25, 0.125], -1);
        yield return Series(
            "milestones and a floor",
            [new MilestoneDecayAttribute(1, 0.5, 1, 2) { Floor = 0.3 }], [1, 0.5, 0.3, 0.3]);
        yield return Series("a milestone at 2.4", [new MilestoneDecayAttribute(1, 0.5, 2.4)], [1, 1, 1, 0.5]);
        yield return Series(
            "milestones, repeated",
            [new MilestoneDecayAttribute(1, 0.5, 2) { Steps = 3, AfterEnd = AfterEnd.Repeat }],
            [1, 1, 0.5, 1, 1, 0.5]);
        ReferenceSchedule small = new([new MilestoneDecayAttribute(1e-300, 1e-10, 1)]);
        yield return Equal("a milestone below the smallest normal", small.At(1).Sign, 0);
        yield return Equal("milestones have no end", small.Length, double.PositiveInfinity);
        yield return Series("levels", [new PiecewiseConstantAttribute([1, 0.5, 0.1], [2, 4])], [1, 1, 0.5, 0.5, 0.1, 0.1]);
        yield return Series(
            "levels, with an end",
            [new PiecewiseConstantAttribute([1, 0.5], [2]) { Steps = 3 }, new ConstantAttribute(2)],
            [1, 1, 0.5, 2]);
        yield return Series(
            "points",
            [new PiecewiseInterpolatedAttribute([0, 1, 0.5], [2, 4])], [0, 0, 0.5, 1, 0.75, 0.5, 0.5], -1);
        yield return Series(
            "points, repeated",
            [new PiecewiseInterpolatedAttribute([0, 1, 0.5], [2, 4]) { AfterEnd = AfterEnd.Repeat }],
            [0, 0.5, 1, 0.75, 0, 0.5]);
        yield return Series(
            "points on half waves",
            [new PiecewiseInterpolatedAttribute([0, 1, 0.5], [4, 6]) { Interpolation = Interpolation.Cosine }],
            [0, (1 - Math.Sqrt(0.5)) / 2, 0.5, (1 + Math.Sqrt(0.5)) / 2, 1, 0.75, 0.5, 0.5]);
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> InverseTime()
    {
        double third = 1.0 / 3;
        yield return Series("inverse time", [new InverseTimeDecayAttribute(1, 1, 2)], [1, 2 * third, 0.5, 0.4, third]);
        yield return Series(
            "inverse time in levels",
            [new InverseTimeDecayAttribute(1, 1, 2) { Staircase = true }], [1, 1, 0.5, 0.5, third]);
        yield return Series(
            "inverse time and a floor",
            [new InverseTimeDecayAttribute(2, 1) { FloorRatio = 0.4 }], [2, 1, 0.8, 0.8]);
        yield return Series("inverse time, held", [new InverseTimeDecayAttribute(1, 1) { Steps = 1 }], [1, 0.5, 0.5]);
        yield return Series("inverse square", [new PowerDecayAttribute(1, 2, 2)], [1, 4 * third * third, 0.25, 0.16]);
        yield return Series(
            "inverse square and a floor",
            [new PowerDecayAttribute(1, 2, 2) { Floor = 0.2 }], [1, 4 * third * third, 0.25, 0.2]);
        yield return Series(
            "inverse square root", [new InverseSquareRootAttribute(1, 1)], [1, Math.Sqrt(0.5), Math.Sqrt(third), 0.5]);
        yield return Series(
            "inverse square root after a warm-up of its timescale",
            [new WarmupAttribute(4), new InverseSquareRootAttribute(1, 4)],
            [0, 0.25, 0.5, 0.75, 1, Math.Sqrt(4 / 5.0), Math.Sqrt(4 / 6.0)]);
        yield return Series("Noam", [new NoamAttribute(4, 4)], [0, 0, 0.0625, 0.125, 0.1875, 0.25, 0.5 / Math.Sqrt(5)], -1);
        yield return Series(
            "Noam, held",
            [new NoamAttribute(4, 1) { Factor = 2, Steps = 4 }], [0, 1, Math.Sqrt(0.5), Math.Sqrt(third), 0.5, 0.5]);
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> Cycles()
    {
        yield return Series(
            "PyTorch CosineAnnealingWarmRestarts",
            [new CosineRestartsAttribute(1, 2) { LengthFactor = 2, Floor = 0.1 }],
            [1, 0.55, 1, 0.8681980515339464, 0.55, 0.23180194846605365, 1]);
        yield return Series(
            "restarts, two cycles", [new CosineRestartsAttribute(1, 2) { Cycles = 2, Floor = 0.5 }], [1, 0.75, 1, 0.75, 0.5, 0.5]);
        yield return Series(
            "restarts from lower tops",
            [new CosineRestartsAttribute(1, 2) { Amplitude = 0.5, Floor = 0.4 }],
            [1, 0.7, 0.5, 0.45, 0.4, 0.4]);

        // 3⁵ and 3³⁹: the starts (3^i − 1)/2 that systems with a logarithm miss.
        ReferenceSchedule triple = new([new CosineRestartsAttribute(1, 1) { LengthFactor = 3, Amplitude = 0.5 }]);
        yield return Equal("the fifth restart", triple.At(121).RoundToDouble(), 1.0 / 32);
        yield return Equal("the 39th restart", triple.At(2026277576509488133).RoundToDouble(), Math.ScaleB(1, -39));
        yield return Equal("the step before it", triple.At(2026277576509488132) < BigReal.FromDouble(1e-40) ? 1 : 0, 1);
        ReferenceSchedule half = new([new CosineRestartsAttribute(1, 2) { LengthFactor = 1.5, Cycles = 3 }]);
        yield return Equal("a restart after 2 + 3", half.At(5).RoundToDouble(), 1);
        yield return Equal("the sum of three cycles", half.Length, 9.5);
        yield return Equal("the floor behind them", half.At(10).Sign, 0);

        yield return Series(
            "PyTorch OneCycleLR",
            [new OneCycleAttribute(1, 10)],
            [0.04, 0.52, 1, 0.9504846320134737, 0.8117456539497631, 0.6112620219362893, 0.38874197806371075, 0.18825834605023697,
             0.049519367986526286, 4e-6, 4e-6]);
        yield return Series(
            "one cycle in three phases",
            [new OneCycleAttribute(1, 10) { ThreePhase = true, Interpolation = Interpolation.Linear, InitialDivisor = 10, FinalDivisor = 2 }],
            [0.1, 0.1, 0.55, 1, 0.55, 0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.05], -1);
        yield return Series(
            "one cycle and a phase behind it",
            [new OneCycleAttribute(1, 5) { RiseShare = 0.4, Interpolation = Interpolation.Linear, InitialDivisor = 2, FinalDivisor = 1 },
             new ConstantAttribute(3)],
            [0.5, 1, 5 / 6.0, 2 / 3.0, 0.5, 3]);
        yield return Series(
            "slanted triangle",
            [new SlantedTriangularAttribute(1, 10) { CutShare = 0.25, Ratio = 4 }],
            [0.25, 0.25, 0.625, 1, 0.90625, 0.8125, 0.71875, 0.625, 0.53125, 0.4375, 0.34375, 0.25, 0.25], -1);
        yield return Series(
            "range test",
            [new RangeTestAttribute(1, 16, 5) { End = End.LastStep }], [1, 2, 4, 8, 16, 16], unit: 16);
        yield return Series(
            "range test, linear",
            [new RangeTestAttribute(1, 17, 4) { Linear = true }], [1, 5, 9, 13, 17, 17], unit: 17);
    }

    private static IEnumerable<(string Name, bool Passed, string Detail)> Stages()
    {
        double root = Math.Sqrt(0.5);
        yield return Series(
            "flat, then cosine", [new FlatCosineAttribute(1, 8) { FlatShare = 0.5 }], [1, 1, 1, 1, 1, (1 + root) / 2, 0.5, (1 - root) / 2, 0, 0]);
        yield return Series(
            "warm-up, stable, decay",
            [new WarmupStableDecayAttribute(1, 2, 2, 4)], [0, 0, 0.5, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0], -1);
        yield return Series(
            "decay by 1 − √x",
            [new WarmupStableDecayAttribute(2, 1, 1, 4) { From = 1, Floor = 1, Cooldown = CooldownShape.OneMinusSqrt }],
            [1, 2, 2, 1.5, 2 - root, 2 - Math.Sqrt(0.75), 1, 1], unit: 2);
        yield return Series(
            "decay along the cosine",
            [new WarmupStableDecayAttribute(1, 1, 1, 4) { Cooldown = CooldownShape.Cosine }],
            [0, 1, 1, (1 + root) / 2, 0.5, (1 - root) / 2, 0]);
        yield return Series(
            "decay by equal ratios",
            [new WarmupStableDecayAttribute(1, 1, 1, 4) { FloorRatio = 0.0625, Cooldown = CooldownShape.Exponential }],
            [0, 1, 1, 0.5, 0.25, 0.125, 0.0625, 0.0625]);
        yield return Series(
            "three stages",
            [new TriStageAttribute(1, 2, 2, 2) { InitialRatio = 0.5, FinalRatio = 0.25 }],
            [0.5, 0.75, 1, 1, 1, 0.5, 0.25, 0.25]);
        yield return Series("REX", [new RexDecayAttribute(1, 4)], [1, 6 / 7.0, 2 / 3.0, 0.4, 0, 0]);
        yield return Series(
            "REX and a floor",
            [new RexDecayAttribute(1, 3) { Floor = 0.5, End = End.LastStep }], [1, 5 / 6.0, 0.5, 0.5]);

        Attribute[] open = [new TriStageAttribute(rate: 1)];
        ReferenceSchedule stages = new(
            open, new Dictionary<string, double> { ["warmupSteps"] = 2, ["holdSteps"] = 3, ["triStageDecaySteps"] = 4 });
        yield return Equal("stages at run time", stages.Length, 9);
        long[] steps = [.. stages.InterestingSteps()];
        yield return ("interesting steps at every stage", new long[] { 1, 2, 4, 5, 8, 9, 10 }.All(steps.Contains), string.Join(' ', steps));
    }
}
