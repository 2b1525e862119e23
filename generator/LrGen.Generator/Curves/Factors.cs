using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>A multiplier of every rate that is chosen by an integer known at run time.</summary>
/// <param name="Index">The integer.</param>
/// <param name="Values">The multiplier for 0, 1, 2, ….</param>
/// <param name="Attribute">The attribute that says so.</param>
/// <param name="Argument">Its argument that the integer is.</param>
internal sealed record GainRule(ArgumentScalar Index, IReadOnlyList<Rational> Values, string Attribute, string Argument);

/// <summary>Noise: a multiplier 1 + amount · draw for the steps from <paramref name="Begin"/> to <paramref name="End"/>.</summary>
/// <param name="Amount">The size.</param>
/// <param name="IsNormal">Whether draws are from the bell curve, up to four deviations; else they lie evenly between −1 and 1.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Begin">The first step.</param>
/// <param name="End">The first step after; null where there is none.</param>
internal sealed record NoiseRule(double Amount, bool IsNormal, long Seed, Scalar Begin, Scalar? End);
