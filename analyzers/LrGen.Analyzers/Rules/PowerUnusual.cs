using LrGen.Analyzers.Review;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>A power that nobody uses: most often another argument stands in its place.</summary>
internal sealed class PowerUnusual : CurveRule
{
    private const double Least = 0.1, Most = 10;

    private static readonly string[] s_powers = ["power", "Power", "Exponent", "TimePower"];

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.PowerUnusual, "Power is unusual",
        "With a power of {0} the rate {1}; published powers are 0.5, 0.9, 1, 2 and 4",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.PowerUnusual));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override Finding? Check(ScheduleReview review)
    {
        foreach (var attribute in review.Schedules.Concat(review.Modifiers))
        {
            string name = ScheduleReview.Given(attribute, s_powers);
            if (ScheduleReview.Number(attribute, name) is not { } power || power is >= Least and <= Most)
                continue;
            return new Finding(attribute, name, Text(power), power < Least ? "hardly moves and then falls off a cliff" : "is gone almost at once")
            {
                Edit = InItsPlace(attribute, power) is { } other ? new SuggestedEdit(EditKind.SwapValues, other, "Swap " + name + " and " + other) : null,
            };
        }

        return null;
    }

    /// <summary>The argument that has the value of a power, while the power has one that it could have; null where none does.</summary>
    private static string? InItsPlace(AttributeModel attribute, double power)
    {
        // fairseq's and others' arguments stand in that order, and the power comes last in some.
        string[] likely = power < Least ? ["Floor", "FloorRatio"] : ["steps"];
        return likely.FirstOrDefault(l => ScheduleReview.Number(attribute, l) is >= Least and <= Most);
    }
}
