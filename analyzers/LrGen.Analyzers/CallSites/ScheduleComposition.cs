using System.Collections.Immutable;
using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>How two declarations whose rates are assigned in turn can have been meant together.</summary>
internal static class ScheduleComposition
{
    /// <summary>Properties of the diagnostic: the attributes of either composition, and the name of the declaration.</summary>
    public const string ProductKey = "Product", PhasesKey = "Phases", NameKey = "Composed";

    /// <summary>What has not changed by then does not change.</summary>
    private static readonly Rational s_late = 1_000_000;

    /// <summary>The compositions as properties; empty where none is likely, or a declaration is not one that can be composed.</summary>
    public static ImmutableDictionary<string, string?> Of(RateWrite first, RateWrite second, Body body)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        if (first.Group != second.Group || UseOf(first, body) is not { } useA || UseOf(second, body) is not { } useB
            || useA.Target.Symbol is not IMethodSymbol a || useB.Target.Symbol is not IMethodSymbol b || !AreAlike(a, b)
            || useA.Step!.Syntax.ToString() != useB.Step!.Syntax.ToString() || Reviewed(useA) is not { } curveA || Reviewed(useB) is not { } curveB)
            return none;
        bool isShareA = curveA.Peak.Equals(1), isShareB = curveB.Peak.Equals(1);
        if (isShareA != isShareB)
        {
            var (rate, share) = isShareB ? (a, b) : (b, a);
            return Composition(ProductKey, "Product(nameof(" + rate.Name + "), nameof(" + share.Name + "))", rate.Name + "Times" + share.Name);
        }

        if (isShareA)
            return none;
        return LeadsTo(curveA, curveB) is { } before ? Phases(a, before, b) : LeadsTo(curveB, curveA) is { } after ? Phases(b, after, a) : none;

        ImmutableDictionary<string, string?> Phases(IMethodSymbol up, string length, IMethodSymbol on) => Composition(
            PhasesKey, "Use(nameof(" + up.Name + ")" + length + "), Use(nameof(" + on.Name + "))", up.Name + "Then" + on.Name);

        ImmutableDictionary<string, string?> Composition(string kind, string attributes, string name) => none.Add(kind, attributes).Add(NameKey, name);
    }

    /// <summary>The one use that a plain assignment consists of; asking twice for what it is asked for changes nothing.</summary>
    private static ScheduleUse? UseOf(RateWrite write, Body body) =>
        body.Uses.FirstOrDefault(u => ReferenceEquals(u.Operation, write.Value.Unwrap()))
            is { Operation: IInvocationOperation { Arguments.Length: 1 }, Step: { } step } use
            && !step.DescendantsAndSelf().Any(o => o is IIncrementOrDecrementOperation or IAssignmentOperation or IInvocationOperation)
            && write.Operation.Syntax.Parent is ExpressionStatementSyntax
            ? use
            : null;

    private static bool AreAlike(IMethodSymbol a, IMethodSymbol b) => SymbolEqualityComparer.Default.Equals(a.ContainingType, b.ContainingType)
        && a.IsStatic == b.IsStatic && a.Arity + b.Arity == 0 && SymbolEqualityComparer.Default.Equals(a.ReturnType, b.ReturnType)
        && a.Parameters is [var stepA] && b.Parameters is [var stepB] && SymbolEqualityComparer.Default.Equals(stepA.Type, stepB.Type)
        && !a.GetAttributes().Concat(b.GetAttributes()).Any(t => t.AttributeClass?.Name == "TrainingAttribute");

    /// <summary>A declaration that others can take in: all of it known, without an end that throws, noise or factors.</summary>
    private static ScheduleReview? Reviewed(ScheduleUse use) =>
        use.Target.Review is { Curve: { HasFactors: false } curve } review && curve.AfterEnd is not { Kind: Generator.Curves.AfterEnd.Throw } ? review : null;

    /// <summary>The length to write for a rate that rises to the one that another begins with, where it has none itself; null for any other rate.</summary>
    private static string? LeadsTo(ScheduleReview up, ScheduleReview on)
    {
        if ((up.End ?? up.Ramp?.Length) is not { } end || !(up.At(Rational.Zero) < up.At(end)) || up.At(end) != on.At(Rational.Zero))
            return null;
        // A warm-up to a rate that stays.
        return up.End is not null ? string.Empty
            : up.At(end) == up.ExactPeak && up.At(end + s_late) == up.ExactPeak ? ", Steps = " + NumberText.Shortest(end.ToDouble()) : null;
    }
}
