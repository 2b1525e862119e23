using LrGen.Analyzers.CallSites;
using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>One attribute that says the same as a part of a scheduler: its name, and the value of each of its arguments.</summary>
/// <param name="Name">The attribute's name without "Attribute".</param>
internal sealed record SpelledAttribute(string Name)
{
    /// <summary>The values, known or not, with the C# that gives them; null where it is a default.</summary>
    public Dictionary<string, (double? Value, IOperation? Place)> Values { get; } = [];

    /// <summary>The values of its array; null where it has none.</summary>
    public (string Name, IReadOnlyList<double> Values, IOperation Place)? Array { get; init; }

    public SpelledAttribute With(string argument, double? value, IOperation? place)
    {
        Values[argument] = (value, place);
        return this;
    }
}

/// <summary>TorchSharp's schedulers in LrGen's words.</summary>
internal static class SchedulerDeclarations
{
    private const int Oscillate = (int)AfterEnd.Oscillate;

    /// <summary><c>CycleAmplitude</c> by value.</summary>
    private const int HalvingAmplitude = 1, ExponentialAmplitude = 2;

    /// <summary>The attributes that say the same; empty where there are none, or where a value decides about them that is not known.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="optimizer">Its optimizer, where that is made in the same method.</param>
    /// <param name="body">The method.</param>
    /// <param name="unit">The rate to begin with, where it is not the optimizer's: 1 for factors.</param>
    public static IReadOnlyList<SpelledAttribute> Of(Creation scheduler, Creation? optimizer, Body body, double? unit = null)
    {
        var call = scheduler.Call;
        double? rate = unit ?? (optimizer is null ? null : OptimizerCalls.Rate(optimizer, body));
        var ratePlace = optimizer is null ? null : OptimizerCalls.RateArgument(optimizer);
        switch (scheduler.Kind)
        {
            case "StepLR":
                return [WithRate("StepDecay").With("every", Number("step_size"), call.Argument("step_size"))
                    .With("factor", Number("gamma"), call.Argument("gamma"))];
            case "ExponentialLR":
                return [WithRate("ExponentialDecay").With("factor", Number("gamma"), call.Argument("gamma"))];
            case "MultiStepLR":
                // TorchSharp looks them up, in whatever order they come, and once each.
                if (call.Argument("milestones") is not { } place || body.Origin(place).Numbers() is not { Count: > 0 } milestones)
                    return [];
                var steps = new SpelledAttribute("MilestoneDecay") { Array = ("milestones", [.. milestones.Distinct().OrderBy(m => m)], place) };
                return [steps.With("rate", rate, ratePlace).With("factor", Number("gamma"), call.Argument("gamma"))];
            case "CosineAnnealingLR":
                return [WithRate("CosineDecay").With("steps", Number("T_max"), call.Argument("T_max"))
                    .With("Floor", Number("eta_min"), call.Argument("eta_min")).With("AfterEnd", Oscillate, null)];
            case "PolynomialLR":
                return [WithRate("PolynomialDecay").With("steps", Number("total_iters"), call.Argument("total_iters"))
                    .With("power", Number("power"), call.Argument("power"))];
            case "LinearLR" when Number("start_factor") is { } start && Number("end_factor") is { } reached && start < reached:
                // A line that rises is a warm-up.
                return [new SpelledAttribute("Warmup").With("steps", Number("total_iters"), call.Argument("total_iters"))
                    .With("FromRatio", start / reached, call.Argument("start_factor")),
                    new SpelledAttribute("Constant").With("rate", rate * reached, ratePlace)];
            case "LinearLR":
                return [new SpelledAttribute("LinearDecay").With("from", rate * Number("start_factor"), call.Argument("start_factor"))
                    .With("to", rate * Number("end_factor"), call.Argument("end_factor"))
                    .With("steps", Number("total_iters"), call.Argument("total_iters"))];
            case "OneCycleLR" when call.Argument("max_lr") is { } peak && peak.Elements() is null:
                double? total = Number("total_steps") is > 0 and var written ? written : Number("epochs") is > 0 and var epochs
                    ? epochs * Number("steps_per_epoch") : call.Argument("total_steps") is null ? null : Number("total_steps");
                var once = new SpelledAttribute("OneCycle").With("peak", Number("max_lr"), peak)
                    .With("steps", total, call.Argument("total_steps") ?? call.Argument("epochs"))
                    .With("RiseShare", Number("pct_start"), call.Argument("pct_start"))
                        .With("InitialDivisor", Number("div_factor"), call.Argument("div_factor"))
                    .With("FinalDivisor", Number("final_div_factor"), call.Argument("final_div_factor"))
                        .With("ThreePhase", call.FlagOf("three_phase") == true ? 1 : 0, null);
                return [call.OptionOf("anneal_strategy") == "Linear" ? once.With("Interpolation", (int)Interpolation.Linear, null) : once];
            case "CyclicLR" when call.Argument("max_lr") is { } high && high.Elements() is null:
                var cyclic = new SpelledAttribute("Cyclic").With("low", Number("base_lr"), call.Argument("base_lr"))
                    .With("high", Number("max_lr"), high).With("stepsUp", Number("step_size_up"), call.Argument("step_size_up"));
                if (call.OptionOf("mode") == "Triangular2")
                    cyclic.With("Amplitude", HalvingAmplitude, null);
                return [Number("step_size_down") is > 0 and var down ? cyclic.With("StepsDown", down, call.Argument("step_size_down")) : cyclic];
            case "ReduceLROnPlateau":
                var plateau = new SpelledAttribute("ReduceOnPlateau").With("initialRate", rate, ratePlace)
                    .With("factor", Number("factor"), call.Argument("factor")).With("patience", Number("patience"), call.Argument("patience"));
                return [call.Argument("min_lr")?.Numbers() is [var floor] ? plateau.With("Floor", floor, call.Argument("min_lr")) : plateau];
            default:
                return [];
        }

        SpelledAttribute WithRate(string name) => new SpelledAttribute(name).With("rate", rate, ratePlace);

        double? Number(string name) => body.NumberOf(call, name);
    }

    /// <summary>The attributes that say what PyTorch's scheduler does, where TorchSharp's of that name does not; empty for all others.</summary>
    public static IReadOnlyList<SpelledAttribute> OfPyTorch(Creation scheduler, Creation optimizer, Body body)
    {
        if (Of(scheduler, optimizer, body) is not [var attribute])
            return [];
        var call = scheduler.Call;
        // A milestone that is given twice counts twice.
        if (scheduler.Kind == "MultiStepLR" && attribute.Array is var (name, distinct, place)
            && body.Origin(place).Numbers() is { } all && all.Count > distinct.Count)
            return [attribute with { Array = (name, [.. all.OrderBy(m => m)], place) }];
        return scheduler.Kind == "CyclicLR" && call.OptionOf("mode") == "ExpRange" && call.Argument("gamma") is { } gamma
            && body.Origin(gamma).Number() is { } factor
            ? [attribute.With("Amplitude", ExponentialAmplitude, null).With("Factor", factor, gamma)]
            : [];
    }
}
