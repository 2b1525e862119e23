using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>TorchSharp's cosine, which goes up again after its end, as PyTorch's does.</summary>
internal sealed class CosineClimbsAgain : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.CosineClimbsAgain, "Cosine climbs again after T_max",
        "T_max is {0}, and the scheduler makes {1} steps: in the last {2} the rate climbs again; give T_max the length of the training, or use [CosineDecay], which stays at its end",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.CosineClimbsAgain));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (!scheduler.IsMade || findings.IsExplained(scheduler) || !reading.Owns(scheduler.Call) || reading.BodyOf(scheduler.Call) is not { } body
                || body.Schedulers.FirstOrDefault(s => ReferenceEquals(s.Call, scheduler.Call)) is not { } made || SchedulerLength.Of(scheduler,
                    reading) is not { MayBreak: false, Count: var count })
                continue;
            if (scheduler is { Type: "CosineAnnealingLR", Whole: null })
                Check(made, made, 0, count, body, d => findings.Add(d));
            // The last part of a sequence goes on to the end of the training.
            else if (SchedulerComposition.In(body).FirstOrDefault(c => ReferenceEquals(c.Composed, made)) is { } sequence
                && sequence.Members[sequence.Members.Count - 1] is { Kind: "CosineAnnealingLR" } last && sequence.LastStart(body) is { } start)
                Check(last, made, start, count, body, d => findings.Add(d));
        }
    }

    /// <param name="cosine">The cosine.</param>
    /// <param name="moved">What is moved on: itself, or the sequence that it is a part of.</param>
    /// <param name="start">The step of that one at which it begins.</param>
    /// <param name="count">How often it is moved on.</param>
    /// <param name="body">The method.</param>
    /// <param name="report">Takes the diagnostics.</param>
    private static void Check(Creation cosine, Creation moved, double start, double count, Body body, Action<Diagnostic> report)
    {
        if (cosine.Call.Argument("T_max") is not { } length || body.Origin(length).Number() is not (> 0 and var half))
            return;

        // The rate after the last step is used by nobody.
        double steps = count - start, last = steps - 1;
        if (last > half)
            report(WithWaysOut(cosine, isAlone: ReferenceEquals(cosine, moved), length, steps, body, Text(half), Text(steps), Text(last - half)));
    }

    /// <summary>The diagnostic with the length to write for a literal, and with the declaration that stays at its end where one can stand there.</summary>
    private static Diagnostic WithWaysOut(Creation cosine, bool isAlone, IOperation length, double steps, Body body, params string[] details)
    {
        var held = isAlone ? ConvertibleScheduler.Of(cosine, Likeness.UpToEnd, body) : null;
        var properties = held?.Properties ?? ImmutableDictionary<string, string?>.Empty;
        if (length.Unwrap() is ILiteralOperation)
            properties = properties.Add(ScheduleDiagnostic.Replacement, NumberText.Shortest(steps));
        return Diagnostic.Create(s_rule, length.Syntax.GetLocation(), held?.Places, properties, [.. details]);
    }
}
