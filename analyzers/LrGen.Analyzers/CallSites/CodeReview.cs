using LrGen.Analyzers.Review;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers.CallSites;

/// <summary>
/// The rules about declarations, for what code says instead: the rate of an optimizer and the schedulers of TorchSharp are judged as if they
/// were declared, and a declaration is judged again by the training that uses it.
/// </summary>
internal static class CodeReview
{
    private static readonly HashSet<string> s_lengths = ["Steps", "Epochs", "Tokens"];

    public static void Check(Body body, ISymbol owner, Action<Diagnostic> report)
    {
        CheckDeclarations(body, report);
        if (body.Optimizers.Count + body.Schedulers.Count == 0)
            return;
        foreach (var optimizer in body.Optimizers)
        {
            if (HasOneRate(optimizer, body) && OptimizerCalls.RateArgument(optimizer) is { } written && body.Origin(written).Number() is { } rate)
                Check([new SpelledAttribute("Constant").With("rate", rate, written)], optimizer, optimizer, null, body, owner, report);
        }

        var parts = new HashSet<Creation>();
        foreach (var composition in SchedulerComposition.In(body))
        {
            parts.UnionWith(composition.Members);
            var optimizer = body.CreationOf(composition.Members[0].Optimizer, body.Optimizers);
            Check(composition.Attributes, composition.Composed, optimizer, SchedulerLength.Of(composition.Composed, body), body, owner, report);
        }

        foreach (var scheduler in body.Schedulers)
        {
            if (parts.Contains(scheduler))
                continue;
            var optimizer = body.CreationOf(scheduler.Optimizer, body.Optimizers);
            var spelled = SchedulerDeclarations.Of(scheduler, optimizer, body);
            if (spelled.Count > 0)
                Check(spelled, scheduler, optimizer, SchedulerLength.Of(scheduler, body), body, owner, report);
        }
    }

    /// <summary>Declarations in front of the training that this method shows: only what the declared one does not tell.</summary>
    private static void CheckDeclarations(Body body, Action<Diagnostic> report)
    {
        var reported = new HashSet<(ScheduleTarget Target, string Rule)>();
        foreach (var use in body.Uses)
        {
            if (use.Target.Review is not { } declared)
                continue;
            var optimizer = Inference.OptimizerOf(use, body);
            // Plots and tests ask for rates in loops, too; only a use that trains tells how long a training is, and only when it is the one.
            bool trains = body.OptimizerSteps.Count > 0 && (optimizer is not null || body.RateWrites.Any(w => body.UsesBehind(w.Value).Contains(use)));
            if (!trains)
                continue;
            var length = body.Uses.Count(u => ReferenceEquals(u.Target, use.Target)) == 1 ? Inference.StepsOf(use, body) : null;
            var facts = optimizer is null ? [] : OptimizerCalls.Facts(optimizer, body).ToList();
            var withOptimizer = Review(facts);
            // A length in another unit than that of updates and epochs is none that loops tell.
            string? unit = declared.Facts.Counts switch { Unit.Steps => "Steps", Unit.Epochs => "Epochs", _ => null };
            var withLength = length is var (steps, _) && unit is not null ? Review([.. facts, OptimizerCalls.Given(unit, steps)]) : null;
            foreach (var rule in CurveRule.All)
            {
                if (rule.Check(declared) is not null || !reported.Add((use.Target, rule.Descriptor.Id)))
                    continue;
                if (rule.Check(withOptimizer) is { } found)
                    report(Create(rule, found, use.Operation.Syntax.GetLocation(), isCertain: true));
                else if (withLength is not null && rule.Check(withLength) is { } foundAtLength)
                    report(Create(rule, foundAtLength, use.Operation.Syntax.GetLocation(), isCertain: length is { MayBreak: false }));
                else
                    reported.Remove((use.Target, rule.Descriptor.Id));
            }

            ScheduleReview Review(IEnumerable<ArgumentModel> inferred) => ScheduleReview.Of(use.Target.Declaration, use.Target.Lowered,
                use.Target.FactsWith(inferred))!;
        }
    }

    private static void Check(
        IReadOnlyList<SpelledAttribute> spelled, Creation made, Creation? optimizer, (double Count, bool MayBreak)? length, Body body, ISymbol owner,
            Action<Diagnostic> report)
    {
        var attributes = spelled.Select((s, i) => SpelledModel.Of(s, i, body.Known.Library!)).ToList();
        if (attributes.Any(a => a is null))
            return;
        var nearest = SpelledModel.Training(owner).ToList();
        // What settings say of the length is in updates, and a scheduler can count epochs: only its own loops tell.
        var unknown = new ArgumentModel("Steps", ArgumentSource.Runtime, double.NaN, "steps", "steps");
        var known = length is var (count, _) ? OptimizerCalls.Given("Steps", count) : unknown;
        var declaration = ScheduleReview.Declare(attributes!, new AttributeModel("Training", -1, EquatableArray<ArgumentModel>.Empty));
        var lowered = ScheduleLowering.Lower(declaration);
        foreach (var error in lowered.Errors)
        {
            if (error.Place == ErrorPlace.Argument
                && error.Problem is ScheduleProblem.RateNotPositive or ScheduleProblem.FactorNotPositive or ScheduleProblem.PowerNotPositive
                or ScheduleProblem.FactorDoesNotDecay or ScheduleProblem.FloorAboveRate or ScheduleProblem.LengthNotPositive)
            {
                report(ScheduleDiagnostic.Create(error, PlaceOf(error.AttributeIndex, error.Name)));
            }
        }

        var settings = Settings.Of(made.Call.Syntax.SyntaxTree, body.Known.Options);
        var facts = optimizer is null ? [] : OptimizerCalls.Facts(optimizer, body).ToList();
        var hasGroups = optimizer is not null && OptimizerCalls.HasGroups(optimizer);
        if (Review(unknown) is not { } byOptimizer || Review(known) is not { } byLength)
            return;
        foreach (var rule in CurveRule.All)
        {
            // A group of parameters can be a head or embeddings, which take other rates.
            if (hasGroups && rule is RateHighForNetwork)
                continue;
            if (rule.Check(byOptimizer) is { } found)
                report(Create(rule, found, PlaceOf(found.Attribute.Index, found.Argument), isCertain: true));
            else if (rule.Check(byLength) is { } foundAtLength)
                report(Create(rule, foundAtLength, PlaceOf(foundAtLength.Attribute.Index, foundAtLength.Argument), isCertain: length is { MayBreak: false }));
        }

        ScheduleReview? Review(ArgumentModel steps) => ScheduleReview.Of(declaration, lowered,
            TrainingFacts.Of(new AttributeModel("Training", -1, nearest.Where(n => !s_lengths.Contains(n.Name)).Append(steps).ToEquatableArray()),
                settings, facts));

        Location PlaceOf(int attribute, string argument)
        {
            // milestones[1] is the second element; duplicates and the order can make it another one in code, so it is the array.
            int bracket = argument.IndexOf('[');
            string name = bracket < 0 ? argument : argument.Substring(0, bracket);
            var place = attribute < 0 || attribute >= spelled.Count ? null
                : spelled[attribute].Values.TryGetValue(name, out var given) ? given.Place
                : spelled[attribute].Array is { } array && array.Name == name ? array.Place : null;
            return place?.Syntax.GetLocation() ?? NameOf(made.Call);
        }
    }

    /// <summary>Whether the rate that an optimizer is made with is the one that it trains with.</summary>
    private static bool HasOneRate(Creation optimizer, Body body)
    {
        if (body.SchedulersOf(optimizer.Variable).Any() || body.RateWritesOf(optimizer.Variable).Any())
            return false;
        // Somebody else can multiply a rate of 1 by what he likes.
        return optimizer.Variable is ILocalSymbol local && !body.Escapes(local) || OptimizerCalls.Rate(optimizer, body) is not 1;
    }

    /// <summary>A diagnostic at a place in code; only informative where it takes a length that the training may not come to.</summary>
    private static Diagnostic Create(CurveRule rule, Finding finding, Location location, bool isCertain) => isCertain
        || rule.Descriptor.DefaultSeverity <= DiagnosticSeverity.Info
        ? Diagnostic.Create(rule.Descriptor, location, [.. finding.Details])
        : Diagnostic.Create(rule.Descriptor, location, DiagnosticSeverity.Info, additionalLocations: null, properties: null, [.. finding.Details]);

    /// <summary>The name of what a call makes: the call itself can be many lines long.</summary>
    private static Location NameOf(IOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.GetLocation(),
        InvocationExpressionSyntax { Expression: var name } => name.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };
}
