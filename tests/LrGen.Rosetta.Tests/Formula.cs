using System.Reflection;

namespace LrGen.Rosetta.Tests;

/// <summary>
/// The methods of the class are formulas of a system, restated from its sources and named like the declarations that have to match:
/// <c>double Name(long t)</c> where the system computes a rate from the step, <c>IEnumerable&lt;double&gt; Name()</c> where it computes
/// each rate from the last. A second parameter is the group (or layer) of a declaration that has one, too.
/// </summary>
/// <param name="system">The class with the declarations.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FormulasOfAttribute(Type system) : Attribute
{
    public Type System { get; } = system;
}

/// <summary>The rates that a system's own formula gives to the first steps, for a declaration of the sample.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Method">The formula.</param>
/// <param name="Group">The parameter group (or layer), or null where there is one rate for all.</param>
internal sealed record Formula(MethodInfo Declaration, MethodInfo Method, int? Group)
{
    /// <summary>How many steps are compared.</summary>
    public const int Steps = 1_000;

    /// <summary>How many groups the declarations have that have groups.</summary>
    public const int Groups = 3;

    public static IReadOnlyList<Formula> All { get; } =
    [
        .. from type in typeof(Formula).Assembly.GetTypes()
           let formulas = type.GetCustomAttribute<FormulasOfAttribute>()
           where formulas is not null
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           from formula in OfEachGroup(DeclarationOf(formulas.System, method), method)
           select formula,
    ];

    public string Name => Declaration.DeclaringType!.Name + "." + Declaration.Name + (Group is { } group ? $", group {group}" : "");

    public Func<long, double> Rate => Of(Declaration);

    public IReadOnlyList<(long Step, double Value)> Rows() => Method.GetParameters().Length > 0
        ? [.. Enumerable.Range(0, Steps).Select(t => ((long)t, Of(Method)(t)))]
        : [.. Method.CreateDelegate<Func<IEnumerable<double>>>()().Take(Steps).Select((rate, t) => ((long)t, rate))];

    private Func<long, double> Of(MethodInfo method)
    {
        if (Group is not { } group)
            return method.CreateDelegate<Func<long, double>>();
        var ofGroup = method.CreateDelegate<Func<long, int, double>>();
        return step => ofGroup(step, group);
    }

    private static IEnumerable<Formula> OfEachGroup(MethodInfo declaration, MethodInfo method) => method.GetParameters().Length == 2
        ? Enumerable.Range(0, Groups).Select(group => new Formula(declaration, method, group))
        : [new Formula(declaration, method, null)];

    private static MethodInfo DeclarationOf(Type system, MethodInfo formula) =>
        system.GetMethod(formula.Name) ?? throw new MissingMethodException(system.Name, formula.Name);

    /// <summary>Rates that are computed from the last one: the first, and then <paramref name="next"/>(t, last) for t ≥ 1.</summary>
    public static IEnumerable<double> Chain(double first, Func<int, double, double> next)
    {
        double rate = first;
        for (int t = 1; ; t++)
        {
            yield return rate;
            rate = next(t, rate);
        }
    }

    /// <summary>Schedulers one after the other; each begins again at its own step 0.</summary>
    public static IEnumerable<double> Sequence(params (int Steps, IEnumerable<double> Rates)[] parts) =>
        parts.SelectMany(part => part.Rates.Take(part.Steps));

    /// <summary>
    /// (1 + cos πx) ÷ 2, as the square of a cosine: the systems' sum loses digits near its end, where cos πx is next to −1.
    /// </summary>
    public static double HalfWave(double x) => Math.Pow(Math.Cos(Math.PI * x / 2), 2);
}
