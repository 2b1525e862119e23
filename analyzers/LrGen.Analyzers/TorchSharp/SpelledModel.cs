using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>Turns what code says into the models that the generator reads from attributes.</summary>
internal static class SpelledModel
{
    private static readonly HashSet<string> s_ofOptimizer = ["Optimizer", "Scope", "Momentum", "GradientClip", "WeightType", "MasterWeights"];

    /// <summary>An attribute with all its arguments, those left out as well; null where the library has no such attribute.</summary>
    public static AttributeModel? Of(SpelledAttribute spelled, int index, IAssemblySymbol library)
    {
        if (library.GetTypeByMetadataName(AttributeNames.MetadataName(spelled.Name)) is not { } type)
            return null;
        var arguments = new List<ArgumentModel>();
        foreach (var parameter in type.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).First().Parameters)
        {
            double fallback = parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: double value } ? value : double.NaN;
            arguments.Add(Argument(spelled, parameter.Name, fallback));
        }

        for (var part = type; part is { ContainingNamespace.Name: AttributeNames.Namespace }; part = part.BaseType)
        {
            foreach (var property in part.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { DeclaredAccessibility: Accessibility.Public, SetMethod: not null })
                    arguments.Add(Argument(spelled, property.Name, 0));
            }
        }

        return new AttributeModel(spelled.Name, index, arguments.ToEquatableArray());
    }

    /// <summary>
    /// What [Training] on the types around a method and on the assembly says of its optimizer. Lengths are none of it: what they count need not be
    /// what a scheduler counts.
    /// </summary>
    public static IEnumerable<ArgumentModel> Training(ISymbol method)
    {
        var known = new Dictionary<string, ArgumentModel>();
        for (var symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingType)
            Read(symbol, known);
        Read(method.ContainingAssembly, known);
        return known.Values;
    }

    private static void Read(ISymbol symbol, Dictionary<string, ArgumentModel> known)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "TrainingAttribute", ContainingNamespace: { Name: AttributeNames.Namespace,
                ContainingNamespace.IsGlobalNamespace: true } })
                continue;
            foreach (var argument in attribute.NamedArguments)
            {
                double? number = argument.Value.Value switch
                {
                    double value => value,
                    int option => option,
                    bool flag => flag ? 1 : 0,
                    _ => null,
                };
                if (number is not null && s_ofOptimizer.Contains(argument.Key) && !known.ContainsKey(argument.Key))
                    known.Add(argument.Key, new ArgumentModel(argument.Key, ArgumentSource.Given, number.Value));
            }
        }
    }

    private static ArgumentModel Argument(SpelledAttribute spelled, string name, double fallback)
    {
        if (spelled.Array is { } array && array.Name == name)
            return new ArgumentModel(name, ArgumentSource.Given, double.NaN) { Values = array.Values.ToEquatableArray() };
        if (!spelled.Values.TryGetValue(name, out var given))
            return new ArgumentModel(name, double.IsNaN(fallback) ? ArgumentSource.Missing : ArgumentSource.Default, fallback);
        return given.Value is { } value
            ? new ArgumentModel(name, ArgumentSource.Given, value)
            : new ArgumentModel(name, ArgumentSource.Runtime, double.NaN, name, name);
    }
}
