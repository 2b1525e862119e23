using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>Turns the metric attribute of a struct into what reports do.</summary>
internal static class MetricLowering
{
    /// <summary>Null on a method, which has no state: that is an error of its own.</summary>
    public static MetricMachine? Lower(ScheduleDeclaration declaration, MetricTarget target, TrainingContext training, List<ScheduleError> errors)
    {
        if (declaration.Method is not null)
            return null;
        var attributes = declaration.Attributes.Where(a => Families.Metric(a.Name) is not null).ToList();
        foreach (var other in attributes.Skip(1))
        {
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, other.Index,
                "[" + attributes[0].Name + "] and [" + other.Name + "] both drive the " + target.Value.ToLowerInvariant() + "; keep one"));
        }

        var checks = new List<RuntimeCheck>();
        var arguments = new ArgumentReader(attributes[0], new LoweringScope(training, errors, checks));
        var initial = target.IsAlone ? Rate(arguments) : Scalar.One;
        if (!target.IsAlone)
            IsRefused(arguments, "initialRate", "leave it out");
        var floor = target.IsAlone || !IsRefused(arguments, "Floor", "give the share 'FloorRatio'") ? arguments.Floor(initial) : Scalar.Zero;
        return target.Family.Lower(arguments, new MetricStart(initial, floor, target.IsAlone)) with { Checks = checks };
    }

    /// <summary>Reports what would be a rate beside a schedule, which has rates of its own.</summary>
    public static bool IsRefused(ArgumentReader arguments, string name, string wayOut)
    {
        if (!arguments.IsGiven(name))
            return false;
        arguments.Conflict(name, "'" + name + "' is a rate, but here the schedule on the same target gives the rate and metrics only scale it; " + wayOut);
        return true;
    }

    /// <summary>Beside a schedule the argument is 0, which a rate is not.</summary>
    private static Scalar Rate(ArgumentReader arguments)
    {
        const string Name = "initialRate";
        if (arguments.IsGiven(Name))
            return arguments.Rate(Name);
        arguments.ReportMissing(Name, "Nothing gives [" + arguments.Attribute.Name + "] its 'initialRate'; write 'initialRate: …' in the attribute, "
            + "add a property 'InitialRate', or add the schedule to multiply, for example [CosineDecay(…)]");
        return Scalar.One;
    }
}
