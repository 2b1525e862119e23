using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>Finds the step from which no double holds what a schedule has grown to.</summary>
internal static class Growth
{
    /// <summary>Reports a curve that is infinite while the training lasts, or ever, where nothing is known of a training.</summary>
    public static void Report(Curve curve, EquatableArray<AttributeModel> attributes, TrainingContext training, List<ScheduleError> errors)
    {
        if (!curve.IsConstant || !IsInfinite(curve, curve.PeakStep))
            return;
        BigInteger low = -1, high = curve.PeakStep;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = double.IsInfinity(Extrema.Highest(curve, 0, middle).Value.ToDouble()) ? (low, middle) : (middle, high);
        }

        if (training.Total?.Constant is { } total && high >= total.Ceiling())
            return;
        var cause = attributes.FirstOrDefault(a => a.Arguments.Any(r => r is { Name: "factor", Source: ArgumentSource.Given, Value: > 1 })) ?? attributes[0];
        bool hasFactor = cause.Arguments.Any(a => a.Name == "factor");
        string step = NumberText.Friendly((Rational)high);
        // One mistake is said once: where the factor is known to let it grow, that rule says since when, too.
        int known = errors.FindIndex(e => e.Problem == ScheduleProblem.FactorDoesNotDecay && e.AttributeIndex == cause.Index);
        if (known >= 0)
            errors[known] = errors[known] with { Details = errors[known].Details.Append(step).ToEquatableArray() };
        else
            errors.Add(ScheduleError.AtArgument(ScheduleProblem.GrowsToInfinity, cause.Index, hasFactor ? "factor" : string.Empty, step));
    }

    private static bool IsInfinite(Curve curve, BigInteger step) =>
        curve.Evaluate((long)BigInteger.Min(step, long.MaxValue), Real.Quick) is { } rate && double.IsInfinity(rate.ToDouble());
}
