using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>Units, shares and the rest of the training: each declaration beside the same one with all lengths in steps.</summary>
public sealed class TrainingTests
{
    [Theory]
    [InlineData("Training(Epochs = 90, StepsPerEpoch = 5005)", "Warmup(5, Unit = Unit.Epochs), CosineDecay(0.1)", "Warmup(25025), CosineDecay(0.1, 425425)")]
    [InlineData("Training(StepsPerEpoch = 10)", "StepDecay(0.1, every: 2.4, factor: 0.97, Unit = Unit.Epochs)", "StepDecay(0.1, every: 24, factor: 0.97)")]
    [InlineData("Training(StepsPerEpoch = 7)", "StepDecay(0.1, every: 2.4, factor: 0.97, Unit = Unit.Epochs)", "StepDecay(0.1, every: 16.8, factor: 0.97)")]
    [InlineData("Training(StepsPerEpoch = 10)", "MilestoneDecay(0.1, 0.1, 3, 6, Unit = Unit.Epochs, Steps = 9)", "MilestoneDecay(0.1, 0.1, 30, 60, Steps = 90)")]
    [InlineData("Training(BatchesPerEpoch = 101, GradientAccumulation = 4)", "LinearDecay(0.1, 0, 2, Unit = Unit.Epochs)", "LinearDecay(0.1, 0, 52)")]
    [InlineData("Training(BatchesPerEpoch = 101, GradientAccumulation = 4)", "LinearDecay(0.1, 0, 202, Unit = Unit.Batches)", "LinearDecay(0.1, 0, 50.5)")]
    [InlineData("Training(BatchesPerEpoch = 101, GradientAccumulation = 4, Counts = Unit.Batches)", "LinearDecay(0.1, 0, 52, Unit = Unit.Steps)", "LinearDecay(0.1, 0, 208)")]
    [InlineData("Training(Samples = 1000, BatchSize = 16, Devices = 2)", "CosineDecay(0.1, 3, Unit = Unit.Epochs)", "CosineDecay(0.1, 96)")]
    [InlineData("Training(BatchSize = 16, GradientAccumulation = 2, Devices = 2)", "CosineDecay(0.1, 6400, Unit = Unit.Samples)", "CosineDecay(0.1, 100)")]
    [InlineData("Training(BatchSize = 500, TokensPerSample = 2000, Tokens = 1e9)", "Warmup(1e8, Unit = Unit.Tokens), CosineDecay(3e-4)", "Warmup(100), CosineDecay(3e-4, 900)")]
    [InlineData("Training(BatchSize = 500, TokensPerSample = 2000, Counts = Unit.Tokens)", "Warmup(10, Unit = Unit.Steps), Constant(3e-4)", "Warmup(1e7), Constant(3e-4)")]
    [InlineData("Training(StepsPerEpoch = 8, Counts = Unit.Epochs)", "Warmup(4, Unit = Unit.Steps), LinearDecay(0.1, 0, 20)", "Warmup(0.5), LinearDecay(0.1, 0, 20)")]
    [InlineData("Training(Steps = 200)", "Warmup(Fraction = 0.05), CosineDecay(0.1)", "Warmup(10), CosineDecay(0.1, 190)")]
    [InlineData("Training(Steps = 200)", "Constant(0.1, Fraction = 0.25), LinearDecay(0.1, 0.05, 30), CosineDecay(0.05)", "Constant(0.1, Steps = 50), LinearDecay(0.1, 0.05, 30), CosineDecay(0.05, 120)")]
    [InlineData("Training(Steps = 200)", "Constant(0.1), LinearDecay(0.1, 0, 30)", "Constant(0.1, Steps = 170), LinearDecay(0.1, 0, 30)")]
    [InlineData("Training(Steps = 200)", "Delay(10), Warmup(5), PolynomialDecay(0.1, power: 2)", "Delay(10), Warmup(5), PolynomialDecay(0.1, 185, 2)")]
    [InlineData("Training(Steps = 200)", "Warmup(5, Join = Join.Overlap), CosineDecay(0.1)", "Warmup(5, Join = Join.Overlap), CosineDecay(0.1, 200)")]
    [InlineData("Training(Steps = 200)", "Cooldown(Fraction = 0.2), InverseSquareRoot(0.1, 20)", "Cooldown(40), InverseSquareRoot(0.1, 20, Steps = 200)")]
    [InlineData("Training(BatchSize = 64, GradientAccumulation = 8)", "BatchScale, Constant(0.1)", "Constant(0.2)")]
    [InlineData("Training(Steps = 200)", "OneCycle(0.1)", "OneCycle(0.1, steps: 200)")]
    public void Lengths_are_converted_exactly(string training, string declaration, string inSteps)
    {
        var type = Generated.From($$"""
            public static partial class C
            {
                [{{training}}, {{declaration}}] public static partial double InUnits(long step);
                [{{inSteps}}] public static partial double InSteps(long step);
            }
            """).Load().GetType("C")!;
        var inUnits = type.GetMethod("InUnits")!.CreateDelegate<Func<long, double>>();
        var expected = type.GetMethod("InSteps")!.CreateDelegate<Func<long, double>>();
        Assert.All(Enumerable.Range(-2, 600).Select(t => (long)t).Concat([25_024, 25_025, 25_026, 200_000, 425_424, 450_449, 450_450, 9_999_999, long.MaxValue]),
            t => Assert.Equal(expected(t), inUnits(t)));
    }

    [Fact]
    public void The_nearest_training_holds_property_by_property()
    {
        var assembly = Generated.From("""
            [assembly: Training(Steps = 100, StepsPerEpoch = 10)]
            [Training(Steps = 50)]
            public static partial class C
            {
                [LinearDecay(1, 0)] public static partial double OfClass(long step);
                [Training(Steps = 20), LinearDecay(1, 0)] public static partial double OfMethod(long step);
                [LinearDecay(1, 0, 4, Unit = Unit.Epochs)] public static partial double OfAssembly(long step);
                public static partial class Inner { [LinearDecay(1, 0)] public static partial double OfOuter(long step); }
            }
            [LinearDecay(1, 0)] public readonly partial struct S { }
            """).Load();
        var type = assembly.GetType("C")!;
        Assert.Equal(0.5, type.GetMethod("OfClass")!.Invoke(null, [25L]));
        Assert.Equal(0.5, type.GetMethod("OfMethod")!.Invoke(null, [10L]));
        Assert.Equal(0.5, type.GetMethod("OfAssembly")!.Invoke(null, [20L]));
        Assert.Equal(0.5, assembly.GetType("C+Inner")!.GetMethod("OfOuter")!.Invoke(null, [25L]));
        Assert.Equal(0.5, ((ISchedule)Activator.CreateInstance(assembly.GetType("S")!)!).At(50));
    }

    [Fact]
    public void The_training_can_be_known_at_run_time_only()
    {
        var type = Generated.From("""
            public static partial class C
            {
                [Warmup(Fraction = 0.1), LinearDecay(1, 0)] public static partial double Share(long step, long trainingSteps);
                [Warmup(2, Unit = Unit.Epochs), LinearDecay(1, 0)] public static partial double Epochs(long step, int trainingEpochs, int trainingStepsPerEpoch);
                [BatchScale, Constant(0.1)] public static partial double Scaled(long step, int trainingBatchSize);
                [BatchScale(reference: 128), Constant(0.1)] public static partial double Named(long step, int batch);
            }
            """).Load().GetType("C")!;
        Assert.Equal([0.0, 0.5, 1, 0.5, 0], new long[] { 0, 5, 10, 55, 100 }.Select(t => (double)type.GetMethod("Share")!.Invoke(null, [t, 100L])!));
        Assert.Equal([0.0, 0.5, 1, 0.5, 0], new long[] { 0, 10, 20, 60, 100 }.Select(t => (double)type.GetMethod("Epochs")!.Invoke(null, [t, 10, 10])!));
        Assert.Equal(0.2, type.GetMethod("Scaled")!.Invoke(null, [3L, 512]));
        Assert.Equal(0.4, type.GetMethod("Named")!.Invoke(null, [3L, 512]));
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => type.GetMethod("Share")!.Invoke(null, [3L, -1L]));
        Assert.Equal("trainingSteps", Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException).ParamName);
    }
}
