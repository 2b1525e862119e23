using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// A rate that a loop multiplies, divides or lowers as it goes round: v · c, max(v · c, floor), v − d, max(v − d, floor), or another value, in
/// each round or in those that a condition on the counter names. After round k it is what so many changes make of its first value.
/// </summary>
/// <param name="First">What it is before the loop.</param>
/// <param name="Rate">Its variable.</param>
/// <param name="Update">The statement that changes it.</param>
/// <param name="Condition">When it does; null for always.</param>
/// <param name="Counter">The loop's own counter; a variable that there is none of where the loop has none.</param>
/// <param name="FirstRound">The value of the counter in the first round.</param>
internal sealed record RateLoop(
    IOperation First, ISymbol Rate, IOperation Update, IOperation? Condition, ISymbol Counter, int FirstRound, ITypeSymbol CounterType,
        ITypeSymbol RateType, Compilation Compilation)
    : RateCode(Update, Counter, CounterType, RateType, Compilation)
{
    // What changes in each round has its first value before the first change.
    public override IReadOnlyList<int> Shifts => Condition is null ? [-1] : [0, -1];

    public override IReadOnlyList<RateCase>? Cases(Reading reading, BigInteger last, Facts facts)
    {
        var region = new Region(0, last, reading.IsLate ? facts.With(Expression.Step) : facts);
        var first = new CodeRun(reading, region).Value(First).Expression;
        var before = Expression.Symbol("rate before", isInteger: false);
        var after = new CodeRun(reading, region).After(Update, Rate, before);
        // The step is the round that is over, counted from 0, moved by the reading.
        if (first.IsUnknown || after.IsUnknown || after.Factors.Any(f => f.Kind == FactorKind.Step) || Counts(reading, region) is not { } counts)
            return null;
        var cases = new List<RateCase>();
        for (int i = 0; i < counts.Count; i++)
        {
            var (start, count) = counts[i];
            var end = i + 1 < counts.Count ? counts[i + 1].Start - 1 : last;
            var rate = Repeated(first, after, before, count);
            if (rate.IsUnknown)
                return null;
            if (end >= start && start <= last)
                cases.Add(new RateCase(region.Between(start, end, reading.IsLate && counts.Count > 1), rate));
        }

        return cases.SelectMany(c => Split(c, reading.IsLate)).ToList();
    }

    /// <summary>A maximum over a line, or of known numbers, as two cases.</summary>
    private static IEnumerable<RateCase> Split(RateCase given, bool isLate)
    {
        if (isLate || given.Rate.Terms is not [{ Powers: [{ Factor: { Kind: FactorKind.Max } max } power] } term] || power.Exponent != Rational.One
            || Monotone.Of(max.Argument - max.Other) is not { } difference
                || difference.FirstChange(given.Region.Start, given.Region.Last) is not { } change)
        {
            return [given];
        }

        var (above, below) = difference.At(given.Region.Start).Sign >= 0 ? (max.Argument, max.Other) : (max.Other, max.Argument);
        return
        [
            given with { Region = given.Region with { Last = change - 1 }, Rate = above * (Expression)term.Coefficient },
            given with { Region = given.Region with { Start = change }, Rate = below * (Expression)term.Coefficient },
        ];
    }

    /// <summary>What so many changes make of a value.</summary>
    private static Expression Repeated(Expression first, Expression after, Expression before, Expression count)
    {
        string symbol = before.Terms[0].Powers[0].Factor.Key;
        if (after.Terms is [{ Powers: [{ Factor: { Kind: FactorKind.Max } bound }] } bounded] && bounded.Powers[0].Exponent == Rational.One)
        {
            var (moved, floor) = Has(bound.Argument) ? (bound.Argument, bound.Other) : (bound.Other, bound.Argument);
            Expression scale = bounded.Coefficient;
            // What falls stays at its floor once it is there.
            return Has(floor) || Change(moved * scale) is not { } change || !Falls(change)
                ? Expression.Unknown
                : Expression.Extremum(FactorKind.Max, Times(change), floor * scale);
        }

        return Has(after) ? Change(after) is { } known ? Times(known) : Expression.Unknown : count.Constant is { Sign: > 0 } ? after
            : count.Constant is { IsZero: true } ? first : Expression.Unknown;

        bool Has(Expression e) => e.Factors.Any(f => f.Key == symbol);

        // v · factor, or v + difference.
        (Expression Factor, Expression Difference)? Change(Expression e)
        {
            var difference = e - before;
            if (!Has(difference))
                return (Expression.One, difference);
            var factor = e / before;
            return Has(factor) ? null : (factor, Expression.Zero);
        }

        Expression Times((Expression Factor, Expression Difference) change) => first * Expression.Power(change.Factor, count)
            + change.Difference * count;

        bool Falls((Expression Factor, Expression Difference) change) => change.Difference.Constant is not { IsZero: true }
            ? Facts.None.ImplyPositive(-change.Difference)
            // A factor of run time is one that a declaration takes, below 1.
            : change.Factor.Constant is not { } known || known < Rational.One;
    }

    /// <summary>How many changes there were when a round is over, from which round on; null where the condition says nothing of it.</summary>
    private IReadOnlyList<(BigInteger Start, Expression Count)>? Counts(Reading reading, Region region)
    {
        if (Condition is null)
            return [(0, reading.StepValue + Expression.One)];
        if (Rounds.Of(Condition, Counter, o => new CodeRun(reading, region).Value(o).Expression) is not { } rounds)
            return null;
        var counter = reading.StepValue + (Expression)(Rational)FirstRound;
        // What the step is in the first round.
        var shift = (reading.StepValue - Expression.Step).ConstantPart + FirstRound;
        if (rounds.Listed is { } listed)
        {
            var counts = new List<(BigInteger Start, Expression Count)> { (0, Expression.Zero) };
            foreach (var round in listed.Where(r => r >= FirstRound).OrderBy(r => r))
            {
                var start = round - shift.Numerator;
                Expression count = counts[counts.Count - 1].Count + Expression.One;
                if (start <= 0)
                    counts[0] = (0, count);
                else
                    counts.Add((start, count));
            }

            return counts;
        }

        var least = BigInteger.Max(FirstRound, rounds.Least);
        // Those up to a round, without those before the first: ⌊(round − remainder) ÷ every⌋ + 1 each.
        Expression before;
        if (rounds.Every.Constant is { } every)
            before = (Rational)(((Rational)(least - 1 - rounds.Remainder)) / every).Floor();
        else if (rounds.Remainder.IsZero && least.IsOne)
            before = Expression.Zero;
        else if ((rounds.Remainder.IsZero || rounds.Remainder == -1) && least.IsZero)
            before = rounds.Remainder.IsZero ? -Expression.One : Expression.Zero;
        else
            return null;
        var floor = Expression.Floor((counter - (Expression)(Rational)rounds.Remainder) / rounds.Every) - before;
        // Before the first of them there were none, which the formula says of the round before it at most.
        return least - 1 <= shift.Numerator ? [(0, floor)] : [(0, Expression.Zero), (least - shift.Numerator, floor)];
    }
}

/// <summary>The rounds of a loop that a condition is true in: each so many, from one on, or a list of them.</summary>
internal sealed record Rounds(Expression Every, BigInteger Remainder, BigInteger Least, IReadOnlyList<BigInteger>? Listed)
{
    /// <summary>Reads a condition on a counter; null where it is none of this kind.</summary>
    public static Rounds? Of(IOperation condition, ISymbol counter, Func<IOperation, Expression> valueOf)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, counter, valueOf);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return Of(both.LeftOperand, counter, valueOf) is { } left && Of(both.RightOperand, counter, valueOf) is { } right ? Both(left, right)
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                return Of(either.LeftOperand, counter, valueOf)?.Listed is { } first && Of(either.RightOperand, counter, valueOf)?.Listed is { } second
                    ? List([.. first.Union(second)])
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals,
                LeftOperand: IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder } remainder } equals:
                return Ahead(remainder.LeftOperand) is { } ahead && valueOf(remainder.RightOperand) is { IsUnknown: false } every
                    && valueOf(equals.RightOperand).Constant is { IsInteger: true, Sign: >= 0 } rest
                    && (every.Constant is null ? ahead - rest.Numerator is var offset && (offset.IsZero || offset.IsOne) : every.Constant > rest)
                    ? new Rounds(every, every.Constant is { } known ? Modulo(rest.Numerator - ahead, known.Numerator) : rest.Numerator - ahead, 0, null)
                    : null;
            case IBinaryOperation { OperatorKind: var kind, LeftOperand: var variable } comparison when Ahead(variable) is { } moved
                && valueOf(comparison.RightOperand).Constant is { IsInteger: true, Numerator: var bound }:
                bound -= moved;
                return kind switch
                {
                    BinaryOperatorKind.Equals => List([bound]),
                    BinaryOperatorKind.GreaterThan => From(bound + 1),
                    BinaryOperatorKind.GreaterThanOrEqual => From(bound),
                    BinaryOperatorKind.NotEquals when bound.IsZero => From(1),
                    _ => null,
                };
            case IIsPatternOperation { Value: var value, Pattern: var pattern } when Ahead(value) is { IsZero: true }:
                return Constants(pattern, valueOf) is { } constants ? List(constants) : null;
            default:
                return null;
        }

        // How far a number is ahead of the counter.
        BigInteger? Ahead(IOperation operation) => operation switch
        {
            IConversionOperation conversion => Ahead(conversion.Operand),
            IParenthesizedOperation parenthesized => Ahead(parenthesized.Operand),
            ILocalReferenceOperation { Local: var local } when SymbolEqualityComparer.Default.Equals(local, counter) => BigInteger.Zero,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when Ahead(sum.LeftOperand) is { } left
                && valueOf(sum.RightOperand).Constant is { IsInteger: true } right => left + right.Numerator,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference when Ahead(difference.LeftOperand) is { } left
                && valueOf(difference.RightOperand).Constant is { IsInteger: true } right => left - right.Numerator,
            _ => null,
        };
    }

    private static Rounds List(IReadOnlyList<BigInteger> rounds) => new(Expression.One, 0, 0, rounds);

    private static Rounds From(BigInteger least) => new(Expression.One, 0, least, null);

    private static Rounds? Both(Rounds a, Rounds b)
    {
        if (a.Listed is not null || b.Listed is not null)
            return null;
        var (rule, bound) = a.Every.Equals(Expression.One) ? (b, a) : (a, b);
        return bound.Every.Equals(Expression.One) ? rule with { Least = BigInteger.Max(rule.Least, bound.Least) } : null;
    }

    private static BigInteger Modulo(BigInteger value, BigInteger divisor) => ((value % divisor) + divisor) % divisor;

    private static IReadOnlyList<BigInteger>? Constants(IPatternOperation pattern, Func<IOperation, Expression> valueOf) => pattern switch
    {
        IConstantPatternOperation constant => valueOf(constant.Value).Constant is { IsInteger: true } whole ? [whole.Numerator] : null,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Constants(either.LeftPattern, valueOf) is { } left && Constants(either.RightPattern, valueOf) is { } right ? [.. left, .. right] : null,
        _ => null,
    };
}
