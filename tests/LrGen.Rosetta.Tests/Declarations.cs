using System.Reflection;
using Rosetta;

namespace LrGen.Rosetta.Tests;

/// <summary>The methods of the sample and the series that they claim to reproduce.</summary>
internal static class Declarations
{
    public static IReadOnlyList<(MethodInfo Method, GoldenAttribute Golden)> All { get; } =
    [
        .. from type in typeof(GoldenAttribute).Assembly.GetExportedTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           from golden in method.GetCustomAttributes<GoldenAttribute>()
           select (method, golden),
    ];

    /// <summary>Series that no declaration reproduces, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotCovered { get; } = new Dictionary<string, string>
    {
        ["G006"] = "power of a half wave (exponent)",
        ["G012"] = "declared, but single precision loses 2.5 ulp of 1 + cos x near the floor",
        ["G023"] = "declared, but single precision loses 2.5 ulp of 1 + cos x near the floor",
        ["G024"] = "declared, but single precision loses 2.9 ulp of 1 + cos x near the floor",
        ["G029"] = "k-decay of a half wave",
        ["G031"] = "hyperbolic tangent",
        ["G033"] = "k-decay of a polynomial",
        ["G037"] = "random noise",
        ["G061"] = "Megatron's exponential cooldown, 2 · 0.5^x − 1, is not by equal ratios",
        ["G091"] = "product of a function of the step",
        ["G110"] = "driven by a metric",
        ["G111"] = "driven by a metric",
        ["G113"] = "driven by a metric",
    };
}
