using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;

namespace LrGen.Generator.Schedules;

/// <summary>What the attributes of one declaration have in common while they are turned into a curve.</summary>
/// <param name="training">The training of the declaration.</param>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="checks">Takes what the generated code has to check.</param>
internal sealed class LoweringScope(TrainingContext training, List<ScheduleError> errors, List<RuntimeCheck> checks)
{
    /// <summary>The scope of a declaration that is only looked at: nobody asks for its errors or checks.</summary>
    public static LoweringScope Of(ScheduleDeclaration declaration) =>
        new(new TrainingContext(declaration.Training, []), [], []) { Used = new UsedTimelines(declaration.Used) };

    public TrainingContext Training => training;

    public List<ScheduleError> Errors => errors;

    public List<RuntimeCheck> Checks => checks;

    /// <summary>The schedules of the declarations that this one uses.</summary>
    public UsedTimelines Used { get; init; } = UsedTimelines.None;

    /// <summary>Whether something is wrong that is reported elsewhere: in a declaration that this one uses.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Marks the declaration as one without code, for a reason that is reported elsewhere.</summary>
    public void Break() => IsBroken = true;

    /// <summary>What is left of the training for the phase that has no length of its own; null while that is not known.</summary>
    public Scalar? Rest { get; init; }

    /// <summary>The learning rate of the same struct, for quantities that follow it; null where there is none.</summary>
    public Timeline? RateOfTarget { get; init; }

    /// <summary>Whether a phase asked for what is left.</summary>
    public bool AskedForRest { get; set; }

    /// <summary>The same declaration with lists of its own, which <see cref="Take"/> adds to these.</summary>
    public LoweringScope Apart(Scalar? rest = null) => new(training, [], []) { Rest = rest, RateOfTarget = RateOfTarget, Used = Used };

    public void Take(LoweringScope apart)
    {
        errors.AddRange(apart.Errors);
        checks.AddRange(apart.Checks);
        IsBroken |= apart.IsBroken;
    }

    /// <summary>The schedule of another declaration; null where it has errors.</summary>
    public Timeline? Timeline(ReferenceModel reference)
    {
        var timeline = reference.Declaration < 0 ? null : Used.Of(reference.Declaration, checks);
        IsBroken |= timeline is null;
        return timeline;
    }
}
