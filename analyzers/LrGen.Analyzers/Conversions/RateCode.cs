using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>Code that takes a step, and gives something that may be a rate.</summary>
/// <param name="Body">A block that returns it, or the expression itself.</param>
/// <param name="Step">The variable that counts.</param>
/// <param name="StepType">Its type.</param>
/// <param name="RateType">The type of the result.</param>
/// <param name="Compilation">The project.</param>
internal record RateCode(IOperation Body, ISymbol Step, ITypeSymbol StepType, ITypeSymbol RateType, Compilation Compilation)
{
    public bool IsSingle => RateType.SpecialType == SpecialType.System_Single
        || Body.DescendantsAndSelf().Any(o => o is IBinaryOperation { Type.SpecialType: SpecialType.System_Single });

    public BigInteger Last => Numbers.Largest(StepType)!.Value;

    /// <summary>A reading in which the step is moved by so many.</summary>
    public Reading Read(int shift) => new(Step, Compilation, Reading.NoInput)
    {
        StepValue = Expression.Step + (Expression)(Rational)shift,
        IsSingle = IsSingle,
    };

    /// <summary>
    /// By how many steps the code may be away from a declaration: none; one, where it counts from 1; one the other way, where its levels begin one step early.
    /// </summary>
    public virtual IReadOnlyList<int> Shifts => [0, 1, -1];

    /// <summary>What the code gives, by cases; null where that is not known for some step.</summary>
    public virtual IReadOnlyList<RateCase>? Cases(Reading reading, BigInteger last, Facts facts) => ScheduleMethod.Cases(Body, reading, last, facts);

    /// <summary>What the code gives, with all numbers known.</summary>
    public RateForm? Form(Reading reading) =>
        Cases(reading, Last, Facts.None) is { } cases ? RateForm.Of(cases.Select(c => new Stretch(c.Region.Start, c.Rate)), Last) : null;

    /// <summary>How many steps after which the code may begin again, from its remainders and quotients.</summary>
    public IEnumerable<BigInteger> Periods()
    {
        var divisors = Body.DescendantsAndSelf().OfType<IBinaryOperation>()
            .Where(b => b.OperatorKind is BinaryOperatorKind.Remainder or BinaryOperatorKind.Divide && b.LeftOperand.DescendantsAndSelf().Any(IsStep))
            .Select(b => (b.OperatorKind, Number: Whole(b.RightOperand)))
            .Where(d => d.Number > 1).OrderBy(d => d.OperatorKind == BinaryOperatorKind.Divide).Select(d => d.Number!.Value).Distinct().ToList();
        return divisors.Concat(divisors.Select(d => 2 * d)).Distinct();
    }

    private bool IsStep(IOperation operation) => operation is IParameterReferenceOperation { Parameter: var parameter }
        && SymbolEqualityComparer.Default.Equals(parameter, Step)
        || operation is IFieldReferenceOperation { Field: var field } && SymbolEqualityComparer.Default.Equals(field, Step)
        || operation is IConversionOperation conversion && IsStep(conversion.Operand);

    private BigInteger? Whole(IOperation operation)
    {
        var run = new CodeRun(Read(0), new Region(0, Last, Facts.None));
        return run.Run(operation).Constant is { IsInteger: true } whole ? whole.Numerator : null;
    }
}
