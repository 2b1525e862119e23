using LrGen.Analyzers.Rules;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A schedule in one unit that is asked in another, or moved on more often than the optimizer steps.</summary>
internal sealed partial class UnitsDiffer : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.UnitsDiffer, "Schedule and argument count different things", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.UnitsDiffer));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var use in body.Uses)
        {
            if (use.Step is { } step && use.Target.Counts is { } counts && Message(use, step.Unwrap(), counts, body) is { } message)
                report(Mended(step.Unwrap(), counts == Unit.Steps ? StepInLoops.Of(use, step, isEpoch: true) : null, message));
        }

        foreach (var move in body.CursorMoves)
        {
            if (body.OptimizerSteps.Any(s => IsOncePerMany(s.Call, move.Call)))
                report(At(move.Call, "The cursor advances several times for each step of the optimizer; advance it once, beside the step"));
        }
    }

    private static string? Message(ScheduleUse use, IOperation argument, Unit counts, Body body)
    {
        string name = use.Target.Symbol.Name;
        // Only a plain counter has a unit; epoch · stepsPerEpoch + i is a step, whatever is in it.
        var counter = argument is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
            RightOperand.ConstantValue.HasValue: true } sum ? sum.LeftOperand.Unwrap()
            : argument is IIncrementOrDecrementOperation increment ? increment.Target.Unwrap() : argument;
        if (counter is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product)
        {
            return counts == Unit.Steps && (IsStepTimesDevices(product.LeftOperand, product.RightOperand)
                || IsStepTimesDevices(product.RightOperand, product.LeftOperand))
                ? "'" + name + "' counts updates of the optimizer, of which all devices make one together, and '" + Code(argument) + "' counts those of each device; pass the step alone"
                : null;
        }

        if (counter.Name() is not { } written)
            return null;
        if (counts == Unit.Steps && Words.IsEpoch(written) && !AdvancesPerStep(counter, body))
            return "'" + name + "' counts steps, and '" + written + "' counts epochs; pass the step, for example epoch * stepsPerEpoch + i";
        return counts == Unit.Epochs && (Words.IsStep(written) || IsPositionInEpoch(counter))
            ? "'" + name + "' counts epochs, and '" + written + "' counts steps; pass the epoch, or declare the lengths in steps"
            : null;
    }

    private static bool IsStepTimesDevices(IOperation step, IOperation devices) =>
        step.Name() is { } s && Words.IsStep(s) && devices.Name() is { } d && Words.IsDevices(d);

    /// <summary>Whether a counter with the name of an epoch moves on in the innermost of several loops: its name is wrong, not its use.</summary>
    private static bool AdvancesPerStep(IOperation counter, Body body) => counter.Variable() is { } variable
        && body.Assignments.To(variable).Any(a => a.IsAdvance && a.Operation.Loops().Skip(1).Any());

    /// <summary>Whether a variable counts the rounds of a loop inside a loop over epochs.</summary>
    private static bool IsPositionInEpoch(IOperation counter) => counter.Variable() is ILocalSymbol local
        && counter.Loops().FirstOrDefault(l => l.Locals.Contains(local, SymbolEqualityComparer.Default)) is IForLoopOperation loop
        && LoopCounts.OverEpochs(loop) is not null && !Words.IsEpoch(local.Name);

    /// <summary>Whether a call is repeated for each single other call.</summary>
    private static bool IsOncePerMany(IOperation once, IOperation many) =>
        once.Loop() is { } outer && many.Loop() is { } inner && !ReferenceEquals(outer, inner) && inner.Loops().Contains(outer)
            && !many.Loops().TakeWhile(l => !ReferenceEquals(l, outer)).Any(l => once.IsIn(l));
}
