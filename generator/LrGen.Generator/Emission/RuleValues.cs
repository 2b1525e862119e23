using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.UpdateRules;

namespace LrGen.Generator.Emission;

/// <summary>What an optimizer hands to its rule with each update.</summary>
internal sealed class RuleValues(UpdateProgram program, ScheduleDeclaration declaration)
{
    /// <summary>What an update takes: the rule with its hyperparameters, and what happens to gradients.</summary>
    /// <param name="core">The field with the step.</param>
    /// <param name="rule">The name of the rule.</param>
    public (string Rule, string Handling) Arguments(string core, string rule) =>
        ("new " + rule + "(" + string.Join(", ", Hyperparameters(core + ".Step")) + ")", Handling());

    /// <summary>The arguments of the rule's constructor: the rate, and what is scheduled or known at run time.</summary>
    private IEnumerable<string> Hyperparameters(string step)
    {
        yield return "RateAt(" + step + ")";
        foreach (var hyperparameter in program.Hyperparameters.Where(h => h.Known is null))
            yield return hyperparameter.Schedule is { } quantity ? quantity + "At(" + step + ")" : Code(hyperparameter.Value!);
    }

    /// <summary>What happens to gradients, as an expression.</summary>
    private string Handling()
    {
        var rules = program.Gradients;
        var parts = new List<string>();
        if (!rules.ClipNorm.IsZero)
        {
            parts.Add("ClipNorm = " + Code(rules.ClipNorm));
            if (rules.NormMargin > 0)
                parts.Add("NormMargin = " + NumberText.Literal(rules.NormMargin));
        }

        if (!rules.ClipValue.IsZero)
            parts.Add("ClipValue = " + Code(rules.ClipValue));
        if (rules.Check)
            parts.Add("Check = true");
        return "new global::LrGen.CompilerServices.GradientHandling" + (parts.Count == 0 ? "()" : " { " + string.Join(", ", parts) + " }");
    }

    private string Code(Scalar scalar) => new ScalarPrinter(declaration.Framework).Print(new FormulaBuilder(new NameScope(declaration.TakenNames)).Scalar(scalar));
}
