using LrGen.Analyzers.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>What surrounds an operation on its way from an entry.</summary>
internal enum PlaceKind
{
    /// <summary>A method that is called from outside.</summary>
    Entry,

    /// <summary>A loop.</summary>
    Loop,

    /// <summary>A way that is not always taken: a branch, or what follows <c>if (…) continue;</c>.</summary>
    Branch,

    /// <summary>A call that is followed.</summary>
    Call,

    /// <summary>A lambda that unknown code gets, and calls when and as often as it likes.</summary>
    Handed,
}

/// <summary>
/// One of the loops, branches and calls around an operation, across methods: the way from an entry to it is the chain of these. Two events
/// that share one share that round of the loop, that branch or that call.
/// </summary>
internal sealed class Place
{
    public Place(Place? outer, PlaceKind kind, IOperation? operation, LoopFacts? loop = null) => (Outer, Kind, Operation, Loop) = (outer, kind, operation,
        loop);

    /// <summary>The next one outside; null for an entry.</summary>
    public Place? Outer { get; }

    public PlaceKind Kind { get; }

    /// <summary>The loop, the branch, the call.</summary>
    public IOperation? Operation { get; }

    /// <summary>What is known of a loop; null for the others.</summary>
    public LoopFacts? Loop { get; }

    /// <summary>The condition of a branch of an <c>if</c>; null for the others.</summary>
    public IOperation? Condition => Kind == PlaceKind.Branch
        ? Operation is IConditionalOperation rest ? rest.Condition : (Operation?.Parent as IConditionalOperation)?.Condition
        : null;

    /// <summary>This place and all around it, the innermost first.</summary>
    public IEnumerable<Place> Chain()
    {
        for (var place = this; place is not null; place = place.Outer)
            yield return place;
    }

    /// <summary>The loops around, the innermost first; a loop over groups or over schedulers in a list runs once for its round.</summary>
    public IEnumerable<Place> Loops() => Chain().Where(p => p.Kind == PlaceKind.Loop && p.Loop!.Over is not LoopOver.Parts);

    /// <summary>The innermost loop; null where there is none.</summary>
    public Place? InnerLoop => Loops().FirstOrDefault();

    /// <summary>Whether it runs when unknown code says so.</summary>
    public bool IsHanded => Chain().Any(p => p.Kind == PlaceKind.Handed);

    /// <summary>Whether it stands in what a test says has to throw.</summary>
    public bool ThrowsOnPurpose => Chain().Any(p => p is { Kind: PlaceKind.Handed, Operation: IInvocationOperation { TargetMethod.Name: var name } }
        && name.IndexOf("Throw", StringComparison.Ordinal) >= 0);

    /// <summary>The entry that it is reached from.</summary>
    public Place Entry => Chain().Last();

    public bool IsIn(Place outer) => Chain().Any(p => ReferenceEquals(p, outer));

    /// <summary>The innermost place that two have in common; null where they are reached from two entries.</summary>
    public static Place? Common(Place a, Place b) => a.Chain().FirstOrDefault(b.IsIn);

    /// <summary>The innermost branch inside an outer place; null where it is always run from there.</summary>
    public Place? BranchIn(Place? outer) => Chain().TakeWhile(p => !ReferenceEquals(p, outer)).FirstOrDefault(p => p.Kind == PlaceKind.Branch);

    /// <summary>Whether two places are on ways of which one is taken instead of the other.</summary>
    public static bool AreAlternatives(Place a, Place b)
    {
        if (Common(a, b) is not { } common)
            return true;
        var first = a.BranchesIn(common).LastOrDefault()?.Operation;
        var second = b.BranchesIn(common).LastOrDefault()?.Operation;
        return first is not null && second is not null && !ReferenceEquals(first, second) && ReferenceEquals(first.Parent, second.Parent)
            && (first.Parent is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation);
    }

    /// <summary>The branches inside an outer place, the innermost first.</summary>
    public IEnumerable<Place> BranchesIn(Place? outer) => Chain().TakeWhile(p => !ReferenceEquals(p, outer)).Where(p => p.Kind == PlaceKind.Branch);

    /// <summary>The loops inside an outer place, the innermost first.</summary>
    public IEnumerable<Place> LoopsIn(Place? outer) =>
        Chain().TakeWhile(p => !ReferenceEquals(p, outer)).Where(p => p.Kind == PlaceKind.Loop && p.Loop!.Over is not LoopOver.Parts);

    /// <summary>The number n of a branch that is taken once in n rounds, <c>++i % n == 0</c>; null for any other.</summary>
    public IOperation? Modulus()
    {
        if (Condition is not { } condition)
            return null;
        bool isRest = Operation is IConditionalOperation;
        foreach (var operation in condition.DescendantsAndSelf())
        {
            if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                && comparison.LeftOperand.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, RightOperand: var divisor }
                && comparison.OperatorKind == BinaryOperatorKind.NotEquals == (isRest || IsWhenFalse))
                return divisor;
        }

        return null;
    }

    private bool IsWhenFalse => Operation?.Parent is IConditionalOperation { WhenFalse: { } no } && ReferenceEquals(no, Operation);
}
