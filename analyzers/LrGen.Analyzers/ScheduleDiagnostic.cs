using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers;

/// <summary>Turns an error of the parser into a diagnostic at the syntax that is wrong.</summary>
internal static class ScheduleDiagnostic
{
    /// <summary>The property that holds the value a fix would write.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>Messages have at most this many placeholders.</summary>
    private const int MostDetails = 4;

    /// <summary>The properties of a diagnostic with what a fix would write; null where that is not known.</summary>
    public static ImmutableDictionary<string, string?>? Replacing(string? replacement) =>
        replacement is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Replacement, replacement);

    public static Diagnostic Create(ScheduleError error, ISymbol symbol, CancellationToken cancellation) =>
        Create(error, Locate(error, symbol, cancellation), IsModifierWithoutLength(error, symbol) ? s_deletion : EditFor(error));

    /// <summary>A diagnostic for an error at a place of its own.</summary>
    public static Diagnostic Create(ScheduleError error, Location location) => Create(error, location, EditFor(error));

    /// <summary>A diagnostic for the same mistake in code that calls another library, which compiles.</summary>
    public static Diagnostic CreateForCode(ScheduleError error, Location location) =>
        Create(error, location, EditFor(error), SeverityInCode(Descriptors.For(error.Problem)));

    /// <summary>What is wrong in code that is not declared stops no build.</summary>
    public static DiagnosticSeverity SeverityInCode(DiagnosticDescriptor descriptor) =>
        descriptor.DefaultSeverity == DiagnosticSeverity.Error ? DiagnosticSeverity.Warning : descriptor.DefaultSeverity;

    private static Diagnostic Create(ScheduleError error, Location location, SuggestedEdit? suggested) =>
        Create(error, location, suggested, Descriptors.For(error.Problem).DefaultSeverity);

    private static Diagnostic Create(ScheduleError error, Location location, SuggestedEdit? suggested, DiagnosticSeverity severity)
    {
        var descriptor = Descriptors.For(error.Problem);
        var details = error.Details.ToList();
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (error.Problem == ScheduleProblem.FactorDoesNotDecay)
        {
            double factor = double.Parse(details[1], CultureInfo.InvariantCulture);
            if (factor.Equals(1))
                severity = DiagnosticSeverity.Info;
            string? replacement = DecayFactor.Likely(factor) is { } likely ? NumberText.Shortest(likely) : null;
            properties = properties.Add(Replacement, replacement);
            string infinite = details.Count > 2 ? "from step " + details[2] + " on the rate is infinite" : string.Empty;
            details = [details[0], details[1], (replacement is null ? string.Empty : "; did you mean " + replacement + "?")
                + (infinite.Length == 0 ? infinite : replacement is null ? "; " + infinite : " (" + infinite + ")")];
        }
        else if (error.Problem == ScheduleProblem.FloorAboveRate)
        {
            bool isBound = error.Name == "low";
            details[2] = isBound ? "'low', " + details[2] + "," : "The floor " + details[2];
            details[3] = isBound ? "'high', " + details[3] : "the rate " + details[3] + " that it is a floor of";
        }
        else if (error.Problem == ScheduleProblem.LengthNotPositive && details.Count > 2)
        {
            details[2] = "; " + details[2];
        }

        if (suggested is { } edit)
            properties = properties.AddRange(edit.ToProperties());
        while (details.Count < MostDetails)
            details.Add(string.Empty);
        return Diagnostic.Create(
            descriptor, location, severity, additionalLocations: null, properties, [.. details]);
    }

    private static readonly SuggestedEdit s_deletion = new(EditKind.RemoveAttribute, string.Empty, "Delete the attribute");

    /// <summary>Whether a warm-up, a cooldown, … of no steps is meant to be gone.</summary>
    private static bool IsModifierWithoutLength(ScheduleError error, ISymbol symbol) =>
        error is { Problem: ScheduleProblem.LengthNotPositive, Place: ErrorPlace.Argument, Name: "steps" or "Fraction" } && error.Details[1] == "0"
            && AttributeNames.On(symbol)[error.AttributeIndex].AttributeClass is { } type
            && Families.Modifier(type.Name.Replace("Attribute", string.Empty)) is not null;

    /// <summary>The change that mends an error of the parser, where one is likely.</summary>
    private static SuggestedEdit? EditFor(ScheduleError error) => error switch
    {
        { Problem: ScheduleProblem.MilestonesNotIncreasing } => new(EditKind.SortElements, string.Empty, "Sort the steps"),
        { Problem: ScheduleProblem.PhaseVanishes, Name: "steps" or "Steps" } => new(EditKind.RemoveAttribute, string.Empty, "Delete the phase"),
        { Problem: ScheduleProblem.FloorAboveRate, Name: "low" } => new(EditKind.SwapValues, "high", "Swap low and high"),
        _ => null,
    };

    /// <summary>A diagnostic for what a rule has found in a schedule.</summary>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, Finding finding, ISymbol symbol, CancellationToken cancellation)
    {
        var place = finding.Parameter.Length > 0
            ? ScheduleError.AtParameter(default, finding.Parameter)
            : finding.Argument.Length > 0
                ? ScheduleError.AtArgument(default, finding.Attribute.Index, finding.Argument)
                : ScheduleError.AtAttribute(default, finding.Attribute.Index);
        var edit = finding.Edit ?? (finding.Replacement is { } value && finding.Argument.Length > 0
            ? new SuggestedEdit(EditKind.ReplaceValue, value, "Use " + value)
            : null);
        var properties = edit?.ToProperties() ?? ImmutableDictionary<string, string?>.Empty;
        if (finding.Other is { } other)
            properties = properties.AddRange(other.ToProperties(SuggestedEdit.Other));
        return Diagnostic.Create(descriptor, Locate(place, symbol, cancellation), properties, [.. finding.Details]);
    }

    /// <summary>The syntax that an error is about.</summary>
    public static Location Locate(ScheduleError error, ISymbol symbol, CancellationToken cancellation)
    {
        switch (error.Place)
        {
            case ErrorPlace.Parameter when symbol is IMethodSymbol method && method.Parameters.FirstOrDefault(p => p.Name == error.Name) is { } parameter:
                return parameter.Locations[0];
            case ErrorPlace.Attribute or ErrorPlace.Argument:
                var attribute = AttributeNames.On(symbol)[error.AttributeIndex];
                var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellation);
                return error.Place == ErrorPlace.Argument && FindArgument(attribute, syntax, error.Name) is { } argument
                    ? argument.Expression.GetLocation()
                    : syntax.GetLocation();
            case ErrorPlace.Target when error.Problem == ScheduleProblem.NotPartial && TargetChecks.FirstTypeNotPartial(symbol) is { } type && IsPartial(symbol):
                return PartWithoutPartial(type, cancellation) ?? InSource(type);
            default:
                return InSource(symbol);
        }
    }

    /// <summary>The part of a type that lacks the modifier; null where all have it.</summary>
    public static Location? PartWithoutPartial(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Select(r => r.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>()
        .FirstOrDefault(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword))?.Identifier.GetLocation();

    /// <summary>The user's own part of a symbol of several parts.</summary>
    private static Location InSource(ISymbol symbol) =>
        AttributeNames.On(symbol) is [var first, ..]
            ? symbol.Locations.FirstOrDefault(l => l.SourceTree == first.ApplicationSyntaxReference!.SyntaxTree) ?? symbol.Locations[0]
            : symbol.Locations[0];

    private static bool IsPartial(ISymbol symbol) => symbol is not IMethodSymbol method || method.IsPartialDefinition;

    /// <summary>The argument of a name as it is written; null where it is not.</summary>
    public static AttributeArgumentSyntax? FindArgument(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        // schedules[1] is the second of the names; where they stand in one array, it is the array.
        int bracket = name.IndexOf('[');
        int element = bracket < 0 ? 0 : int.Parse(name.Substring(bracket + 1, name.Length - bracket - 2), CultureInfo.InvariantCulture);
        name = bracket < 0 ? name : name.Substring(0, bracket);
        int position = 0;
        AttributeArgumentSyntax? found = null;
        foreach (var argument in syntax.ArgumentList?.Arguments ?? default)
        {
            if (AttributeArguments.NameOf(argument, position, attribute.AttributeConstructor) == name)
            {
                found = argument;
                if (element-- == 0)
                    break;
            }

            position++;
        }

        return found;
    }
}
