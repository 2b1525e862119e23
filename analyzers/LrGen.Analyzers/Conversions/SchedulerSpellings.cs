using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>TorchSharp's schedulers as attributes that can be written down.</summary>
internal static class SchedulerSpellings
{
    /// <summary>The attributes; null where one of their values is not known at compile time.</summary>
    public static IReadOnlyList<Spelling>? Of(Creation scheduler, IReadOnlyList<Creation> members, Creation optimizer, Body body, IAssemblySymbol library)
    {
        var attributes = scheduler.Kind switch
        {
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

        double? Number(string name) => call.Argument(name) is { } given ? body.Origin(given).Number() : call.NumberOf(name);
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
            // What is 0 is left out: no floor, no start, to be held.
            if (!number.Equals(0))
                arguments.Add(new SpelledArgument(value.Key, Written.ByProperty, number, value.Key == nameof(AfterEnd) ? nameof(AfterEnd) + "." + (AfterEnd)(int)number : string.Empty));
        }

        return new Spelling(attribute.Name, arguments);
    }
}
