using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A division of integers on the way to a rate, and a rate on the way to an integer: both lose what comes after the point.</summary>
internal sealed class IntegerArithmetic : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.IntegerArithmetic, "Integer arithmetic truncates the rate", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.IntegerArithmetic));

    /// <summary>Arguments that are rates, factors or shares. Lengths are not among them: whole numbers of steps are divided on purpose.</summary>
    private static readonly HashSet<string> s_fractions = new(StringComparer.OrdinalIgnoreCase)
    {
        "rate", "peak", "high", "low", "to", "from", "rates", "initialRate", "swaRate", "factor", "floor", "floorRatio", "fromRatio", "decayRate",
        "fraction", "riseShare", "power", "exponent", "threshold", "lr", "learningRate", "max_lr", "base_lr", "gamma", "eta_min",
    };

    private static readonly HashSet<string> s_mayBeZero = new(StringComparer.OrdinalIgnoreCase) { "floor", "floorRatio", "fromRatio", "from", "to", "low" };

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var use in body.Uses)
        {
            if (use.Target.IsRate)
                CheckUse(use, body, report);
            if (use.Operation is IInvocationOperation call)
            {
                foreach (var argument in call.Arguments)
                {
                    if (argument.Parameter is { Ordinal: > 0 } parameter && IsFraction(parameter.Name))
                        ReportDivisions(argument.Value, report);
                }
            }
        }

        var flow = new IntegerFlow(body.Assignments, needsEvidence: false, (place, message) => report(Diagnostic.Create(s_rule, place.Syntax.GetLocation(),
            message)));
        foreach (var write in body.RateWrites)
            flow.Check(write.Value);
        foreach (var made in body.Optimizers.Concat(body.Schedulers))
        {
            var arguments = made.Call is IInvocationOperation call ? call.Arguments : ((IObjectCreationOperation)made.Call).Arguments;
            foreach (var argument in arguments)
            {
                if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && s_fractions.Contains(parameter.Name))
                    flow.Check(argument.Value);
            }
        }
    }

    /// <summary>A method that computes rates by hand: what it returns loses what no staircase means to lose.</summary>
    public static void CheckMethod(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet, Name: var name } method
            || !IsRate(method.AssociatedSymbol?.Name ?? name)
            || method.ReturnType.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single))
            return;
        var returned = context.OperationBlocks.SelectMany(b => b.Descendants()).OfType<IReturnOperation>().Where(r => r.ReturnedValue is not null
            && !r.IsInLambda()).ToList();
        if (returned.Count == 0)
            return;
        var flow = new IntegerFlow(Assignments.In(context.OperationBlocks), needsEvidence: true,
            (place, message) => context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), message)));
        foreach (var result in returned)
            flow.Check(result.ReturnedValue!);
    }

    /// <summary>Whether a name is that of a learning rate.</summary>
    public static bool IsRate(string name) => Words.Of(name).Any(w => w.Equals("lr", StringComparison.OrdinalIgnoreCase)
        || w.Equals("rate", StringComparison.OrdinalIgnoreCase)
        || w.Equals("learningrate", StringComparison.OrdinalIgnoreCase) || w.Equals("schedule", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is said of a division.</summary>
    public static string Message(IOperation division, double? result) =>
        Message(Code(division), result is { } known ? ", which gives " + Text(known) : " and drops the rest");

    /// <summary>Divisions of constants in LrGen's attributes on a type and its methods.</summary>
    public static void CheckAttributes(SymbolAnalysisContext context)
    {
        // A partial method is reached through its type: the compiler announces its generated part, which has no attributes.
        foreach (var attribute in AttributeNames.On(context.Symbol).Concat(((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IMethodSymbol>().SelectMany(AttributeNames.On)))
        {
            if (attribute.ApplicationSyntaxReference!.GetSyntax(context.CancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments }
                && arguments.Any(a => a.Expression.DescendantNodesAndSelf().Any(n => n.IsKind(SyntaxKind.DivideExpression))))
            {
                CheckArguments(arguments, attribute.AttributeConstructor, context);
            }
        }
    }

    private static void CheckArguments(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, IMethodSymbol? constructor, SymbolAnalysisContext context)
    {
#pragma warning disable RS1030 // The symbol stands in another file than the generated one that is analyzed, and few attributes have a division.
        var model = context.Compilation.GetSemanticModel(arguments[0].SyntaxTree);
#pragma warning restore RS1030
        for (int i = 0; i < arguments.Count; i++)
        {
            string? name = AttributeArguments.NameOf(arguments[i], i, constructor);
            // A rate or a factor of 0 is an error of its own; one mistake is said once.
            bool isError = Operations.Number(model.GetConstantValue(arguments[i].Expression, context.CancellationToken)) is 0 && name is not null
                && !s_mayBeZero.Contains(name);
            if (name is not null && s_fractions.Contains(name) && !isError)
                ReportDivisions(arguments[i].Expression, model, context);
        }
    }

    /// <summary>Reports the divisions in an argument of an attribute, which has constants alone.</summary>
    private static void ReportDivisions(ExpressionSyntax argument, SemanticModel model, SymbolAnalysisContext context)
    {
        foreach (var division in argument.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Where(d => d.IsKind(SyntaxKind.DivideExpression)))
        {
            if (model.GetTypeInfo(division, context.CancellationToken).Type.IsInteger()
                && Number(division) is { } result && Number(division.Left) is { } dividend && Number(division.Right) is { } divisor
                && !(result * divisor).Equals(dividend))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, division.GetLocation(), Message(division.ToString(), ", which gives " + Text(result))));
            }
        }

        double? Number(ExpressionSyntax expression) => Operations.Number(model.GetConstantValue(expression, context.CancellationToken));
    }

    private static string Message(string division, string result) =>
        "'" + division + "' divides integers" + result + "; make one of them a double before it becomes a rate";

    private static bool IsFraction(string parameter) => s_fractions.Contains(parameter)
        || s_fractions.Any(f => parameter.EndsWith(f, StringComparison.OrdinalIgnoreCase) && f.Length > 3);

    private static void CheckUse(ScheduleUse use, Body body, Action<Diagnostic> report)
    {
        // The product that the rate is a factor of.
        var product = use.Operation;
        while (product.Parent is IConversionOperation { Type: var type } && !type.IsInteger()
            || product.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide })
            product = product.Parent;
        // What is assigned to an optimizer is looked at as a whole.
        if (!ReferenceEquals(product, use.Operation) && !body.RateWrites.Any(w => use.Operation.IsIn(w.Value)))
            ReportDivisions(product, report);

        if (use.Operation.Parent is IConversionOperation { IsImplicit: false, Type: { } target } conversion && target.IsInteger())
        {
            string peak = use.Target.Peak is { } highest ? ", of a rate that is never above " + Text(highest) : string.Empty;
            report(Diagnostic.Create(s_rule, conversion.Syntax.GetLocation(),
                "A rate in an '" + target.ToDisplayString() + "' has lost what comes after the point" + peak + "; keep it in a double"));
        }
    }

    /// <summary>Reports the divisions of integers in arithmetic that ends in a rate.</summary>
    private static void ReportDivisions(IOperation value, Action<Diagnostic> report)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                ReportDivisions(operand, report);
                break;
            case IUnaryOperation { Operand: var operand }:
                ReportDivisions(operand, report);
                break;
            case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                foreach (var element in elements)
                    ReportDivisions(element, report);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, Type: var type } division when type.IsInteger():
                double? left = division.LeftOperand.Number(), right = division.RightOperand.Number();
                if (left is { } dividend && right is { } divisor && (divisor is 0 || dividend % divisor is 0))
                    break;
                string result = division.Number() is { } known ? ", which gives " + Text(known) : " and drops the rest";
                report(Diagnostic.Create(s_rule, division.Syntax.GetLocation(), Message(Code(division), result)));
                break;
            case IBinaryOperation binary:
                ReportDivisions(binary.LeftOperand, report);
                ReportDivisions(binary.RightOperand, report);
                break;
        }
    }
}
