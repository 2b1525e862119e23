using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>What to write so that a training takes the rate of its schedule in every round. Nothing is suggested where there is a choice.</summary>
internal static class RateInLoop
{
    /// <summary>The assignment in the place of a call whose result is dropped.</summary>
    public static (SuggestedCode Code, IOperation? Beside)? Instead(ScheduleUse use, Body body)
    {
        if (OnlyOptimizer(body) is not { } optimizer || !CanSet(optimizer, use, body) || use.Operation.Syntax.Parent is not ExpressionStatementSyntax)
            return null;
        if (use.Operation.Loop() is null)
            return use.Operation.Branch(null) is not null ? null : InLoop(use, optimizer, CodePlace.MovedInto, body);
        return body.OptimizerSteps.Any(s => s.Call.Loops().Any(l => use.Operation.IsIn(l)))
            && Assignment(optimizer, use.Operation.Syntax.ToString(), use.Operation) is { } assignment
            ? (new SuggestedCode(CodePlace.Instead, assignment, Title(optimizer)), null)
            : null;
    }

    /// <summary>The assignment in the loop, of a rate that is asked for once before it.</summary>
    public static (SuggestedCode Code, IOperation? Beside)? After(ScheduleUse use, ISymbol asked, Body body)
    {
        if (OnlyOptimizer(body) is not { } optimizer || !SymbolEqualityComparer.Default.Equals(optimizer, asked)
            || body.CreationOf(optimizer, body.Optimizers) is { } made && TorchSharp.OptimizerCalls.HasGroups(made))
            return null;
        var write = body.RateWrites.FirstOrDefault(w => body.UsesBehind(w.Value).Contains(use));
        if (write is null)
            return InLoop(use, optimizer, CodePlace.FirstIn, body);
        // Where the assignment is a statement of its own it goes along, and says which of the groups it sets.
        return ReferenceEquals(write.Value.Unwrap(), use.Operation) && write.Operation.Loop() is null && write.Operation.Branch(null) is null
            && write.Operation.Syntax.Parent is ExpressionStatementSyntax { Parent: BlockSyntax }
            && InLoop(use, optimizer, CodePlace.MovedInto, body) is { } moved
            ? (moved.Code with { Code = Moved(write.Operation, use.Operation, AskedWith(use, body, optimizer)) }, moved.Beside)
            : null;
    }

    /// <summary>A call that moves a scheduler or a cursor on, after the one update in a loop.</summary>
    public static (SuggestedCode Code, IOperation? Beside)? Advance(string code, ISymbol optimizer, Body body)
    {
        var steps = body.OptimizerSteps.Where(s => SymbolEqualityComparer.Default.Equals(s.Variable, optimizer)).ToList();
        // In a loop inside another it can be meant for either.
        return steps is [{ Call: { Parent: IExpressionStatementOperation, Syntax.Parent: ExpressionStatementSyntax { Parent: BlockSyntax } } step }]
            && step.Loops().Count() == 1 && step.Branch(step.Loop()) is null && !step.IsInLambda()
            ? (new SuggestedCode(CodePlace.After, code + ";", "Call " + code + " after the update"), step)
            : null;
    }

    /// <summary>An assignment as it is, but for what it asks.</summary>
    private static string Moved(IOperation write, IOperation use, string asked) => write.Syntax.ToString().Replace(use.Syntax.ToString(), asked) + ";";

    private static string Title(ISymbol optimizer) => "Assign the rate to '" + optimizer.Name + "'";

    private static (SuggestedCode Code, IOperation? Beside)? InLoop(ScheduleUse use, ISymbol optimizer, CodePlace place, Body body) =>
        LoopOf(use, optimizer, body) is { Body: IBlockOperation { Syntax: BlockSyntax } block } && AskedWith(use, body, optimizer) is { Length: > 0 } asked
            && Assignment(optimizer, asked, block) is { } assignment
            ? (new SuggestedCode(place, assignment, "Set the rate in the loop"), block)
            : null;

    /// <summary>The optimizer of a method that has one; null where it is not known, and where there are more.</summary>
    private static ISymbol? OnlyOptimizer(Body body)
    {
        var all = body.Optimizers.Select(o => o.Variable).Concat(body.OptimizerSteps.Select(s => s.Variable)).ToList();
        return all.Count > 0 && all[0] is { } first && all.TrueForAll(o => SymbolEqualityComparer.Default.Equals(o, first)) && body.OptimizerSteps.Count > 0
            ? first
            : null;
    }

    /// <summary>Whether a call gives the only rate of an optimizer, and one that can be assigned.</summary>
    private static bool CanSet(ISymbol optimizer, ScheduleUse use, Body body) =>
        use.Operation.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
        && !body.RateWritesOf(optimizer).Any() && !body.SchedulersOf(optimizer).Any()
        && !(body.CreationOf(optimizer, body.Optimizers) is { } made && TorchSharp.OptimizerCalls.HasGroups(made))
        && body.Uses.Count(u => u.Operation.Parent is IExpressionStatementOperation) == 1;

    /// <summary>An assignment to all groups of an optimizer; null where its name means something else there.</summary>
    private static string? Assignment(ISymbol optimizer, string rate, IOperation place)
    {
        int position = place.Syntax is BlockSyntax block ? block.OpenBraceToken.Span.End : place.Start();
        if (place.SemanticModel?.LookupSymbols(position, name: optimizer.Name).FirstOrDefault() is not { } found
            || !SymbolEqualityComparer.Default.Equals(found, optimizer) || found is ILocalSymbol && found.Locations[0].SourceSpan.Start > position)
            return null;
        // Top-level statements share their names.
        var member = place.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax) ?? place.Syntax.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(member.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
        // Loops over groups, which are no other thing of that name, can follow each other.
        string group = "group";
        for (int i = 2; taken.Contains(group); i++)
            group = "group" + i;
        return "foreach (var " + group + " in " + optimizer.Name + ".ParamGroups)\n    " + group + ".LearningRate = " + rate + ";";
    }

    /// <summary>The call for step 0 with the counter of the loop for it; empty where there is none that fits.</summary>
    private static string AskedWith(ScheduleUse use, Body body, ISymbol optimizer)
    {
        if (LoopOf(use, optimizer, body) is not { } loop || CounterOf(loop, use, body) is not { } counter
            || use.Step?.Syntax.Parent is not ArgumentSyntax argument || use.Step.Number() is not 0
            || use.Operation is not IInvocationOperation { TargetMethod.Parameters: [var parameter, ..], Syntax: InvocationExpressionSyntax call }
            || !body.Known.Compilation.ClassifyCommonConversion(counter.Type, parameter.Type).IsImplicit)
            return string.Empty;
        // What else the call takes has to mean the same in the loop.
        return call.ArgumentList.Arguments.Count == 1 && call.DescendantNodes().OfType<IdentifierNameSyntax>().All(n => n.Identifier.ValueText != counter.Name)
            ? call.ReplaceNode(argument.Expression, SyntaxFactory.IdentifierName(counter.Name)).ToString()
            : string.Empty;
    }

    /// <summary>The loop whose rounds a schedule counts; null where more than one can be meant.</summary>
    private static ILoopOperation? LoopOf(ScheduleUse use, ISymbol optimizer, Body body)
    {
        var steps = body.OptimizerSteps
            .Where(s => SymbolEqualityComparer.Default.Equals(s.Variable, optimizer) && s.Call.Start() > use.Operation.Start()).ToList();
        if (steps is not [{ Call: var step }] || step.IsInLambda())
            return null;
        var loops = step.Loops().ToList();
        return loops.Count == 1 ? use.Target.Counts is Unit.Batches or Unit.Samples or Unit.Tokens ? null : loops[0]
            : use.Target.Counts is Unit.Epochs ? LoopCounts.OverEpochs(step) : null;
    }

    /// <summary>The variable that is 0 in the first round of a loop and one more in each other.</summary>
    private static ILocalSymbol? CounterOf(ILoopOperation loop, ScheduleUse use, Body body)
    {
        if (LoopCounts.Counter(loop) is var (variable, from))
        {
            bool isOfOther = use.Target.Counts is Unit.Steps ? Words.IsEpoch(variable.Name) : use.Target.Counts is Unit.Epochs && Words.IsStep(variable.Name);
            return from is 0 && !isOfOther ? variable : null;
        }

        var counted = loop.Body.Descendants().OfType<IIncrementOrDecrementOperation>()
            .Where(i => i is { Kind: OperationKind.Increment, Parent: IExpressionStatementOperation } && ReferenceEquals(i.Loop(), loop)
            && i.Branch(loop) is null)
            .Select(i => i.Target.Variable() as ILocalSymbol)
            .Where(v => v is not null && Words.IsStep(v.Name) && body.Assignments.To(v) is [{ IsDeclaration: true, Value: { } first }, { IsAdvance: true }]
                && first.Number() is 0).ToList();
        return counted is [{ } one] && use.Target.Counts is not Unit.Epochs ? one : null;
    }
}
