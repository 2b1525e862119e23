using System.Reflection;
using Rosetta;

namespace LrGen.Rosetta.Tests;

/// <summary>The methods and structs of the sample and the series that they claim to reproduce.</summary>
internal static class Declarations
{
    /// <summary>All methods that are schedules.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. from type in typeof(GoldenAttribute).Assembly.GetExportedTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where method.IsDefined(typeof(ScheduleAttribute))
           select method,
    ];

    public static IReadOnlyList<(MethodInfo Method, GoldenAttribute Golden)> All { get; } =
        [.. Methods.SelectMany(method => method.GetCustomAttributes<GoldenAttribute>(), (method, golden) => (method, golden))];

    /// <summary>All structs that metrics drive.</summary>
    public static IReadOnlyList<Type> Structs { get; } =
        [.. typeof(GoldenAttribute).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(MetricAttribute)))];

    /// <summary>The two together.</summary>
    public static IEnumerable<MemberInfo> Members => [.. Methods, .. Structs];

    public static string NameOf(MemberInfo declaration) => declaration.DeclaringType!.Name + "." + declaration.Name;

    /// <summary>The system whose declarations run beside the system itself, in LrGen.Peers.Tests.</summary>
    public static Type CheckedBesideItsPeer => typeof(TorchSharp);

    /// <summary>
    /// The half waves of the series in which single precision loses more than 2 ulp of the rate near the floor: the step where each
    /// begins, and its height over the floor.
    /// </summary>
    public static IReadOnlyDictionary<string, (long From, double Height)[]> SingleHalfWaves { get; } =
        new Dictionary<string, (long, double)[]>
        {
            ["G012"] = [(4, 0.9)],
            ["G023"] = [(4, 0.9)],
            ["G024"] = [(0, 0.9), (4, 0.9 * 0.5), (12, 0.9 * 0.25), (28, 0.9 * 0.125)],
        };

    /// <summary>Series that no declaration reproduces, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotCovered { get; } = new Dictionary<string, string>
    {
        ["G037"] = "random noise",
    };
}
