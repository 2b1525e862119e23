using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A decay at every n-th epoch that takes the first one, 0, for one of them.</summary>
internal sealed class DecaysAtEpochZero : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.DecaysAtEpochZero, "Decay acts at epoch 0",
        "'{0}' holds at 0 as well, so that the rate falls in the first round; write '{1} > 0 && {0}', or test ({1} + 1)",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.DecaysAtEpochZero));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var write in RateFactors.In(reading))
        {
            if (write.Factor is >= 1 || findings.PlaceOf(write.Event) is null)
                continue;
            foreach (var loop in write.Event.Place.Loops())
            {
                if (loop.Loop is not { Counter: { } counter, From: 0 } || !reading.All(EventKind.Step).Any(s => s.Thing?.Kind == ThingKind.Optimizer
                    && s.Place.IsIn(loop)))
                    continue;
                // One test, that of the remainder: any other can leave 0 out.
                if (write.Event.Place.BranchesIn(loop).ToList() is [{ Condition: { } condition, Operation: not IConditionalOperation } branch]
                    && condition.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var remainder,
                        RightOperand: var zero } && zero.Number() is 0
                    && remainder.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, LeftOperand: var counted,
                        RightOperand: var every }
                    && SymbolEqualityComparer.Default.Equals(counted.Variable(), counter) && !(every.Number() <= 1) && branch.Modulus() is not null
                        && reading.Owns(condition))
                {
                    findings.Add(At(condition, Code(condition), counter.Name));
                }

                break;
            }
        }
    }
}
