namespace LrGen.SearchTests;

public enum Shape
{
    Line,
    Wave,
    Steps = 7,
}

/// <summary>A rate and a batch size: the space of the README.</summary>
[SearchSpace]
public readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate, [Choice(32, 64, 128)] int Batch);

/// <summary>Every kind of range, and every type.</summary>
[SearchSpace]
public readonly partial record struct Everything(
    [LogUniform(1e-3, 1e3, Points = 7)] float Factor,
    [Uniform(-1, 1, Points = 3)] double Shift,
    [IntegerRange(-4, 5, Step = 3)] short Width,
    [IntegerRange(0, 1)] ulong Bit,
    [Choice(true, false)] bool Flag,
    [Choice("a", "b \"c\"")] string @class,
    [Choice(Shape.Wave, Shape.Steps)] Shape Shape);

/// <summary>Parameters that depend on others, two deep.</summary>
[SearchSpace]
public readonly partial record struct Conditional(
    [Choice("cosine", "step", "constant")] string Schedule,
    [When(nameof(Schedule), "step"), Choice(2, 3)] int Drops = 0,
    [When(nameof(Drops), 3), Uniform(0.1, 0.9, Points = 4)] double Factor = 1,
    [When(nameof(Schedule), "step", "cosine"), IntegerRange(1, 5)] int Warmup = -1,
    [LogUniform(1e-4, 1, Points = 3)] double Rate = 0);

/// <summary>As many dimensions as there can be.</summary>
[SearchSpace]
public readonly partial record struct Sixteen(
    [Uniform(0, 1)] double A, [Uniform(0, 1)] double B, [Uniform(0, 1)] double C, [Uniform(0, 1)] double D,
    [Uniform(0, 1)] double E, [Uniform(0, 1)] double F, [Uniform(0, 1)] double G, [Uniform(0, 1)] double H,
    [Uniform(0, 1)] double I, [Uniform(0, 1)] double J, [Uniform(0, 1)] double K, [Uniform(0, 1)] double L,
    [Uniform(0, 1)] double M, [Uniform(0, 1)] double N, [Uniform(0, 1)] double O, [Uniform(0, 1)] double P)
{
    public readonly double[] ToArray() => [A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P];
}

/// <summary>A space inside a type, with one parameter.</summary>
public static partial class Outer
{
    [SearchSpace]
    internal partial record struct Inner([IntegerRange(3, 3)] int Only);
}
