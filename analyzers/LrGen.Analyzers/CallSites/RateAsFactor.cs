using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rate where TorchSharp multiplies the optimizer's rate by what it gets.</summary>
internal sealed class RateAsFactor : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateAsFactor, "Rate is given where a factor is wanted",
        "{0} multiplies the optimizer's rate {1} by what this returns, and {2} is a rate; give the optimizer a rate of 1, or assign the rate in the loop without a scheduler",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateAsFactor));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var scheduler in body.Schedulers)
        {
            if (scheduler.Kind is not ("LambdaLR" or "MultiplicativeLR") || scheduler.Call.Argument("lr_lambda") is not { } lambda)
                continue;
            // With a rate of 1 the factor is the rate; with one that is not known it can be 1.
            if (body.CreationOf(scheduler.Optimizer, body.Optimizers) is not { } optimizer || OptimizerCalls.Rate(optimizer, body) is not { } rate
                || rate is 1)
                continue;
            if (Declared(lambda, body) is var (place, name))
                report(Beside(place, Literal(scheduler, optimizer, body), scheduler.Kind, Text(rate), name));
        }
    }

    /// <summary>The optimizer's rate as a literal, where 1 in its place makes the factor the rate and changes nothing else.</summary>
    private static IEnumerable<IOperation> Literal(Creation scheduler, Creation optimizer, Body body)
    {
        // A MultiplicativeLR multiplies what it has multiplied before.
        if (scheduler.Kind == "LambdaLR" && !OptimizerCalls.HasGroups(optimizer) && OptimizerCalls.RateArgument(optimizer)?.Unwrap() is ILiteralOperation literal
            && body.SchedulersOf(optimizer.Variable).Count() == 1 && !body.RateWritesOf(optimizer.Variable).Any())
        {
            yield return literal;
        }
    }

    /// <summary>Delegates that compute the optimizer's rate and what becomes of it.</summary>
    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (scheduler is not { IsMade: true, Type: "LambdaLR" or "MultiplicativeLR", Optimizer: { IsMade: true } optimizer }
                || !reading.Owns(scheduler.Call)
                || scheduler.Call.Argument("lr_lambda") is not { } lambda || reading.BodyOf(scheduler.Call) is not { } body
                    || Declared(lambda, body) is not null)
                continue;
            var written = OptimizerCalls.RateArgument(optimizer.Creation!);
            double? rate = optimizer.Number("lr") ?? optimizer.Number("learningRate");
            if (rate is 1 || Computed(lambda, scheduler, written, rate, body, reading) is not var (place, name))
                continue;
            string text = rate is { } known ? Text(known) : written is null ? string.Empty : "'" + Code(written) + "'";
            bool isAlone = reading.SchedulersOf(optimizer).Count() == 1 && !reading.RateWritesOf(optimizer).Any();
            var literal = isAlone && scheduler.Type == "LambdaLR" && !OptimizerCalls.HasGroups(optimizer.Creation!)
                && written?.Unwrap() is ILiteralOperation found ? found : null;
            findings.Add(Beside(place, literal is null ? [] : [literal], scheduler.Type, text, name), scheduler);
        }
    }

    /// <summary>The declared rate that a delegate returns; null where it returns anything else.</summary>
    private static (IOperation Place, string Name)? Declared(IOperation lambda, Body body)
    {
        var target = Target(lambda);
        if (target is IMethodReferenceOperation { Method: var method })
            return body.Known.TargetOf(method, body.Cancellation) is { } declared && IsRate(declared) ? (target, "'" + declared.Symbol.Name + "'") : null;
        if (Returned(target) is not { } value)
            return null;
        value = value.Unwrap();
        return body.Uses.FirstOrDefault(u => ReferenceEquals(u.Operation, value)) is { } use && IsRate(use.Target) ? (value, "'" + use.Target.Symbol.Name
            + "'") : null;
    }

    private static IOperation Target(IOperation lambda) => lambda.Unwrap() is IDelegateCreationOperation { Target: var created } ? created : lambda.Unwrap();

    private static IOperation? Returned(IOperation target) =>
        target is IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } ? value : null;

    /// <summary>
    /// The rate that a delegate computes: a product with the optimizer's own, or numbers that begin at it and fall. One that begins at another
    /// number is a factor.
    /// </summary>
    private static (IOperation Place, string Name)? Computed(
        IOperation lambda, Thing scheduler, IOperation? written, double? rate, Body body, TrainingReading reading)
    {
        var target = Target(lambda);
        var (code, step, method) = target switch
        {
            IAnonymousFunctionOperation { Body: var own, Symbol: { Parameters: [var only] } symbol } => (own, only, symbol),
            IMethodReferenceOperation { Method: { Parameters: [var only] } named } => (BlockOf(reading.Known.Bodies.Of(named, reading.Cancellation)),
                named.OriginalDefinition.Parameters[0], named),
            ILocalReferenceOperation local when body.Origin(local) is var origin && Target(origin) is IAnonymousFunctionOperation { Body: var own,
                Symbol: { Parameters: [var only] } symbol } =>
                (own, only, symbol),
            _ => (null, null, null),
        };
        if (code is null || step is null)
            return null;
        if (written?.Variable() is { } variable && code.Operations is [IReturnOperation { ReturnedValue: { } product }] && HasFactor(product.Unwrap(),
            variable))
            return (target is IAnonymousFunctionOperation ? product.Unwrap() : target, "'" + Code(target is IAnonymousFunctionOperation
                ? product.Unwrap() : target) + "'");
        // A factor of the rate's own size is one of a warm-up, which rises.
        if (rate is not { } first || scheduler.Type != "LambdaLR")
            return null;
        var evaluation = new Evaluation(v => TorchTypes.Same(v, written?.Variable()) ? first : NumberOf(v, body, reading));
        double? last = evaluation.At(code, step, 0);
        if (last is not { } start || Math.Abs(start - first) > 1e-9 * first)
            return null;
        for (int at = 1; at <= 100; at++)
        {
            if (evaluation.At(code, step, at) is not { } next || next > last)
                return null;
            last = next;
        }

        var place = Returned(target)?.Unwrap() ?? target;
        return last < start ? (place, "'" + (place is IAnonymousFunctionOperation ? "the lambda" : Code(place)) + "'") : null;
    }

    private static IBlockOperation? BlockOf(IOperation? body) => body switch
    {
        IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
        ILocalFunctionOperation function => function.Body,
        _ => null,
    };

    private static double? NumberOf(ISymbol variable, Body body, TrainingReading reading) => variable switch
    {
        IFieldSymbol { IsReadOnly: true } field => reading.Known.Bodies.InitialValue(field, reading.Cancellation)?.Number(),
        ILocalSymbol local when body.Assignments.To(local) is [{ IsDeclaration: true, Value: { } value }] => body.Origin(value).Number(),
        _ => null,
    };

    /// <summary>Whether a variable is a factor of a product, and no divisor takes it away again.</summary>
    private static bool HasFactor(IOperation product, ISymbol variable) => TorchTypes.Same(product.Variable(), variable)
        || product is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } multiplied
            && (HasFactor(multiplied.LeftOperand.Unwrap(), variable) && !Divides(multiplied.RightOperand, variable)
            || HasFactor(multiplied.RightOperand.Unwrap(), variable) && !Divides(multiplied.LeftOperand, variable))
        || product is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } divided && HasFactor(divided.LeftOperand.Unwrap(), variable)
            && !divided.RightOperand.DescendantsAndSelf().Any(o => TorchTypes.Same(o.Variable(), variable));

    private static bool Divides(IOperation other, ISymbol variable) => other.DescendantsAndSelf().Any(o =>
        o is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } division
        && division.RightOperand.DescendantsAndSelf().Any(r => TorchTypes.Same(r.Variable(), variable)));

    /// <summary>Whether a declaration gives rates: one that begins or peaks at 1 gives factors.</summary>
    private static bool IsRate(ScheduleTarget target) => target is { IsRate: true, Peak: { } peak } && peak is not 1
        && target.Review!.At(0).ToDouble() is not 1;
}
