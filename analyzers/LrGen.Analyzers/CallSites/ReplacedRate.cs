using System.Collections.Immutable;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>Something that sets the rate of an optimizer.</summary>
/// <param name="Operation">What sets it.</param>
/// <param name="Optimizer">The optimizer whose rate it is.</param>
/// <param name="Group">Its group.</param>
/// <param name="Source">What the rate comes from.</param>
/// <param name="Name">The same, for a person.</param>
internal sealed record RateWriter(IOperation Operation, ISymbol Optimizer, string Group, ISymbol Source, string Name)
{
    /// <summary>The assignment; null for a scheduler's step.</summary>
    public RateWrite? Write { get; init; }
}

/// <summary>A rate that no update uses, because an assignment replaces it first: what sets it can go, and nothing changes.</summary>
internal static class ReplacedRate
{
    /// <summary>Properties of the diagnostic: what the fix is called, and whether it deletes what the diagnostic stands at.</summary>
    public const string TitleKey = "Replaced", IsSecondKey = "ReplacedIsSecond";

    /// <summary>The properties, and the scheduler that goes as well; null where both rates are used, or where that is not known.</summary>
    public static (ImmutableDictionary<string, string?> Properties, IOperation? Scheduler)? Of(RateWriter first, RateWriter second, Body body)
    {
        var (block, a) = PlaceOf(first.Operation);
        var (other, b) = PlaceOf(second.Operation);
        if (block is null || !ReferenceEquals(block, other) || block.Parent is not ILoopOperation loop || first.Optimizer is not ILocalSymbol optimizer
            || body.Escapes(optimizer))
            return null;
        var steps = body.OptimizerSteps.Where(s => s.Variable is null || TorchTypes.Same(s.Variable, optimizer)).Select(s => s.Call).ToList();
        bool isUsedBetween = steps.Exists(s => s.IsInLambda() || s.Start() > a.Start() && s.Start() < b.Start());
        if (second.Write is not null && Covers(second, first, body) && !isUsedBetween && !IsSeen(Between(block, a, b), body))
            return Delete(first, "which " + second.Name + " replaces at once", isSecond: false, body);
        // The round after replaces what the one before has left.
        return first.Write is not null && Covers(first, second, body) && steps.TrueForAll(s => s.IsIn(loop) && s.Start() > a.Start() && s.Start() < b.Start())
            && steps.Count > 0 && !IsSeen(block.Operations.Where(o => o.Start() < a.Start() || o.Start() > b.Start()), body)
            ? Delete(second, "which " + first.Name + " replaces before the next update", isSecond: true, body)
            : null;
    }

    private static (ImmutableDictionary<string, string?> Properties, IOperation? Scheduler)? Delete(
        RateWriter gone, string why, bool isSecond, Body body)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(TitleKey, gone.Write is null ? "Delete " + gone.Name + ", " + why : "Delete the assignment of " + gone.Name + ", " + why);
        if (isSecond)
            properties = properties.Add(IsSecondKey, "true");
        if (gone.Write is { } write)
            return IsPure(write, body) && HasStatementOfItsOwn(write) ? (properties, null) : null;
        return body.CreationOf(gone.Source, body.Schedulers) is { } made && IsOnlyMoved(gone, made) ? (properties, made.Call) : null;
    }

    /// <summary>Whether one sets every group that the other does.</summary>
    private static bool Covers(RateWriter one, RateWriter other, Body body) => one.Group == "*" || one.Write is not null && one.Group == other.Group
        || one.Group == "0" && body.CreationOf(one.Optimizer, body.Optimizers) is { } made && OptimizerCalls.Groups(made) == 1;

    /// <summary>Whether statements read a rate or can leave the loop.</summary>
    private static bool IsSeen(IEnumerable<IOperation> statements, Body body) => statements.Any(s => s.DescendantsAndSelf().Any(o =>
        o is IBranchOperation or IReturnOperation or IThrowOperation || o is IPropertyReferenceOperation { Property.Name: "LearningRate" or "ParamGroups" }
        || body.LastRates.Any(r => ReferenceEquals(r.Call, o))));

    private static IEnumerable<IOperation> Between(IBlockOperation block, IOperation a, IOperation b) =>
        block.Operations.Where(o => o.Start() > a.Start() && o.Start() < b.Start());

    private static bool IsPure(RateWrite write, Body body) => !write.Value.DescendantsAndSelf().Any(o =>
        o is IIncrementOrDecrementOperation or IAssignmentOperation || o is IInvocationOperation && !body.Uses.Any(u => ReferenceEquals(u.Operation, o)));

    /// <summary>Whether nothing goes with an assignment but the loop over the groups.</summary>
    private static bool HasStatementOfItsOwn(RateWrite write) => write.Operation.Parent is IExpressionStatementOperation statement
        && (statement.Parent is ILoopOperation || statement.Parent is IBlockOperation block && (block.Parent is not ILoopOperation over
        || !TwoSchedules.IsOverGroups(over) || block.Operations.Length == 1));

    /// <summary>Whether a scheduler is made, moved on in one place, and nothing else.</summary>
    private static bool IsOnlyMoved(RateWriter gone, Creation made) => gone.Source is ILocalSymbol local
        && gone.Operation is { Parent: IExpressionStatementOperation, Syntax.Parent: ExpressionStatementSyntax { Parent: BlockSyntax } }
        && made.Call.Root().Descendants().OfType<ILocalReferenceOperation>().Count(r => TorchTypes.Same(r.Local, local)) == 1
        && made.Call.Place().Statement.Syntax is LocalDeclarationStatementSyntax
        {
            Parent: BlockSyntax, UsingKeyword.RawKind: 0, Declaration.Variables.Count: 1,
        }
        && !gone.Operation.Descendants().Any(o => o is IInvocationOperation or IIncrementOrDecrementOperation or IAssignmentOperation);

    /// <summary>The block of an assignment; of one to each group in turn, the block of that loop.</summary>
    public static (IBlockOperation? Block, IOperation Statement) PlaceOf(IOperation write)
    {
        var place = write.Place();
        var loop = write.Loop();
        return loop is not null && TwoSchedules.IsOverGroups(loop) ? loop.Place() : place;
    }
}
