using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>What is said of the training on a declaration, the types around it and the assembly; the nearest holds.</summary>
internal static class TrainingAttributes
{
    private const string Name = "TrainingAttribute";

    /// <summary>A training of which nothing is known.</summary>
    public static AttributeModel None { get; } = new("Training", -1, EquatableArray<ArgumentModel>.Empty);

    /// <summary>The properties of the training, each with the value that the nearest attribute gives.</summary>
    /// <param name="target">The declaration.</param>
    /// <param name="read">Reads the arguments of one attribute.</param>
    public static IEnumerable<ArgumentBinder.Slot> Slots(ISymbol target, Func<AttributeData, int, IEnumerable<ArgumentBinder.Slot>> read)
    {
        var slots = new Dictionary<string, ArgumentBinder.Slot>();
        foreach (var attribute in Around(target))
        {
            foreach (var slot in read(attribute, -1))
            {
                if (!slots.TryGetValue(slot.Name, out var nearer) || nearer.Value is null)
                    slots[slot.Name] = slot;
            }
        }

        // Without an attribute a value at run time can still say how long the training is.
        foreach (string name in s_quantities.Where(n => !slots.ContainsKey(n)))
            slots[name] = new ArgumentBinder.Slot(-1, Name, name, null, 0, IsRequired: false, CanBind: true);
        return slots.Values.OrderBy(s => s.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether one of the properties is given.</summary>
    public static bool Knows(AttributeModel training, params string[] names) =>
        training.Arguments.Any(a => names.Contains(a.Name) && a.Source is ArgumentSource.Given or ArgumentSource.Runtime);

    private static readonly string[] s_quantities =
        ["BatchSize", "BatchesPerEpoch", "Devices", "Epochs", "GradientAccumulation", "Samples", "Steps", "StepsPerEpoch", "Tokens", "TokensPerSample"];

    /// <summary>What stands on a symbol itself.</summary>
    public static IEnumerable<AttributeData> On(ISymbol symbol) => symbol.GetAttributes().Where(IsTraining);

    private static IEnumerable<AttributeData> Around(ISymbol target)
    {
        for (var symbol = target; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingType)
        {
            foreach (var attribute in On(symbol))
                yield return attribute;
        }

        foreach (var attribute in target.ContainingAssembly.GetAttributes().Where(IsTraining))
            yield return attribute;
    }

    private static bool IsTraining(AttributeData attribute) =>
        attribute is { AttributeClass: { Name: Name } type, AttributeConstructor: not null } && AttributeNames.IsOurs(type);
}
