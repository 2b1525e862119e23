using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rate that its declaration scales by the batch size, and the code that asks for it once more.</summary>
internal sealed class ScaledByBatchTwice : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.ScaledByBatchTwice, "Rate is scaled by the batch twice",
        "'{0}' scales its rates by the batch size with [BatchScale] already; '{1}' does it once more",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.ScaledByBatchTwice));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var use in body.Uses)
        {
            if (!use.Target.IsRate || use.Target.BatchScale is null)
                continue;
            Check(use.Operation, use, body, report);
            // The rate can wait in a local before it is scaled.
            if (use.Operation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
                && body.Assignments.To(local).Count == 1)
            {
                foreach (var write in body.RateWrites)
                {
                    foreach (var read in write.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(r => Same(r.Local, local)))
                        Check(read, use, body, report);
                }
            }
        }
    }

    private void Check(IOperation rate, ScheduleUse use, Body body, Action<Diagnostic> report)
    {
        var product = rate;
        IOperation? factor = null;
        bool isAll = true;
        while (product.Parent is IConversionOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide })
        {
            if (product.Parent is IBinaryOperation binary)
            {
                var other = ReferenceEquals(binary.LeftOperand, product) ? binary.RightOperand : binary.LeftOperand;
                var byBatch = binary.OperatorKind == BinaryOperatorKind.Multiply ? ByBatch(other, body) : null;
                factor ??= byBatch;
                isAll &= byBatch is not null || other.Number() is not null;
            }

            product = product.Parent;
        }

        if (factor is null)
            return;
        // Where the product has other factors, too, a person has to say what is left of it.
        report(Mended(product.Unwrap(), isAll ? rate.Syntax.ToString() : null, use.Target.Symbol.Name, Code(factor)));
    }

    private static IOperation? ByBatch(IOperation factor, Body body) =>
        factor.DescendantsAndSelf().Concat(body.Origin(factor).DescendantsAndSelf()).Any(o => o.Name() is { } name && Words.IsBatch(name)
            && !IsPosition(name)) ? factor : null;

    /// <summary>The number of a batch is none of its size.</summary>
    private static bool IsPosition(string name) => name.EndsWith("Index", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.OrdinalIgnoreCase);
}
