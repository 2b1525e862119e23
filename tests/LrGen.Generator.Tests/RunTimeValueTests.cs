using LrGen.Generator.Tests.Harness;
using LrGen.Reference;

namespace LrGen.Generator.Tests;

/// <summary>Values known at run time: where they come from, what is checked, and that the curve is the same.</summary>
public sealed class RunTimeValueTests
{
    [Theory]
    [InlineData("Warmup, CosineDecay(0.1)", "int warmupSteps, int cosineDecaySteps", new object[] { 10, 100 }, new[] { "warmupSteps", "cosineDecaySteps" })]
    [InlineData("CosineDecay", "double rate, double steps, double floor", new object[] { 0.1, 100.5, 0.01 }, new[] { "rate", "steps", "floor" })]
    [InlineData("CosineDecay(AfterEnd = AfterEnd.Oscillate)", "float rate, long steps", new object[] { 0.25f, 33L }, new[] { "rate", "steps" })]
    [InlineData("LinearDecay(AfterEnd = AfterEnd.Repeat)", "double @from, double to, uint steps", new object[] { 0.1, 0.3, 12u }, new[] { "from", "to", "steps" })]
    [InlineData("StepDecay(0.1, factor: 0.5)", "int every", new object[] { 7 }, new[] { "every" })]
    [InlineData("StepDecay(0.1, factor: 0.5)", "double every, double floor", new object[] { 2.5, 0.01 }, new[] { "every", "floor" })]
    [InlineData("ExponentialDecay(0.1)", "double factor, double every, long begin, double steps", new object[] { 0.9, 4.5, 3L, 60.0 }, new[] { "factor", "every", "begin", "steps" })]
    [InlineData("PolynomialDecay(0.1)", "short steps, double power", new object[] { (short)50, 0.9 }, new[] { "steps", "power" })]
    [InlineData("Warmup(10), Constant", "double rate", new object[] { 0.3 }, new[] { "rate" })]
    [InlineData("Warmup(Shape = WarmupShape.Exponential, FirstStep = FirstStep.OneStepIn), Constant(0.2)", "double steps, double @from", new object[] { 8.5, 0.01 }, new[] { "warmupSteps", "from" })]
    [InlineData("Warmup(Shape = WarmupShape.Logarithmic), Constant(0.2)", "double warmupSteps", new object[] { 9.0 }, new[] { "warmupSteps" })]
    [InlineData("Warmup(Shape = WarmupShape.OneMinusSqrt, FirstStep = FirstStep.OneStepIn), Constant(0.2)", "double warmupSteps", new object[] { 9.5 }, new[] { "warmupSteps" })]
    [InlineData("Warmup(Shape = WarmupShape.Cosine, Join = Join.Overlap), LinearDecay(0.2, 0.1, 30)", "int warmupSteps", new object[] { 12 }, new[] { "warmupSteps" })]
    [InlineData("Warmup(Join = Join.Multiply), CosineDecay(0.2)", "int warmupSteps, int cosineDecaySteps", new object[] { 12, 40 }, new[] { "warmupSteps", "cosineDecaySteps" })]
    [InlineData("Warmup(20, Join = Join.OverlapToFirst), ExponentialDecay(0.2, 0.9)", "double fromRatio", new object[] { 0.125 }, new[] { "fromRatio" })]
    [InlineData("Constant(0.1), LinearDecay(0.1, 0, 10)", "int constantSteps", new object[] { 5 }, new[] { "constantSteps" })]
    public void A_method_with_run_time_values_is_the_same_curve(string attributes, string parameters, object[] values, string[] names)
    {
        var assembly = Generated.From($"public static partial class C {{ [{attributes}] public static partial double M(long step, {parameters}); }}").Load();
        var method = assembly.GetType("C")!.GetMethod("M")!;
        var given = names.Zip(values, (n, v) => KeyValuePair.Create(n, Convert.ToDouble(v))).ToDictionary();
        var reference = new ReferenceSchedule([.. method.GetCustomAttributes(false).OfType<Attribute>().Where(a => a.GetType().Namespace == "LrGen")], given);
        foreach (long step in reference.InterestingSteps().Concat(Enumerable.Range(0, 150).Select(t => (long)t)).Where(t => Math.Abs((double)t) < 1e15))
        {
            double rate = (double)method.Invoke(null, [step, .. values])!;
            Assert.True(reference.At(step).UlpsFrom(rate) < 16 || Math.Abs(rate - reference.At(step).RoundToDouble()) < 1e-16,
                $"step {step}: {rate:R} for {reference.At(step).RoundToDouble():R}");
        }
    }

    [Theory]
    [InlineData("readonly partial record struct S(long WarmupSteps, double Rate, long CosineDecaySteps);")]
    [InlineData("readonly partial struct S(long warmupSteps, double rate, long cosineDecaySteps);")]
    [InlineData("partial struct S { public long WarmupSteps; public double Rate { get; set; } internal long _cosineDecaySteps; public S(long w, double r, long n) { WarmupSteps = w; Rate = r; _cosineDecaySteps = n; } }")]
    public void A_struct_takes_values_from_parameters_properties_and_fields(string declaration)
    {
        var assembly = Generated.From($"[Warmup, CosineDecay] public {declaration}").Load();
        var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S")!, 10L, 0.5, 100L)!;
        Assert.Equal((0.0, 0.25, 0.5, 0.25, 0.0), (schedule.At(0), schedule.At(5), schedule.At(10), schedule.At(60), schedule.At(110)));
        Assert.Equal((110.0, 0.0, 0.5, 0.0), (schedule.Length, schedule.First, schedule.Peak, schedule.Last));
        var rates = new double[120];
        schedule.Fill(rates, -2);
        Assert.Equal(Enumerable.Range(-2, 120).Select(t => schedule.At(t)), rates);
    }

    [Theory]
    [InlineData("CosineDecay(0.1)", "long steps", 0L, "steps")]
    [InlineData("CosineDecay(0.1)", "double steps", -1.0, "steps")]
    [InlineData("CosineDecay(0.1)", "double steps", double.NaN, "steps")]
    [InlineData("CosineDecay(0.1)", "double steps", double.PositiveInfinity, "steps")]
    [InlineData("CosineDecay(steps: 10)", "double rate", 0.0, "rate")]
    [InlineData("CosineDecay(steps: 10)", "double rate", double.NaN, "rate")]
    [InlineData("CosineDecay(steps: 10)", "float rate", -1f, "rate")]
    [InlineData("CosineDecay(0.1, 10)", "double floor", 0.2, "floor")]
    [InlineData("CosineDecay(0.1, 10)", "double floor", -0.2, "floor")]
    [InlineData("StepDecay(0.1, 10)", "double factor", 0.0, "factor")]
    [InlineData("PolynomialDecay(0.1, 10)", "double power", 0.0, "power")]
    [InlineData("CosineDecay(0.1, End = End.LastStep)", "int steps", 1, "steps")]
    [InlineData("Warmup(10, Shape = WarmupShape.Exponential), Constant(0.1)", "double from", 0.0, "from")]
    public void A_broken_value_is_refused_by_name(string attributes, string parameter, object value, string name)
    {
        var assembly = Generated.From($"public static partial class C {{ [{attributes}] public static partial double M(long step, {parameter.Replace("from", "@from")}); }}").Load();
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => assembly.GetType("C")!.GetMethod("M")!.Invoke(null, [3L, value]));
        var exception = Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException);
        Assert.Equal(name, exception.ParamName);
        Assert.Equal(value, exception.ActualValue);
    }

    [Fact]
    public void A_struct_with_broken_values_refuses_every_member()
    {
        var assembly = Generated.From("[CosineDecay(0.1)] public readonly partial record struct S(long Steps);").Load();
        var schedule = (ISchedule)Activator.CreateInstance(assembly.GetType("S")!, 0L)!;
        Action[] members = [() => schedule.At(1), () => schedule.Fill(new double[1], 1), () => _ = schedule.Length, () => _ = schedule.Peak, () => _ = schedule.First, () => _ = schedule.Last];
        foreach (var member in members)
            Assert.Equal("Steps", Assert.Throws<ArgumentOutOfRangeException>(member).ParamName);
    }
}
