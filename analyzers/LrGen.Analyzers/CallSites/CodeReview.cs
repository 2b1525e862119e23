using LrGen.Analyzers.Reading;
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

    /// <summary>The optimizers and schedulers of a type.</summary>
    public static void Check(TrainingReading reading, TrainingFindings findings)
    {
        OptimizerArguments.Check(reading, findings);
        if (reading.Known.Library is null)
            return;
        var parts = new HashSet<IOperation>();
        foreach (var thing in reading.Things)
        {
            if (!thing.IsMade || thing.Place.ThrowsOnPurpose || !reading.Owns(thing.Call) || reading.BodyOf(thing.Call) is not { } body)
                continue;
            var owner = OwnerOf(thing.Call, reading);
            if (thing.Kind == ThingKind.Optimizer)
            {
                if (body.Optimizers.FirstOrDefault(o => ReferenceEquals(o.Call, thing.Call)) is { } optimizer && HasOneRate(thing, optimizer, body, reading)
                    && OptimizerCalls.RateArgument(optimizer) is { } written && body.Origin(written).Number() is { } rate)
                    Check([new SpelledAttribute("Constant").With("rate", rate, written)], optimizer, optimizer, null, body, owner, d => findings.Add(d));
                continue;
            }

            if (body.Schedulers.FirstOrDefault(o => ReferenceEquals(o.Call, thing.Call)) is not { } scheduler)
                continue;
            var ofOptimizer = MadeFor(thing, scheduler, body, reading);
            var length = findings.IsExplained(thing) ? null : SchedulerLength.Of(thing, reading);
            if (thing.Parts.Count > 0)
            {
                if (SchedulerComposition.In(body).FirstOrDefault(c => ReferenceEquals(c.Composed, scheduler)) is { } composition)
                    Check(composition.Attributes, scheduler, ofOptimizer, length, body, owner, d => findings.Add(d));
                continue;
            }

            if (thing.Whole is not null)
                continue;
            var spelled = SchedulerDeclarations.Of(scheduler, ofOptimizer, body);
            if (spelled.Count > 0)
                Check(spelled, scheduler, ofOptimizer, length, body, owner, d => findings.Add(d), UpdatesPerEpoch(thing, reading));
        }
    }

    /// <summary>The length of an epoch in what a cycle counts; null where it does not count updates, or that is not known.</summary>
    private static double? UpdatesPerEpoch(Thing scheduler, TrainingReading reading) => scheduler.Type == "CyclicLR"
        && reading.Of(scheduler, EventKind.Step).ToList() is [{ IsHanded: false, Place: { InnerLoop: { } batches } place }] && place.BranchIn(batches) is null
        && batches.Outer?.InnerLoop?.Loop?.Over == LoopOver.Epochs
            ? batches.Loop!.Count?.Number
            : null;

    private static ISymbol OwnerOf(IOperation call, TrainingReading reading) => call.SemanticModel?.GetEnclosingSymbol(call.Start(),
        reading.Cancellation) ?? reading.Type;

    /// <summary>The optimizer of a scheduler, in whatever method it is made.</summary>
    private static Creation? MadeFor(Thing scheduler, Creation own, Body body, TrainingReading reading) => body.CreationOf(own.Optimizer, body.Optimizers)
        ?? (scheduler.Optimizer is { IsMade: true } made && reading.BodyOf(made.Call)?.Optimizers.FirstOrDefault(o => ReferenceEquals(o.Call,
            made.Call)) is { } found ? found : null);

    /// <summary>The declarations that a method uses.</summary>
    /// <remarks>In front of the training that the method shows: only what the declared one does not tell.</remarks>
    public static void CheckDeclarations(Body body, Action<Diagnostic> report)
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
            Action<Diagnostic> report, double? perEpoch = null)
    {
        var attributes = spelled.Select((s, i) => SpelledModel.Of(s, i, body.Known.Library!)).ToList();
        if (attributes.Any(a => a is null))
            return;
        var nearest = SpelledModel.Training(owner).ToList();
        // What settings say of the length is in updates, and a scheduler can count epochs: only its own loops tell.
        var unknown = new ArgumentModel("Steps", ArgumentSource.Runtime, double.NaN, "steps", "steps");
        // A plateau counts what it is told of.
        var known = length is var (count, _) ? OptimizerCalls.Given(made.Kind == "ReduceLROnPlateau" ? "Epochs" : "Steps", count) : unknown;
        var declaration = ScheduleReview.Declare(attributes!, new AttributeModel("Training", -1, EquatableArray<ArgumentModel>.Empty));
        var lowered = ScheduleLowering.Lower(declaration);
        foreach (var error in lowered.Errors)
        {
            if (error.Place == ErrorPlace.Argument
                && error.Problem is ScheduleProblem.RateNotPositive or ScheduleProblem.FactorNotPositive or ScheduleProblem.PowerNotPositive
                or ScheduleProblem.FactorDoesNotDecay or ScheduleProblem.FloorAboveRate or ScheduleProblem.LengthNotPositive)
            {
                report(ScheduleDiagnostic.CreateForCode(error, PlaceOf(error.AttributeIndex, error.Name)));
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
            TrainingFacts.Of(new AttributeModel("Training", -1, nearest.Where(n => !s_lengths.Contains(n.Name)).Concat(Length(steps, perEpoch)).ToEquatableArray()),
                settings, facts));

        static IEnumerable<ArgumentModel> Length(ArgumentModel steps, double? perEpoch) => steps.Name == "Epochs"
            ? [steps, OptimizerCalls.Given("Counts", (int)Unit.Epochs)]
            : perEpoch is { } updates ? [steps, OptimizerCalls.Given("StepsPerEpoch", updates)] : [steps];

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
    private static bool HasOneRate(Thing thing, Creation optimizer, Body body, TrainingReading reading)
    {
        if (reading.SchedulersOf(thing).Any() || reading.RateWritesOf(thing).Any() || body.RateWritesOf(optimizer.Variable).Any())
            return false;
        // Somebody else can multiply a rate of 1 by what he likes.
        return !thing.Escapes && reading.Of(thing, EventKind.Step).Any() || OptimizerCalls.Rate(optimizer, body) is not 1;
    }

    /// <summary>A diagnostic at a place in code; only informative where it takes a length that the training may not come to.</summary>
    private static Diagnostic Create(CurveRule rule, Finding finding, Location location, bool isCertain) => isCertain
        || rule.Descriptor.DefaultSeverity <= DiagnosticSeverity.Info
        ? Diagnostic.Create(rule.Descriptor, location, ScheduleDiagnostic.SeverityInCode(rule.Descriptor), additionalLocations: null, properties: null,
            [.. finding.Details])
        : Diagnostic.Create(rule.Descriptor, location, DiagnosticSeverity.Info, additionalLocations: null, properties: null, [.. finding.Details]);

    /// <summary>The name of what a call makes: the call itself can be many lines long.</summary>
    private static Location NameOf(IOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.GetLocation(),
        InvocationExpressionSyntax { Expression: var name } => name.GetLocation(),
        ObjectCreationExpressionSyntax { Type: var name } => name.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };
}
