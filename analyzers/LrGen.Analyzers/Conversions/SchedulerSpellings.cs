using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>What a declaration has in common with the scheduler that it stands for.</summary>
internal enum Likeness
{
    /// <summary>All rates.</summary>
    Exact,

    /// <summary>The rates up to the end, where the declaration stays.</summary>
    UpToEnd,

    /// <summary>Those that PyTorch's scheduler has, where TorchSharp's has others.</summary>
    PyTorch,
}

/// <summary>TorchSharp's schedulers as attributes that can be written down.</summary>
internal static class SchedulerSpellings
{
    /// <summary>How options are written, by their names.</summary>
    private static readonly Dictionary<string, Func<int, string>> s_options = new(StringComparer.Ordinal)
    {
        [nameof(AfterEnd)] = value => nameof(AfterEnd) + "." + (AfterEnd)value,
        [nameof(Interpolation)] = value => nameof(Interpolation) + "." + (Interpolation)value,
        ["Amplitude"] = value => "CycleAmplitude." + (value == 1 ? "Halving" : "Exponential"),
        ["ThreePhase"] = _ => "true",
    };

    /// <summary>What is written by default, where that is not 0.</summary>
    private static readonly Dictionary<string, double> s_defaults = new(StringComparer.Ordinal)
    {
        ["RiseShare"] = 0.3, ["InitialDivisor"] = 25, ["FinalDivisor"] = 1e4, [nameof(Interpolation)] = (int)Interpolation.Cosine,
    };

    /// <summary>The attributes; null where one of their values is not known at compile time.</summary>
    public static IReadOnlyList<Spelling>? Of(
        Creation scheduler, IReadOnlyList<Creation> members, Creation optimizer, Body body, IAssemblySymbol library, Likeness likeness)
    {
        var attributes = scheduler.Kind switch
        {
            _ when likeness == Likeness.PyTorch => SchedulerDeclarations.OfPyTorch(scheduler, optimizer, body),
            "ConstantLR" => Constants(scheduler, OptimizerCalls.Rate(optimizer, body), body),
            "SequentialLR" => SequenceSpellings.Of(scheduler, members, optimizer, body),
            _ => SchedulerDeclarations.Of(scheduler, optimizer, body),
        };
        var spellings = new List<Spelling>();
        foreach (var attribute in attributes)
        {
            if (Of(attribute, library) is not { } spelling)
                return null;
            spellings.Add(spelling);
        }

        // What the scheduler does after its end is another thing.
        if (likeness == Likeness.UpToEnd)
            spellings = [.. spellings.Select(s => s with { Arguments = [.. s.Arguments.Where(a => a.Name != nameof(AfterEnd))] })];
        return spellings.Count == 0 ? null : spellings;
    }

    /// <summary>
    /// The attributes of the factors that a scheduler multiplies the first rate by; null where they depend on that rate. An argument that only run time
    /// knows becomes one of the declaration, where it can be named.
    /// </summary>
    public static IReadOnlyList<Spelling>? OfFactors(Creation scheduler, Body body, IAssemblySymbol library, Func<IOperation, LateValue?> late)
    {
        var attributes = scheduler.Kind == "ConstantLR" ? Constants(scheduler, 1, body) : SchedulerDeclarations.Of(scheduler, null, body, unit: 1);
        var spellings = attributes.Select(a => OfFactor(a, library, late)).ToList();
        return spellings.Count == 0 || spellings.Contains(null) ? null : [.. spellings.Select(s => s!)];
    }

    private static Spelling? OfFactor(SpelledAttribute attribute, IAssemblySymbol library, Func<IOperation, LateValue?> late)
    {
        var unknown = attribute.Values.Where(v => v.Value.Value is null).ToList();
        var values = unknown.Select(v => (v.Key, Late: v.Value.Place is { } place ? late(place) : null)).ToList();
        if (values.Exists(v => v.Late is null))
            return null;
        foreach (var value in unknown)
            attribute.Values.Remove(value.Key);
        return Of(attribute, library) is { } known
            ? known with { Arguments = [.. known.Arguments, .. values.Select(v =>
                new SpelledArgument(v.Key, Written.ByParameter, double.NaN) { Late = v.Late })] }
            : null;
    }

    /// <summary>A share of the rate for some steps, and then all of it.</summary>
    private static IReadOnlyList<SpelledAttribute> Constants(Creation scheduler, double? rate, Body body)
    {
        var call = scheduler.Call;
        return
        [
            new SpelledAttribute("Constant").With("rate", rate * Number("factor"), null).With("Steps", Number("total_iters"), null),
            new SpelledAttribute("Constant").With("rate", rate, null),
        ];

        double? Number(string name) => body.NumberOf(call, name);
    }

    private static Spelling? Of(SpelledAttribute attribute, IAssemblySymbol library)
    {
        if (attribute.Values.Any(v => v.Value.Value is null)
            || library.GetTypeByMetadataName(AttributeNames.MetadataName(attribute.Name)) is not { } type)
            return null;
        var arguments = new List<SpelledArgument>();
        var parameters = type.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).First().Parameters;
        foreach (var parameter in parameters)
        {
            if (attribute.Array is { } array && array.Name == parameter.Name)
                arguments.Add(new SpelledArgument(parameter.Name, Written.ByPosition, double.NaN) { Values = array.Values,
                    IsParams = parameter.IsParams });
            else if (attribute.Values.TryGetValue(parameter.Name, out var given)
                && !(parameter.HasExplicitDefaultValue && given.Value.Equals(parameter.ExplicitDefaultValue)))
                arguments.Add(new SpelledArgument(parameter.Name, arguments.Count == 0 ? Written.ByPosition : Written.ByParameter, given.Value!.Value));
        }

        foreach (var value in attribute.Values.Where(v => !parameters.Any(p => p.Name == v.Key)))
        {
            double number = value.Value.Value!.Value;
            // What is the default is left out: no floor, no start, to be held.
            if (!number.Equals(s_defaults.TryGetValue(value.Key, out double usual) ? usual : 0))
            {
                string code = s_options.TryGetValue(value.Key, out var option) ? option((int)number) : string.Empty;
                arguments.Add(new SpelledArgument(value.Key, Written.ByProperty, number, code));
            }
        }

        return new Spelling(attribute.Name, arguments);
    }
}
