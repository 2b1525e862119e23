using System.Collections.Immutable;
using System.Globalization;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// A rate that falls when a metric has not become better for a while, by hand: the best metric in one variable, the number of bad ones in
/// another. It is read by its shape; what has any other statement in it is left alone.
/// </summary>
internal static class ConvertiblePlateau
{
    public static void Analyze(SyntaxNodeAnalysisContext context, ExpressionStatementSyntax statement, string rate, StatementSyntax loop,
        MemberDeclarationSyntax member)
    {
        // if (bad > n) { rate *= factor; bad = 0; }
        if (statement.Parent is not BlockSyntax { Parent: IfStatementSyntax { Else: null } limit } reduction || reduction.Statements.Count != 2
            || FactorOf((AssignmentExpressionSyntax)statement.Expression, rate, context) is not var (factor, floor)
            || reduction.Statements.Select(s => ZeroedBy(s, context)).FirstOrDefault(n => n is not null) is not { } bad
            || LimitOf(limit.Condition, bad, context) is not var (patience, countsItself))
        {
            return;
        }

        // The comparison is around it, or before it.
        var outer = limit.Parent is BlockSyntax inElse && inElse.Parent is ElseClauseSyntax ? inElse.Parent : limit.Parent;
        var compared = outer is ElseClauseSyntax { Parent: IfStatementSyntax around } ? around : Before(limit) as IfStatementSyntax;
        if (compared is not { Parent: BlockSyntax { Parent: var owner }, Else.Statement: { } worse } || owner != loop || compared.ContainsDirectives
            || !IsCountOf(worse, bad, limit, countsItself) || BetterOf(compared.Condition, context) is not { } better
                || !IsBest(compared.Statement, better, bad, context))
        {
            return;
        }

        var declarations = member.DescendantNodes().OfType<VariableDeclaratorSyntax>().ToList();
        if (Declared(rate) is not { Initializer.Value: var first } || Number(first, context) is not { } initial
            || Declared(bad) is not { Initializer.Value: var zero } || Number(zero, context) is not 0
            || Declared(better.Best) is not { Initializer.Value: var worst } || !IsWorst(worst, better.IsMax, context)
            || Variables.WritesOf(member, rate).Count() != 1 || Variables.WritesOf(member, better.Best).Count() != 1
            || factor is <= 0 or >= 1 || initial <= 0 || patience < 0)
        {
            return;
        }

        var attribute = new Spelling("ReduceOnPlateau", Arguments(initial, factor, patience, floor, better));
        bool isSingle = context.SemanticModel.GetTypeInfo(first, context.CancellationToken).ConvertedType?.SpecialType == SpecialType.System_Single;
        var span = TextSpan.FromBounds(compared.SpanStart, Math.Max(compared.Span.End, limit.Span.End));
        var places = new List<Location> { Location.Create(loop.SyntaxTree, span), loop.GetFirstToken().GetLocation() };
        var texts = new List<string>
        {
            ConversionEdit.Variable + ".Report(" + better.Metric + ");\n" + rate + " = " + (isSingle ? "(float)" : string.Empty)
                + ConversionEdit.Variable + ".Rate;",
            "var " + ConversionEdit.Variable + " = new " + ConversionEdit.Name + "();\n" + loop.GetFirstToken().Text,
        };
        // The two variables of the comparison are not needed any more, unless something else reads them.
        var unused = new[] { better.Best, bad }.Where(n => member.DescendantNodes().OfType<IdentifierNameSyntax>().Where(i =>
            i.Identifier.ValueText == n).All(i => span.Contains(i.Span)))
            .Select(Declared).ToList();
        foreach (var group in unused.GroupBy(d => d!.Parent!.Parent!))
        {
            if (group.Key is not LocalDeclarationStatementSyntax local)
                return;
            var kept = local.Declaration.Variables.Where(v => !unused.Contains(v)).ToList();
            places.Add(Location.Create(loop.SyntaxTree, kept.Count > 0 ? local.Declaration.Span : local.Span));
            texts.Add(kept.Count > 0 ? local.Declaration.Type + " " + string.Join(", ", kept) : string.Empty);
        }

        string text = attribute.ToString();
        var properties = ConversionEdit.Of(text, "[" + text + "]\nprivate partial struct " + ConversionEdit.Name + " { }",
            [.. texts]).Add(ConversionEdit.VariableKey, "plateau");
        context.ReportDiagnostic(Diagnostic.Create(
            ConvertibleMethod.Rule, statement.GetLocation(), places, properties, "loop", text,
                isSingle ? " up to the rounding of single precision" : string.Empty));

        VariableDeclaratorSyntax? Declared(string name) => declarations.Where(d => d.Identifier.ValueText == name
            && !loop.Span.Contains(d.Span)).ToList() is [var only] ? only : null;
    }

    private static IReadOnlyList<SpelledArgument> Arguments(double initial, double factor, int patience, double floor, Comparison better)
    {
        var arguments = new List<SpelledArgument>
        {
            new("initialRate", Written.ByPosition, initial), new("factor", Written.ByParameter, factor), new("patience", Written.ByParameter, patience),
            new("Threshold", Written.ByProperty, better.Threshold),
        };
        if (better is { IsAbsolute: true, Threshold: > 0 })
            arguments.Add(new SpelledArgument("ThresholdMode", Written.ByProperty, 0, "ThresholdMode.Absolute"));
        if (better.IsMax)
            arguments.Add(new SpelledArgument("Mode", Written.ByProperty, 1, "MetricMode.Max"));
        if (floor > 0)
            arguments.Add(new SpelledArgument("Floor", Written.ByProperty, floor));
        // The rate by hand is reduced by however little.
        arguments.Add(new SpelledArgument("Epsilon", Written.ByProperty, 0));
        return arguments;
    }

    /// <summary>When a metric is better.</summary>
    private sealed record Comparison(string Metric, string Best, bool IsMax, double Threshold, bool IsAbsolute);

    /// <summary>metric &lt; best, metric &lt; best − threshold, metric &lt; best · (1 − threshold), and the other way round.</summary>
    private static Comparison? BetterOf(ExpressionSyntax condition, SyntaxNodeAnalysisContext context)
    {
        if (condition is not BinaryExpressionSyntax { Left: IdentifierNameSyntax metric } comparison
            || comparison.Kind() is not (SyntaxKind.LessThanExpression or SyntaxKind.GreaterThanExpression))
            return null;
        bool isMax = comparison.IsKind(SyntaxKind.GreaterThanExpression);
        switch (comparison.Right)
        {
            case IdentifierNameSyntax best:
                return new Comparison(metric.Identifier.ValueText, best.Identifier.ValueText, isMax, 0, true);
            case BinaryExpressionSyntax { Left: IdentifierNameSyntax best } moved when moved.IsKind(isMax ? SyntaxKind.AddExpression
                : SyntaxKind.SubtractExpression) && Number(moved.Right, context) is >= 0 and var threshold:
                return new Comparison(metric.Identifier.ValueText, best.Identifier.ValueText, isMax, threshold, true);
            default:
                return null;
        }
    }

    /// <summary>Whether the better metric is kept, the bad ones are forgotten, and nothing else is done.</summary>
    private static bool IsBest(StatementSyntax statement, Comparison better, string bad, SyntaxNodeAnalysisContext context) =>
        statement is BlockSyntax { Statements: { Count: 2 } statements } && statements.Any(s => ZeroedBy(s, context) == bad)
        && statements.Any(s =>
            s is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax best,
            Right: IdentifierNameSyntax metric } set }
            && set.IsKind(SyntaxKind.SimpleAssignmentExpression) && best.Identifier.ValueText == better.Best
                && metric.Identifier.ValueText == better.Metric);

    /// <summary>Whether a worse metric is counted once, in the limit itself or before it.</summary>
    private static bool IsCountOf(StatementSyntax worse, string bad, IfStatementSyntax limit, bool countsItself)
    {
        if (countsItself)
            return worse == limit || worse is BlockSyntax { Statements: [var only] } && only == limit;
        return worse switch
        {
            BlockSyntax { Statements: [var count, var then] } => IsCount(count) && then == limit,
            BlockSyntax { Statements: [var count] } => IsCount(count) && !worse.Span.Contains(limit.Span),
            _ => IsCount(worse) && !worse.Span.Contains(limit.Span),
        };

        bool IsCount(StatementSyntax statement) => statement is ExpressionStatementSyntax { Expression: var expression }
            && expression.ToString().Replace(" ", string.Empty) is var text && (text == bad + "++" || text == "++" + bad || text == bad + "+=1");
    }

    /// <summary>How many bad metrics are forgiven, and whether the condition counts them itself.</summary>
    private static (int Patience, bool CountsItself)? LimitOf(ExpressionSyntax condition, string bad, SyntaxNodeAnalysisContext context)
    {
        if (condition is not BinaryExpressionSyntax comparison || Number(comparison.Right, context) is not { } limit
            || !limit.Equals(Math.Floor(limit)) || limit is < 0 or > 1e6)
            return null;
        bool countsItself = comparison.Left is PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax } prefix
            && prefix.IsKind(SyntaxKind.PreIncrementExpression)
            && prefix.Operand.ToString() == bad;
        if (!countsItself && comparison.Left.ToString() != bad)
            return null;
        return comparison.Kind() switch
        {
            SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression => ((int)limit - 1, countsItself),
            SyntaxKind.GreaterThanExpression => ((int)limit, countsItself),
            _ => null,
        };
    }

    /// <summary>What the rate is multiplied by, and what it does not fall below.</summary>
    private static (double Factor, double Floor)? FactorOf(AssignmentExpressionSyntax assignment, string rate, SyntaxNodeAnalysisContext context)
    {
        if (assignment.IsKind(SyntaxKind.MultiplyAssignmentExpression))
            return Number(assignment.Right, context) is { } factor ? (factor, 0) : null;
        if (assignment.IsKind(SyntaxKind.DivideAssignmentExpression))
            return Number(assignment.Right, context) is { } divisor ? (1 / divisor, 0) : null;
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            return null;
        if (assignment.Right is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Max" },
            ArgumentList.Arguments: [var a, var b] })
        {
            return Product(a.Expression) is { } first && Number(b.Expression, context) is { } low ? (first, low)
                : Product(b.Expression) is { } second && Number(a.Expression, context) is { } other ? (second, other) : null;
        }

        return Product(assignment.Right) is { } product ? (product, 0) : null;

        double? Product(ExpressionSyntax expression) => expression is not BinaryExpressionSyntax binary ? null
            : binary.IsKind(SyntaxKind.MultiplyExpression) && binary.Left.ToString() == rate ? Number(binary.Right, context)
            : binary.IsKind(SyntaxKind.MultiplyExpression) && binary.Right.ToString() == rate ? Number(binary.Left, context)
            : binary.IsKind(SyntaxKind.DivideExpression) && binary.Left.ToString() == rate ? 1 / Number(binary.Right, context)
            : null;
    }

    private static string? ZeroedBy(StatementSyntax statement, SyntaxNodeAnalysisContext context) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } set }
            && set.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && context.SemanticModel.GetTypeInfo(name, context.CancellationToken).Type is { } type && Numbers.IsInteger(type)
                && Number(set.Right, context) is 0
            ? name.Identifier.ValueText
            : null;

    /// <summary>Whether any metric is better than the first value of the best one.</summary>
    private static bool IsWorst(ExpressionSyntax value, bool isMax, SyntaxNodeAnalysisContext context) => Constant(value, context) is { } number
        && (isMax ? number <= -float.MaxValue : number >= float.MaxValue);

    private static StatementSyntax? Before(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) is > 0 and var index ? block.Statements[index - 1] : null;

    private static double? Number(ExpressionSyntax value, SyntaxNodeAnalysisContext context) => Constant(value, context) is { } number
        && !double.IsInfinity(number) && !double.IsNaN(number) ? number : null;

    private static double? Constant(ExpressionSyntax value, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetConstantValue(value, context.CancellationToken) is { HasValue: true, Value: { } constant }
        ? constant switch
        {
            float single => float.IsInfinity(single) || single.Equals(float.MaxValue) || single.Equals(float.MinValue) ? single
                : double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            double or int or long => Convert.ToDouble(constant, CultureInfo.InvariantCulture),
            _ => null,
        }
        : null;
}
