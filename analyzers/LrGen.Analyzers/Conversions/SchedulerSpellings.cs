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
            "ConstantLR" => Constants(scheduler, optimizer, body),
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

    /// <summary>A share of the rate for some steps, and then all of it.</summary>
    private static IReadOnlyList<SpelledAttribute> Constants(Creation scheduler, Creation optimizer, Body body)
    {
        var call = scheduler.Call;
        double? rate = OptimizerCalls.Rate(optimizer, body);
        return
        [
            new SpelledAttribute("Constant").With("rate", rate * Number("factor"), null).With("Steps", Number("total_iters"), null),
            new SpelledAttribute("Constant").With("rate", rate, null),
        ];

        double? Number(string name) => body.NumberOf(call, name);
    }

    private static Spelling? Of(SpelledAttribute attribute, IAssemblySymbol library)
    {
        if (attribute.Values.Any(v => v.Value.Value is null) || library.GetTypeByMetadataName(AttributeNames.MetadataName(attribute.Name)) is not { } type)
            return null;
        var arguments = new List<SpelledArgument>();
        var parameters = type.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).First().Parameters;
        foreach (var parameter in parameters)
        {
            if (attribute.Array is { } array && array.Name == parameter.Name)
                arguments.Add(new SpelledArgument(parameter.Name, Written.ByPosition, double.NaN) { Values = array.Values, IsParams = parameter.IsParams });
            else if (attribute.Values.TryGetValue(parameter.Name, out var given) && !(parameter.HasExplicitDefaultValue && given.Value.Equals(parameter.ExplicitDefaultValue)))
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
