using System.Globalization;
using System.Text;

namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>
/// Slips of the pen in good recipes: how many of them get an error or a warning. What no threshold can find without firing on good recipes,
/// a rate that is ten times too high, is counted, too.
/// </summary>
public class MutationTests(ITestOutputHelper output)
{
    /// <summary>Steps of an epoch where a slip takes one for the other.</summary>
    private const double StepsPerEpoch = 500;

    /// <summary>The shares are those of the whole set of recipes; this sample of it can be off by a recipe or two.</summary>
    private const double Slack = 1.5;

    /// <summary>A slip, the share of recipes in which it has to be found, and the recipe with it; null where the recipe cannot have it.</summary>
    private sealed record Slip(string Name, double Share, Func<Row, Row?> Make);

    private static readonly Slip[] s_slips =
    [
        new("exponent sign lost", 0.99, r => Peak(r) < 1 ? Scaled(r, Flipped(Peak(r)) / Peak(r)) : null),
        new("rate × 10", 0.12, r => Scaled(r, 10)),
        new("rate × 100", 0.45, r => Scaled(r, 100)),
        new("rate × 1,000", 0.85, r => Scaled(r, 1_000)),
        new("rate × 10,000", 0.94, r => Scaled(r, 10_000)),
        new("SGD's 0.1 given to an Adam network", 1, r => r["m_family"] == "adam" && r["m_scope"] == "network" ? r.With("m_peak", 0.1).With("m_values", []) : null),
        new("fine-tuning with Adam × 10", 0.11, r => r["m_family"] == "adam" && r["m_scope"] == "finetune" ? Scaled(r, 10) : null),
        new("factor inverted", 1, r => r.Number("m_factor") is { } f ? r.With("m_factor", 1 / f) : null),
        new("factor in per cent", 0.98, r => r.Number("m_factor") is { } f ? r.With("m_factor", f * 100) : null),
        new("step or exponential decay advanced per batch", 1, r => RecipeDeclaration.CountsEpochs(r) && r["m_kind"] is "step" or "exp" && r.Number("m_total") is { } t
            ? r.With("m_total", t * StepsPerEpoch).With("total", (double?)null) : null),
        new("milestones in steps, training in epochs", 1, r => RecipeDeclaration.CountsEpochs(r) && r["m_kind"] == "multistep" ? r.With("m_milestones", r.Numbers("m_milestones").Select(m => m * StepsPerEpoch)) : null),
        new("milestones in epochs, training in steps", 1, r => r["m_kind"] != "multistep" ? null
            : RecipeDeclaration.CountsEpochs(r) ? r.With("m_total", r.Number("m_total") * StepsPerEpoch).With("m_warm", r.Number("m_warm") * StepsPerEpoch).With("total", (double?)null)
            : r.With("m_milestones", r.Numbers("m_milestones").Select(m => m / StepsPerEpoch))),
        new("horizon in steps, training in epochs", 0.98, r => Decays(r) ? r.With("m_horizon", r.Number("m_horizon") * StepsPerEpoch) : null),
        new("horizon in epochs, training in steps", 0.99, r => Decays(r) ? r.With("m_total", r.Number("m_total") * StepsPerEpoch).With("m_horizon", r.Number("m_horizon")).With("total", (double?)null) : null),
        new("warm-up in steps, training in epochs", 0.97, r => r.Number("m_warm") is > 0 and var w && r.Number("m_total") is not null && r["m_kind"] != "onecycle"
            ? r.With("m_warm", w * StepsPerEpoch).With("m_horizon", r.Number("m_horizon") + w * (StepsPerEpoch - 1)) : null),
        new("floor and base swapped", 1, r => r.Number("m_floor") is > 0 and var f && !f.Equals(Peak(r)) ? r.With("m_floor", Peak(r)).With("m_peak", f) : null),
    ];

    [Fact]
    public async Task Slips_are_found_in_at_least_the_shares_that_the_rules_promise()
    {
        var table = new StringBuilder("| slip | found | of | share | promised |\n| --- | ---: | ---: | ---: | ---: |\n");
        var missed = new StringBuilder();
        bool isGood = true;
        foreach (var slip in s_slips)
        {
            var rows = Table.Recipes.Select(r => (Good: r, Bad: slip.Make(r))).Where(r => r.Bad is not null).ToList();
            var loud = await RecipeRun.LoudAsync([.. rows.Select(r => r.Bad!)]);
            double share = (double)loud.Count / rows.Count;
            table.AppendLine(CultureInfo.InvariantCulture, $"| {slip.Name} | {loud.Count} | {rows.Count} | {share:0.0 %} | {slip.Share:0 %} |");
            isGood &= loud.Count >= slip.Share * rows.Count - Slack && rows.Count > 0;
            if (slip.Share > 0.9)
                missed.AppendLine(CultureInfo.InvariantCulture, $"{slip.Name}: missed {string.Join(", ", Enumerable.Range(0, rows.Count).Where(i => !loud.ContainsKey(i)).Select(i => rows[i].Good.Id))}");
        }

        output.WriteLine(table.ToString());
        Assert.True(isGood, table.ToString() + missed);
    }

    private static double Peak(Row recipe) => recipe.Number("m_peak")!.Value;

    private static bool Decays(Row recipe) => recipe["m_kind"] is "cosine" or "linear" or "poly" && recipe.Number("m_horizon") is not null
        && recipe.Number("m_total") is not null && !(recipe.Number("m_floor") >= recipe.Number("m_peak"));

    private static Row Scaled(Row recipe, double factor) => recipe.With("m_peak", Peak(recipe) * factor).With("m_floor", recipe.Number("m_floor") * factor)
        .With("m_values", recipe.Numbers("m_values").Select(v => v * factor));

    /// <summary>3e-4 becomes 3e4.</summary>
    private static double Flipped(double rate)
    {
        string[] parts = rate.ToString("E15", CultureInfo.InvariantCulture).Split('E');
        return double.Parse(parts[0] + "E" + parts[1].Replace('-', '+'), CultureInfo.InvariantCulture);
    }
}
