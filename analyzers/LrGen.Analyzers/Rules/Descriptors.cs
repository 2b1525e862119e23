using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.MachineLearning;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>What each rule says.</summary>
internal static class Descriptors
{
    private const string Declaration = "LrGen.Declaration";
    private const string Values = "LrGen.Values";
    private const string Issues = "https://github.com/lrgen/lrgen/issues";

    public static readonly DiagnosticDescriptor NotPartial = Shape(
        RuleIds.NotPartial, "Target is not partial", "The {0} '{1}' has to be partial, so that LrGen can complete it");

    public static readonly DiagnosticDescriptor WrongReturnType = Shape(
        RuleIds.WrongReturnType, "Return type is no rate", "'{0}' returns {1}; a schedule method returns double, float or Half");

    public static readonly DiagnosticDescriptor WrongStepType = Shape(
        RuleIds.WrongStepType, "First parameter is no step", "The first parameter of '{0}' has to be the step, an integer passed by value, but is {1}");

    public static readonly DiagnosticDescriptor FileLocalType = Shape(
        RuleIds.FileLocalType, "Type is file-local", "'{0}' lies in the file-local type '{1}', which no generated file can complete; remove 'file'");

    public static readonly DiagnosticDescriptor ConflictingAttributes = Shape(
        RuleIds.ConflictingAttributes, "Attributes contradict each other", "{0}");

    public static readonly DiagnosticDescriptor UnboundArgument = Shape(
        RuleIds.UnboundArgument, "Argument is given nowhere", "{0}");

    public static readonly DiagnosticDescriptor PhaseWithoutLength = Shape(
        RuleIds.PhaseWithoutLength, "Inner phase has no length", "[{0}] is followed by another phase, so it needs a length; {1}");

    public static readonly DiagnosticDescriptor UnknownParameterName = Shape(
        RuleIds.UnknownParameterName, "Parameter belongs to no argument", "The parameter '{0}' gives no argument its value; {1}");

    public static readonly DiagnosticDescriptor UnsupportedTarget = Shape(
        RuleIds.UnsupportedTarget, "Target cannot be completed", "'{0}' {1}");

    public static readonly DiagnosticDescriptor RateNotPositive = Value(
        RuleIds.RateNotPositive, "Rate is not positive and finite",
        "'{0}' is {1}, which gives no training; a rate has to be finite and above 0 (a floor, an end or the start of a ramp may be 0)");

    public static readonly DiagnosticDescriptor FactorNotPositive = Value(
        RuleIds.FactorNotPositive, "Decay factor is not positive and finite",
        "The factor {1} leaves no rate to train with; give a number between 0 and 1, or 1 for no decay");

    public static readonly DiagnosticDescriptor PowerNotPositive = Value(
        RuleIds.PowerNotPositive, "Power is not positive and finite", "The power {1} gives no curve; give a finite number above 0, for example 1 or 2");

    public static readonly DiagnosticDescriptor UnknownOption = Value(
        RuleIds.UnknownOption, "Option does not exist", "'{0}' is {1}, which is no member of {2}; use one of its names");

    public static readonly DiagnosticDescriptor UnknownReference = Shape(
        RuleIds.UnknownReference, "Name stands for no schedule", "{0}");

    public static readonly DiagnosticDescriptor CircularReference = Shape(
        RuleIds.CircularReference, "Declaration uses itself", "The declaration uses itself: {0}");

    public static readonly DiagnosticDescriptor UnreachablePhase = Value(
        RuleIds.UnreachablePhase, "Phase is never reached", "[{0}] is never reached: {1}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor QuantityOutOfRange = Value(
        RuleIds.QuantityOutOfRange, "Value is out of range for its quantity", "'{0}' is {1}; {2}");

    public static readonly DiagnosticDescriptor FactorDoesNotDecay = Value(
        RuleIds.FactorDoesNotDecay, "Decay factor does not decay", "The factor {1} does not let the rate decay{2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FloorAboveRate = Value(
        RuleIds.FloorAboveRate, "Floor is above the rate", "{2} is above {3}; were the two swapped?");

    public static readonly DiagnosticDescriptor LengthNotPositive = Value(
        RuleIds.LengthNotPositive, "Length is not positive and finite", "'{0}' is {1}; a length has to be a finite number above 0{2}");

    public static readonly DiagnosticDescriptor CountsDiffer = Value(
        RuleIds.CountsDiffer, "Rates and boundaries do not fit",
            "{0} rates and {1} boundaries do not fit; there has to be one rate more than boundaries");

    public static readonly DiagnosticDescriptor MilestonesNotIncreasing = Value(
        RuleIds.MilestonesNotIncreasing, "Milestones do not increase", "'{0}' goes from {2} to {1}; steps have to increase");

    public static readonly DiagnosticDescriptor PhaseVanishes = Value(
        RuleIds.PhaseVanishes, "Phase or cycle has no length", "{0}");

    public static readonly DiagnosticDescriptor GrowsToInfinity = Value(
        RuleIds.GrowsToInfinity, "Rate grows without bound",
        "From step {0} on the rate is infinite: no double holds it; let it end before, with 'Steps', or hold it with [Clamp] 'high'",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnusableSetting = new(
        RuleIds.UnusableSetting, "Setting says nothing", "The setting '{0} = {1}' is not understood; {2}", "LrGen.Settings",
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.UnusableSetting));

    public static readonly DiagnosticDescriptor TooLarge = Shape(RuleIds.TooLarge, "Schedule is too large", "{0}");

    public static readonly DiagnosticDescriptor InternalFailure = Shape(
        RuleIds.InternalFailure, "LrGen failed on a declaration",
        "LrGen failed here, which is a mistake of its own: {0}; please report it with this code at " + Issues);

    /// <summary>The rules about declarations, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfDeclarations { get; } = new[]
    {
        NotPartial, WrongReturnType, WrongStepType, FileLocalType, ConflictingAttributes, UnboundArgument, PhaseWithoutLength,
        UnknownParameterName, UnsupportedTarget, RateNotPositive, FactorNotPositive, PowerNotPositive, UnknownOption, UnknownReference,
            CircularReference,
        UnreachablePhase, QuantityOutOfRange, FactorDoesNotDecay,
        FloorAboveRate, CountsDiffer, MilestonesNotIncreasing, LengthNotPositive, PhaseVanishes, GrowsToInfinity, UnusableSetting, TooLarge, InternalFailure,
    }.Concat(CurveRule.All.Select(r => r.Descriptor)).Distinct().OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>
    /// The rules about code, in the order of their ids, and those about declarations that hold for TorchSharp's optimizers and schedulers, too.
    /// </summary>
    public static ImmutableArray<DiagnosticDescriptor> OfCallSites { get; } = CallSiteRule.All.Select(r => r.Descriptor)
        .Concat(OfDeclarations.Where(d => d.Category != Declaration && d.Id != RuleIds.UnusableSetting)).Append(InternalFailure).Distinct()
        .OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The suggestions to let declarations do what code does by hand.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfConversions { get; } =
        ImmutableArray.Create(InternalFailure, ConvertibleMethod.Rule, ConvertibleScheduler.Rule);

    /// <summary>The rules about ML.NET's trainers.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfTrainers { get; } =
        ImmutableArray.Create(InternalFailure, TrainerAnalyzer.RateOutOfRange, TrainerAnalyzer.BoostingTooShort);

    /// <summary>All rules, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        OfDeclarations.Concat(OfCallSites).Concat(OfConversions).Concat(OfTrainers).Distinct().OrderBy(d => d.Id,
            StringComparer.Ordinal).ToImmutableArray();

    /// <summary>A rule that failed on some code: a warning, since the code is generated without its advice.</summary>
    public static Diagnostic Failure(Location location, string what) =>
        Diagnostic.Create(InternalFailure, location, DiagnosticSeverity.Warning, additionalLocations: null, properties: null, what);

    /// <summary>The rule that a problem of a declaration breaks.</summary>
    public static DiagnosticDescriptor For(ScheduleProblem problem) => problem switch
    {
        ScheduleProblem.NotPartial => NotPartial,
        ScheduleProblem.WrongReturnType => WrongReturnType,
        ScheduleProblem.WrongStepType => WrongStepType,
        ScheduleProblem.FileLocalType => FileLocalType,
        ScheduleProblem.ConflictingAttributes => ConflictingAttributes,
        ScheduleProblem.UnboundArgument => UnboundArgument,
        ScheduleProblem.PhaseWithoutLength => PhaseWithoutLength,
        ScheduleProblem.UnknownParameterName => UnknownParameterName,
        ScheduleProblem.UnsupportedTarget => UnsupportedTarget,
        ScheduleProblem.RateNotPositive => RateNotPositive,
        ScheduleProblem.FactorNotPositive => FactorNotPositive,
        ScheduleProblem.PowerNotPositive => PowerNotPositive,
        ScheduleProblem.UnknownOption => UnknownOption,
        ScheduleProblem.FactorDoesNotDecay => FactorDoesNotDecay,
        ScheduleProblem.FloorAboveRate => FloorAboveRate,
        ScheduleProblem.LengthNotPositive => LengthNotPositive,
        ScheduleProblem.CountsDiffer => CountsDiffer,
        ScheduleProblem.MilestonesNotIncreasing => MilestonesNotIncreasing,
        ScheduleProblem.PhaseVanishes => PhaseVanishes,
        ScheduleProblem.GrowsToInfinity => GrowsToInfinity,
        ScheduleProblem.UnknownReference => UnknownReference,
        ScheduleProblem.CircularReference => CircularReference,
        ScheduleProblem.UnreachablePhase => UnreachablePhase,
        ScheduleProblem.QuantityOutOfRange => QuantityOutOfRange,
        ScheduleProblem.TooLarge => TooLarge,
        ScheduleProblem.InternalFailure => InternalFailure,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "No rule for this problem."),
    };

    /// <summary>A rule without which no code can be generated; it cannot be switched off.</summary>
    private static DiagnosticDescriptor Shape(string id, string title, string message) => new(
        id, title, message, Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(id),
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static DiagnosticDescriptor Value(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) => new(
        id, title, message, Values, severity, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(id),
        customTags: severity == DiagnosticSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);
}
