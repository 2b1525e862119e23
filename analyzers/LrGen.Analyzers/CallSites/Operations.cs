using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>Small questions about operations.</summary>
internal static class Operations
{
    /// <summary>An operation without the conversions around it; C# has no operation for parentheses.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The variable that an operation reads or writes; null for anything that can be another one each time.</summary>
    public static ISymbol? Variable(this IOperation operation) => operation.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property => property.Property,
        _ => null,
    };

    /// <summary>The name that a person gave to what an operation reads; null for anything but a name.</summary>
    public static string? Name(this IOperation operation) => operation.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property.Name,
        _ => null,
    };

    /// <summary>The number that an operation is at compile time.</summary>
    public static double? Number(this IOperation? operation) => operation is null ? null : Number(operation.ConstantValue);

    /// <summary>A constant as a number; null for what is none.</summary>
    public static double? Number(Optional<object?> constant) => constant is { HasValue: true, Value: var value }
        ? value switch
        {
            double d => d,
            float f => f,
            int i => i,
            long l => l,
            short s => s,
            byte b => b,
            uint u => u,
            _ => null,
        }
        : null;

    /// <summary>The argument for a parameter of that name, where one is written.</summary>
    public static IOperation? Argument(this IOperation call, string name)
    {
        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => default,
        };
        if (arguments.IsDefault)
            return null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == name)
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
        }

        return null;
    }

    /// <summary>The number that an argument or its default gives; null where it is not known at compile time.</summary>
    public static double? NumberOf(this IOperation call, string name)
    {
        if (call.Argument(name) is { } written)
            return written.Number();
        var method = call is IInvocationOperation invocation ? invocation.TargetMethod : (call as IObjectCreationOperation)?.Constructor;
        var parameter = method?.Parameters.FirstOrDefault(p => p.Name == name);
        return parameter is { HasExplicitDefaultValue: true } ? parameter.ExplicitDefaultValue switch
        {
            double d => d,
            int i => i,
            long l => l,
            bool b => b ? 1 : 0,
            _ => null,
        } : null;
    }

    /// <summary>The flag that an argument or its default gives; null where it is not known at compile time.</summary>
    public static bool? FlagOf(this IOperation call, string name) => call.Argument(name) is { } written
        ? written.ConstantValue is { HasValue: true, Value: bool flag } ? flag : null
        : call.NumberOf(name) is { } number ? number is not 0 : null;

    /// <summary>The name of the option that an argument is; empty where it is left out, null where it is not known at compile time.</summary>
    public static string? OptionOf(this IOperation call, string name) => call.Argument(name) is { } written
        ? (written.Unwrap() as IFieldReferenceOperation)?.Field is { HasConstantValue: true, Name: var option } ? option : null
        : string.Empty;

    /// <summary>The numbers of an array or a collection that is written out; null where one is not known at compile time.</summary>
    public static IReadOnlyList<double>? Numbers(this IOperation? operation)
    {
        if (operation is null)
            return null;
        var elements = Elements(operation);
        if (elements is null)
            return null;
        var numbers = new List<double>();
        foreach (var element in elements)
        {
            if (element.Number() is not { } number)
                return null;
            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>The elements of an array or a collection that is written out; null for any other.</summary>
    public static IReadOnlyList<IOperation>? Elements(this IOperation operation)
    {
        switch (operation.Unwrap())
        {
            case IArrayCreationOperation { Initializer.ElementValues: var values }:
                return values;
            case IObjectCreationOperation { Initializer.Initializers: var added }:
                var adds = added.OfType<IInvocationOperation>().Where(a => a.Arguments.Length == 1).Select(a => a.Arguments[0].Value).ToList();
                return adds.Count == added.Length ? adds : null;
            case { Syntax: CollectionExpressionSyntax collection } expression:
                // The oldest compiler that is supported has no operation for [1, 2, 3], and shows its elements as children.
                var children = expression.ChildOperations.ToList();
                return children.Count == collection.Elements.Count && collection.Elements.All(e => e is ExpressionElementSyntax) ? children : null;
            default:
                return null;
        }
    }

    /// <summary>The loops around an operation, the innermost first, up to the function that it stands in.</summary>
    public static IEnumerable<ILoopOperation> Loops(this IOperation operation)
    {
        for (IOperation child = operation, parent = operation.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                yield break;
            if (parent is ILoopOperation loop && IsRepeated(loop, child))
                yield return loop;
        }
    }

    /// <summary>The innermost loop around an operation; null where there is none.</summary>
    public static ILoopOperation? Loop(this IOperation operation) => operation.Loops().FirstOrDefault();

    /// <summary>Whether an operation stands in a lambda or a local function, which run when somebody calls them.</summary>
    public static bool IsInLambda(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>Whether an operation stands in a lambda or a local function inside another operation.</summary>
    public static bool IsInLambdaWithin(this IOperation operation, IOperation outer)
    {
        for (var parent = operation.Parent; parent is not null && !ReferenceEquals(parent, outer); parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>The whole that an operation is a part of.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is not null)
            operation = operation.Parent;
        return operation;
    }

    /// <summary>Whether an operation lies in another.</summary>
    public static bool IsIn(this IOperation operation, IOperation outer)
    {
        for (var parent = operation; parent is not null; parent = parent.Parent!)
        {
            if (ReferenceEquals(parent, outer))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The branch of an <c>if</c>, a <c>switch</c> or a <c>?:</c> that an operation stands in, inside an outer operation; null where it
    /// always runs.
    /// </summary>
    public static IOperation? Branch(this IOperation operation, IOperation? outer)
    {
        for (IOperation child = operation, parent = operation.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            if (ReferenceEquals(child, outer))
                return null;
            if (parent is IConditionalOperation conditional && !ReferenceEquals(conditional.Condition, child)
                || parent is ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation)
                return child;
        }

        return null;
    }

    /// <summary>
    /// The statement that an operation is a part of, and the block that always runs it; null where it is the statement of an <c>if</c> or a
    /// loop.
    /// </summary>
    public static (IBlockOperation? Block, IOperation Statement) Place(this IOperation operation)
    {
        var statement = operation;
        while (statement.Parent is not null and not (IBlockOperation or ILoopOperation or IConditionalOperation))
            statement = statement.Parent;
        return (statement.Parent as IBlockOperation, statement);
    }

    /// <summary>
    /// Whether an operation is one name, member or literal that means the same at another place, so that a fix can write it there once more.
    /// </summary>
    public static bool CanStandAt(this IOperation operation, IOperation place)
    {
        var first = operation.Syntax;
        while (first is MemberAccessExpressionSyntax member)
            first = member.Expression;
        if (first is LiteralExpressionSyntax or ThisExpressionSyntax)
            return true;
        if (first is not IdentifierNameSyntax name || place.SemanticModel is not { } model || model.SyntaxTree != first.SyntaxTree
            || model.GetSymbolInfo(name).Symbol is not { } symbol || symbol is ILocalSymbol && symbol.Locations[0].SourceSpan.Start > place.Start())
            return false;
        return model.LookupSymbols(place.Start(), name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default);
    }

    /// <summary>Where an operation begins in its file.</summary>
    public static int Start(this IOperation operation) => operation.Syntax.SpanStart;

    public static bool IsInteger(this ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>Whether values of a type are numbers.</summary>
    public static bool IsNumber(this ITypeSymbol? type) => type.IsInteger()
        || type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    private static bool IsRepeated(ILoopOperation loop, IOperation child) => loop switch
    {
        IForLoopOperation forLoop => !forLoop.Before.Contains(child),
        IForEachLoopOperation forEach => !ReferenceEquals(forEach.Collection, child),
        _ => true,
    };
}
