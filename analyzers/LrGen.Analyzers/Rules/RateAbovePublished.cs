using System.Globalization;
using LrGen.Analyzers.Review;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A rate that is above all published rates: most often the sign of its exponent was lost.</summary>
internal sealed class RateAbovePublished : CurveRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.RateAbovePublished, "Rate is above any published rate",
        "The rate reaches {0}, above any published rate for {1} (at most {2}); the loss will diverge at once{3}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.RateAbovePublished));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        // What was swapped is no rate.
        if (!Holds(review) || review.ShortPhase is { SwappedRate.Length: > 0 })
            return null;
        var (attribute, argument) = review.PeakArgument;
        var optimizer = review.Facts.Optimizer;
        string? flipped = ScheduleReview.Number(attribute, argument) is { } rate ? Flipped(rate, optimizer) : null;
        return new Finding(attribute, argument, Text(review.Peak), PublishedRates.Name(optimizer), Text(PublishedRates.Highest(optimizer)),
            flipped is null ? string.Empty : "; did you mean " + flipped + "?")
        {
            Replacement = flipped,
        };
    }

    public static bool Holds(ScheduleReview review) => !review.IsSearch && review.Peak > PublishedRates.Highest(review.Facts.Optimizer)
        && !(review.Facts.AllowedRate >= review.Peak);

    /// <summary>The rate with the other sign of the exponent, 3e-4 for 3e4, where that is a usual one.</summary>
    private static string? Flipped(double rate, OptimizerKind optimizer)
    {
        string[] parts = rate.ToString("E14", CultureInfo.InvariantCulture).Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (exponent < 1)
            return null;
        string digits = parts[0].TrimEnd('0').TrimEnd('.');
        double flipped = double.Parse(digits + "e-" + exponent, CultureInfo.InvariantCulture);
        return flipped >= (PublishedRates.Lowest(optimizer) ?? 1e-7) && flipped <= (PublishedRates.HighestOfNetwork(optimizer) ?? PublishedRates.Highest(optimizer))
            ? digits + "e-" + exponent
            : null;
    }
}
