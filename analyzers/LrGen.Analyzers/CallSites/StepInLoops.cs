using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>The step of the whole training, from the counters of two loops.</summary>
internal static class StepInLoops
{
    private const string StepsPerEpoch = "stepsPerEpoch";

    /// <summary>The step that two counting loops are at, where one of their counters is asked for; null where it takes more to say.</summary>
    /// <param name="use">What asks.</param>
    /// <param name="step">The argument.</param>
    /// <param name="isEpoch">Whether it is the counter of the outer loop, or that of the inner one.</param>
    public static string? Of(ScheduleUse use, IOperation step, bool isEpoch)
    {
        if (step.Unwrap() is not ILocalReferenceOperation { Syntax.Parent: ArgumentSyntax } asked
            || use.Operation.Loops().ToList() is not [IForLoopOperation inner, var epochs, ..]
            || LoopCounts.Counter(epochs) is not ({ } first, 0) || LoopCounts.Counter(inner) is not ({ } second, 0)
            || !SymbolEqualityComparer.Default.Equals(isEpoch ? first : second, asked.Local)
            || inner.Condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan } condition
            || !SymbolEqualityComparer.Default.Equals(condition.LeftOperand.Variable(), second))
            return null;
        var bound = condition.RightOperand.Unwrap();
        bool isLong = step.Type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_Double;
        if (!isLong && step.Type?.SpecialType is not SpecialType.System_Int32)
            return null;
        if (bound.CanStandAt(asked) && Fits(bound.Type))
            return Written(bound.Syntax.ToString());
        // The length of an epoch can have a name, and the loop another end.
        return asked.SemanticModel?.LookupSymbols(asked.Start(), name: StepsPerEpoch) is [var named] && Fits(TypeOf(named))
            && named.Locations.FirstOrDefault() is { } declared && (named is not ILocalSymbol || declared.SourceSpan.Start < asked.Start())
            ? Written(StepsPerEpoch)
            : null;

        bool Fits(ITypeSymbol? type) => new[] { first.Type, second.Type, type }.All(t =>
            t?.SpecialType is SpecialType.System_Int32 || isLong && t?.SpecialType is SpecialType.System_Int64);

        string Written(string length) => first.Name + " * " + length + " + " + second.Name;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
