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
        if (!curve.IsConstant || !CanBeInfinite(curve) || !IsInfinite(curve, curve.PeakStep))
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

    /// <summary>Bounds of all stretches are worked out faster than the highest value: most schedules cannot grow.</summary>
    private static bool CanBeInfinite(Curve curve)
    {
        if (curve.AfterEnd is not null)
            return true;
        var start = Rational.Zero;
        foreach (var segment in curve.Segments)
        {
            var end = segment.End?.Constant ?? (Rational)long.MaxValue;
            var origin = segment.Origin.Constant!.Value;
            if (start <= end && double.IsInfinity(segment.Shape.Range(start - origin, end - origin, Real.Quick).High.ToDouble()))
                return true;
            start = end;
        }

        return false;
    }

    private static bool IsInfinite(Curve curve, BigInteger step) =>
        curve.Evaluate((long)BigInteger.Min(step, long.MaxValue), Real.Quick) is { } rate && double.IsInfinity(rate.ToDouble());
}
