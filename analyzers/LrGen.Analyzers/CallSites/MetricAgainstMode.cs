using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A metric that is better when it is higher, given to what waits for it to fall, or the reverse.</summary>
internal sealed class MetricAgainstMode : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.MetricAgainstMode, "Metric and mode contradict each other",
        "'{0}' {1} when it improves, and the mode is {2}, so that the rate falls while all goes well; use {3}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.MetricAgainstMode));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var step in body.Reports)
        {
            if (body.Known.TargetOf(step.Call.TargetMethod.ContainingType, body.Cancellation) is not { Metric: { } driven } target
                || driven.Arguments.FirstOrDefault(a => a.Name == "Mode") is not { Source: ArgumentSource.Given or ArgumentSource.Default } mode)
                continue;
            var declaration = AttributeNames.On(target.Symbol)[driven.Index].ApplicationSyntaxReference!.GetSyntax(body.Cancellation).GetLocation();
            Check(step.Call.Arguments[0].Value, mode is { Source: ArgumentSource.Given, Value: 1 }, "MetricMode.Min", "MetricMode.Max", declaration,
                body, report);
        }
    }

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var step in reading.All(EventKind.Step))
        {
            if (step is not { IsHanded: false, IsCertain: true, Call: { TargetMethod.Parameters: [{ Type.SpecialType: SpecialType.System_Double }, ..] } call,
                Thing: { IsMade: true, Type: "ReduceLROnPlateau" } plateau } || findings.PlaceOf(step) is not { } place || !reading.Owns(call))
                continue;
            var mode = plateau.Call.Argument("mode");
            string? text = mode is null ? "min" : mode.ConstantValue is { HasValue: true, Value: string written } ? written : null;
            if (text is "min" or "max" && call.Argument("current") is { } metric && reading.BodyOf(call) is { } body)
                Check(metric, text == "max", "\"min\"", "\"max\"", (mode ?? plateau.Call).Syntax.GetLocation(), body, d => findings.Add(d));
        }
    }

    private static void Check(IOperation metric, bool isMax, string min, string max, Location declaration, Body body, Action<Diagnostic> report)
    {
        // −accuracy and 1 − accuracy fall when they improve; so does what is called accuracy and was made so.
        if (NameOf(metric) is not { } name || body.Origin(metric) is IUnaryOperation or IBinaryOperation)
            return;
        if (isMax ? Words.Falls(name) : Words.Grows(name))
        {
            var (wrong, right) = isMax ? (max, min) : (min, max);
            report(Diagnostic.Create(s_rule, metric.Syntax.GetLocation(), [declaration], ScheduleDiagnostic.Replacing(right),
                name, isMax ? "falls" : "grows", wrong, right));
        }
    }

    /// <summary>The name of a metric: that of a variable, of a method that computes it, or of a tensor that it is read from.</summary>
    private static string? NameOf(IOperation metric) => metric.Unwrap() switch
    {
        IInvocationOperation { TargetMethod.Name: "item" or "ToSingle" or "ToDouble", Instance: { } tensor } => NameOf(tensor),
        // An extension method of TorchSharp's.
        IInvocationOperation { TargetMethod: { Name: "ToSingle" or "ToDouble", IsExtensionMethod: true }, Arguments: [var tensor] } =>
            NameOf(tensor.Value),
        IInvocationOperation { TargetMethod.Name: var name } => name,
        var other => other.Name(),
    };
}
