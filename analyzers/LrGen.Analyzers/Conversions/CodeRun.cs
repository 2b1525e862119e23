using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>What a variable holds, or an operation gives.</summary>
/// <param name="Expression">The exact value, as if no operation on floating-point numbers rounded.</param>
/// <param name="Roundings">How many operations that round it went through; more than one counts as two.</param>
internal readonly record struct Known(Expression Expression, int Roundings)
{
    public static Known Nothing => new(Expression.Unknown, 0);

    /// <summary>More than any number.</summary>
    public static Known Infinite => new(Expression.Unknown, int.MaxValue);

    public bool IsInfinite => IsNothing && Roundings == int.MaxValue;

    public bool IsNothing => Expression.IsUnknown;
}

/// <summary>Steps that a run of code is for: an interval, and what is known of the step and of the numbers of run time there.</summary>
internal sealed record Region(BigInteger Start, BigInteger Last, Facts Facts)
{
    /// <summary>A part of the interval.</summary>
    public Region Between(BigInteger start, BigInteger last, bool isLate) => new(start, last, isLate
        ? Facts.With(Expression.Step - (Expression)(Rational)start).With((Expression)(Rational)last - Expression.Step)
        : Facts);
}

/// <summary>
/// One run of code over an interval of steps, with an expression for each variable. Where a condition has no one answer over the
/// interval, the run stops and says where the interval has to be split.
/// </summary>
internal sealed partial class CodeRun
{
    private const int MostDivisors = 6;

    private readonly Reading _reading;
    private readonly BigInteger _start, _last;
    private readonly bool _folds;
    private readonly Dictionary<ISymbol, Known> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyList<Known>> _arrays = new(SymbolEqualityComparer.Default);
    private Known _result = Known.Nothing;

    public CodeRun(Reading reading, Region region)
    {
        (_reading, _start, _last, _folds, Facts) = (reading, region.Start, region.Last, reading.Folds, region.Facts);
        _variables[reading.Step] = new Known(_start == _last ? reading.StepValue.At((Rational)_start) : reading.StepValue, 0);
    }

    private enum Flow
    {
        Next,
        Break,
        Continue,
        Return,
        Stop,
    }

    /// <summary>The step at which the interval has to be split; null where the run came to its end or met what it does not know.</summary>
    public BigInteger? SplitAt { get; private set; }

    /// <summary>What decides, where it depends on numbers of run time: above 0 (or not below it) on one side, and not so on the other.</summary>
    public (Expression Of, bool IsStrict)? SplitOn { get; private set; }

    /// <summary>What holds over the interval, with what the code takes for granted: that it does not divide by 0.</summary>
    public Facts Facts { get; private set; }

    /// <summary>What an expression gives, with one variable for which a value is known.</summary>
    public Known Value(IOperation operation, ISymbol? variable = null, Expression? value = null)
    {
        if (variable is not null)
            _variables[variable] = new Known(value!, 0);
        return Evaluate(operation);
    }

    /// <summary>The value of a variable after a statement, from the one before it; unknown where that is not known.</summary>
    public Expression After(IOperation statement, ISymbol variable, Expression before)
    {
        _variables[variable] = new Known(before, 0);
        return Execute(statement) == Flow.Next ? _variables[variable].Expression : Expression.Unknown;
    }

    /// <summary>What the code gives over the whole interval; unknown where that is not known.</summary>
    public Expression Run(IOperation body) => body switch
    {
        IBlockOperation => Execute(body) == Flow.Return ? _result.Expression : Expression.Unknown,
        _ => Evaluate(body).Expression,
    };

    private Flow Execute(IOperation statement)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return ExecuteAll(block.Operations);
            case IEmptyOperation or ILocalFunctionOperation:
                return Flow.Next;
            case IReturnOperation { ReturnedValue: { } value }:
                _result = Evaluate(value);
                return _result.IsNothing ? Flow.Stop : Flow.Return;
            case IVariableDeclarationGroupOperation group:
                return group.Declarations.SelectMany(d => d.Declarators).All(Declare) ? Flow.Next : Flow.Stop;
            case IExpressionStatementOperation { Operation: IAssignmentOperation assignment }:
                return Assign(assignment) ? Flow.Next : Flow.Stop;
            case IConditionalOperation { Type: null } choice:
                return Decide(choice.Condition) switch
                {
                    true => Execute(choice.WhenTrue),
                    false => choice.WhenFalse is { } otherwise ? Execute(otherwise) : Flow.Next,
                    null => Flow.Stop,
                };
            case IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation count }:
                return Count(count) ? Flow.Next : Flow.Stop;
            case ISwitchOperation choice:
                return Execute(choice);
            case IForLoopOperation loop:
                return Execute(loop);
            case IForEachLoopOperation loop:
                return Execute(loop);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Flow.Break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Flow.Continue;
            default:
                return Flow.Stop;
        }
    }

    private Flow ExecuteAll(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            if (Execute(statement) is var flow and not Flow.Next)
                return flow;
        }

        return Flow.Next;
    }

    private Flow Execute(ISwitchOperation choice)
    {
        var value = Rounded(choice.Value);
        if (value.IsNothing)
            return Flow.Stop;
        ISwitchCaseOperation? chosen = null;
        foreach (var part in choice.Cases)
        {
            foreach (var clause in part.Clauses)
            {
                bool? matches = clause switch
                {
                    ISingleValueCaseClauseOperation single => Compare(BinaryOperatorKind.Equals, value, Rounded(single.Value)),
                    IPatternCaseClauseOperation pattern => And(Matches(pattern.Pattern, value), pattern.Guard),
                    IDefaultCaseClauseOperation => false,
                    _ => null,
                };
                if (matches is null)
                    return Flow.Stop;
                if (matches == true && chosen is null)
                    chosen = part;
            }

            if (chosen is not null)
                break;
        }

        chosen ??= choice.Cases.FirstOrDefault(c => c.Clauses.Any(l => l is IDefaultCaseClauseOperation));
        if (chosen is null)
            return Flow.Next;
        var flow = ExecuteAll(chosen.Body);
        return flow == Flow.Break ? Flow.Next : flow;
    }

    private bool Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer() is not { } initializer)
            return declarator.Symbol.RefKind == RefKind.None;
        if (declarator.Symbol.Type is IArrayTypeSymbol)
        {
            if (Elements(initializer.Value) is not { } elements)
                return false;
            _arrays[declarator.Symbol] = elements;
            return true;
        }

        var value = Evaluate(initializer.Value);
        _variables[declarator.Symbol] = value;
        return !value.IsNothing && declarator.Symbol.RefKind == RefKind.None;
    }

    private bool Assign(IAssignmentOperation assignment)
    {
        ISymbol? variable = assignment.Target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (variable is null || assignment.Type is null)
            return false;
        var value = assignment switch
        {
            ISimpleAssignmentOperation { IsRef: false } => Evaluate(assignment.Value),
            // A compound assignment converts back to the type of the variable, which must not lose anything.
            ICompoundAssignmentOperation { OperatorMethod: null } compound when Numbers.Widest(assignment.Target.Type,
                assignment.Value.Type) is { } type
                && SymbolEqualityComparer.Default.Equals(type, assignment.Target.Type)
                => Combine(compound.OperatorKind, Evaluate(assignment.Target), Evaluate(assignment.Value), type),
            _ => Known.Nothing,
        };
        _variables[variable] = value;
        return !value.IsNothing;
    }

    private bool? And(bool? first, IOperation? second) => first == true && second is not null ? Decide(second) : first;

    private bool? Decide(IOperation condition)
    {
        switch (condition)
        {
            case { ConstantValue: { HasValue: true, Value: bool known } }:
                return known;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return !Decide(not.Operand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } and:
                return And(Decide(and.LeftOperand), and.RightOperand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } or:
                return Decide(or.LeftOperand) is var left && left == false ? Decide(or.RightOperand) : left;
            case IBinaryOperation { OperatorMethod: null } comparison:
                return Compare(comparison.OperatorKind, Rounded(comparison.LeftOperand), Rounded(comparison.RightOperand));
            case IIsPatternOperation pattern:
                return Rounded(pattern.Value) is { IsNothing: false } value ? Matches(pattern.Pattern, value) : null;
            default:
                return null;
        }
    }

    private bool? Matches(IPatternOperation pattern, Known value) => pattern switch
    {
        IDiscardPatternOperation => true,
        IConstantPatternOperation constant => Compare(BinaryOperatorKind.Equals, value, Rounded(constant.Value)),
        IRelationalPatternOperation relational => Compare(relational.OperatorKind, value, Rounded(relational.Value)),
        INegatedPatternOperation negated => !Matches(negated.Pattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both =>
            Matches(both.LeftPattern, value) is var left && left == true ? Matches(both.RightPattern, value) : left,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Matches(either.LeftPattern, value) is var left && left == false ? Matches(either.RightPattern, value) : left,
        _ => null,
    };

    private bool? Compare(BinaryOperatorKind kind, Known left, Known right)
    {
        if (left.IsNothing || right.IsNothing)
            return null;
        var difference = left.Expression - right.Expression;
        if (difference.HasSymbols)
        {
            return kind switch
            {
                BinaryOperatorKind.LessThan => Holds(-difference, isStrict: true),
                BinaryOperatorKind.LessThanOrEqual => Holds(-difference, isStrict: false),
                BinaryOperatorKind.GreaterThan => Holds(difference, isStrict: true),
                BinaryOperatorKind.GreaterThanOrEqual => Holds(difference, isStrict: false),
                BinaryOperatorKind.Equals => Holds(difference, isStrict: false) is var least && least == true ? Holds(-difference, isStrict: false)
                    : least,
                BinaryOperatorKind.NotEquals => !(Holds(difference, isStrict: false) is var least && least == true
                    ? Holds(-difference, isStrict: false) : least),
                _ => null,
            };
        }

        if (SignOf(left.Expression - right.Expression, left.Roundings + right.Roundings) is not { } sign)
            return null;
        return kind switch
        {
            BinaryOperatorKind.LessThan => sign < 0,
            BinaryOperatorKind.LessThanOrEqual => sign <= 0,
            BinaryOperatorKind.GreaterThan => sign > 0,
            BinaryOperatorKind.GreaterThanOrEqual => sign >= 0,
            BinaryOperatorKind.Equals => sign == 0,
            BinaryOperatorKind.NotEquals => sign != 0,
            _ => null,
        };
    }

    /// <summary>Whether an expression is on one side of 0 over the interval, which it may touch: 1 or −1; else the interval is to be split.</summary>
    private int? SideOf(Expression expression)
    {
        if (expression.HasSymbols)
            return Holds(expression, isStrict: false) switch { true => 1, false => -1, null => null };
        if (Monotone.Of(expression) is not { } monotone)
            return null;
        int first = monotone.At(_start).Sign, last = monotone.At(_last).Sign;
        if (first * last < 0)
        {
            SplitAt = monotone.FirstChange(_start, _last);
            return null;
        }

        return first + last >= 0 ? 1 : -1;
    }

    /// <summary>Whether an expression with numbers of run time is above 0, or not below it; where that is not known, the run is to be split.</summary>
    private bool? Holds(Expression expression, bool isStrict)
    {
        var cleared = Cleared(expression);
        if (cleared.IsUnknown)
            return null;
        if (isStrict ? Facts.ImplyPositive(cleared) : Facts.Imply(cleared))
            return true;
        if (isStrict ? Facts.Imply(-cleared) : Facts.ImplyPositive(-cleared))
            return false;
        SplitOn = (cleared, isStrict);
        return null;
    }

    /// <summary>An expression times the numbers above 0 that it is divided by, which does not change its sign.</summary>
    private Expression Cleared(Expression expression)
    {
        for (int i = 0; i < MostDivisors; i++)
        {
            var divisor = expression.Terms.SelectMany(t => t.Powers).FirstOrDefault(p => p.Exponent is { Sign: < 0, IsInteger: true }
                && (p.Factor.Kind == FactorKind.Symbol || p.Factor.Kind == FactorKind.Sum && Facts.ImplyPositive(p.Factor.Argument)));
            if (divisor.Factor is null)
                break;
            expression = expression.Times(divisor);
        }

        return expression;
    }

    /// <summary>
    /// The sign over the whole interval; where it has none, the interval is to be split. A difference that rounding could take across 0 has
    /// no known sign: only a tie of two numbers of which one was rounded once is a tie in code, too.
    /// </summary>
    private int? SignOf(Expression difference, int roundings)
    {
        if (Monotone.Of(difference) is not { } monotone)
            return null;
        if (monotone.FirstChange(_start, _last) is not { } change)
        {
            return IsSure(monotone.At(_start)) && IsSure(monotone.At(_last)) ? monotone.At(_start).Sign : null;
        }

        if (IsSure(monotone.At(change)) && IsSure(monotone.At(change - 1)))
            SplitAt = change;
        return null;

        bool IsSure(Rational value) => roundings == 0 || (value.IsZero ? roundings == 1
            : Rational.Abs(value) > (_reading.IsSingle ? Numbers.SingleDoubt : Numbers.Doubt));
    }
}
