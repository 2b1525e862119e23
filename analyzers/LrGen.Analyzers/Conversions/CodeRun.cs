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

    public bool IsNothing => Expression.IsUnknown;
}

/// <summary>
/// One run of a method over an interval of steps, with an expression for each variable. Where a condition has no one answer over the
/// interval, the run stops and says where the interval has to be split.
/// </summary>
internal sealed partial class CodeRun
{
    private readonly IParameterSymbol _step;
    private readonly SemanticModel _model;
    private readonly BigInteger _start, _last;
    private readonly bool _folds;
    private readonly Dictionary<ISymbol, Known> _variables = new(SymbolEqualityComparer.Default);
    private Known _result = Known.Nothing;

    /// <param name="step">The parameter that is the step.</param>
    /// <param name="model">What knows the constants of the file.</param>
    /// <param name="start">The first step of the interval.</param>
    /// <param name="last">The last one.</param>
    /// <param name="folds">Whether constant expressions have the value that the compiler gives them, rounded, or the exact one.</param>
    public CodeRun(IParameterSymbol step, SemanticModel model, BigInteger start, BigInteger last, bool folds)
    {
        (_step, _model, _start, _last, _folds) = (step, model, start, last, folds);
        _variables[step] = new Known(Expression.Step, 0);
    }

    private enum Flow
    {
        Next,
        Break,
        Return,
        Stop,
    }

    /// <summary>The step at which the interval has to be split; null where the run came to its end or met what it does not know.</summary>
    public BigInteger? SplitAt { get; private set; }

    /// <summary>What the method returns over the whole interval; unknown where that is not known.</summary>
    public Expression Run(IMethodBodyOperation method)
    {
        var body = method.BlockBody ?? method.ExpressionBody;
        return body is not null && Execute(body) == Flow.Return ? _result.Expression : Expression.Unknown;
    }

    private Flow Execute(IOperation statement)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return ExecuteAll(block.Operations);
            case IEmptyOperation:
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
            case ISwitchOperation choice:
                return Execute(choice);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Flow.Break;
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
            ICompoundAssignmentOperation { OperatorMethod: null } compound when Numbers.Widest(assignment.Target.Type, assignment.Value.Type) is { } type
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
        if (left.IsNothing || right.IsNothing || SignOf(left.Expression - right.Expression, left.Roundings + right.Roundings) is not { } sign)
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

        bool IsSure(Rational value) => roundings == 0 || (value.IsZero ? roundings == 1 : Rational.Abs(value) > Numbers.Doubt);
    }
}

/// <summary>What is known of the numbers of C#.</summary>
internal static class Numbers
{
    /// <summary>A difference of rounded numbers that is smaller than this may be none.</summary>
    public static readonly Rational Doubt = Rational.PowerOfTwo(-30);

    /// <summary>Whether a type is an integer or a floating-point number that can be a step or a rate.</summary>
    public static bool IsNumber(ITypeSymbol? type) => IsInteger(type) || IsFloating(type);

    public static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    public static bool IsUnsigned(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    /// <summary>The largest value of an integer type.</summary>
    public static BigInteger? Largest(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => sbyte.MaxValue,
        SpecialType.System_Byte => byte.MaxValue,
        SpecialType.System_Int16 => short.MaxValue,
        SpecialType.System_UInt16 => ushort.MaxValue,
        SpecialType.System_Int32 => int.MaxValue,
        SpecialType.System_UInt32 => uint.MaxValue,
        SpecialType.System_Int64 => long.MaxValue,
        SpecialType.System_UInt64 => ulong.MaxValue,
        _ => null,
    };

    /// <summary>The wider of two types of which one holds all values of the other; null where neither does.</summary>
    public static ITypeSymbol? Widest(ITypeSymbol? a, ITypeSymbol? b) => Holds(a, b) ? a : Holds(b, a) ? b : null;

    /// <summary>Whether a conversion to the first type keeps every value of the second, but for the rounding of long to double.</summary>
    public static bool Holds(ITypeSymbol? to, ITypeSymbol? from)
    {
        if (to is null || from is null || !IsNumber(to) || !IsNumber(from))
            return false;
        if (to.SpecialType == from.SpecialType || IsFloating(to) && (IsInteger(from) || to.SpecialType == SpecialType.System_Double))
            return true;
        return IsInteger(to) && IsInteger(from) && Largest(to) >= Largest(from) && (!IsUnsigned(to) || IsUnsigned(from));
    }
}
