using System.Globalization;
using System.Reflection;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>Every attribute of the library, spelled as people write it: alone, and with arguments that make sense one by one.</summary>
internal static class AttributeSpellings
{
    /// <summary>The names without "Attribute", in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. typeof(ISchedule).Assembly.GetExportedTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Attribute))).Select(t => t.Name[..^"Attribute".Length]).Order(StringComparer.Ordinal)];

    /// <summary>The attribute without arguments, and with those of each constructor.</summary>
    public static IReadOnlyList<string> Of(string name) =>
        [name, .. TypeOf(name).GetConstructors().Where(c => c.GetParameters().Length > 0).Select(c => name + "(" + string.Join(", ", c.GetParameters().Select(Argument)) + ")")];

    /// <summary>One spelling, with some of the attribute's properties, wrong values among them.</summary>
    public static string Random(string name, Random random)
    {
        var spellings = Of(name);
        string spelling = spellings[random.Next(spellings.Count)];
        var properties = TypeOf(name).GetProperties().Where(p => p.CanWrite && p.SetMethod!.IsPublic).OrderBy(p => p.Name, StringComparer.Ordinal).ToArray();
        random.Shuffle(properties);
        string named = string.Join(", ", properties.Take(random.Next(4)).Select(p => p.Name + " = " + Value(p.PropertyType, random)));
        return named.Length == 0 ? spelling : spelling.EndsWith(')') ? spelling[..^1] + ", " + named + ")" : spelling + "(" + named + ")";
    }

    private static Type TypeOf(string name) => typeof(ISchedule).Assembly.GetType("LrGen." + name + "Attribute", throwOnError: true)!;

    private static string Argument(ParameterInfo parameter) => (parameter.ParameterType, parameter.Name!) switch
    {
        ({ IsArray: true } type, var name) when type.GetElementType() == typeof(double) => "new[] { " + (name == "rates" ? "0.1, 0.2, 0.1" : "10.0, 20.0") + " }",
        ({ IsArray: true } type, _) when type.GetElementType() == typeof(string) => "\"Good\", \"Good\"",
        ({ IsArray: true }, _) => "1, 2",
        (var type, _) when type == typeof(string) => "\"Good\"",
        (var type, _) when type == typeof(int) || type == typeof(long) => "3",
        (var type, _) when type == typeof(bool) => "true",
        (var type, _) when type.IsEnum => type.Name + "." + Enum.GetNames(type)[0],
        (var type, "rate" or "from" or "low" or "initialRate" or "start") when type == typeof(double) => "0.1",
        (var type, "to" or "high" or "peak" or "swaRate" or "end") when type == typeof(double) => "0.2",
        (var type, "factor" or "power") when type == typeof(double) => "0.5",
        (var type, _) when type == typeof(double) => "10",
        _ => "default",
    };

    private static string Value(Type type, Random random)
    {
        string[] numbers = ["0", "1", "-1", "0.5", "10", "1e-320", "1e308", "double.NaN", "0.9", "2.4"];
        if (type.IsEnum)
            return random.Next(8) == 0 ? "(" + type.Name + ")99" : type.Name + "." + Enum.GetNames(type)[random.Next(Enum.GetNames(type).Length)];
        return type == typeof(bool) ? "true"
            : type == typeof(double) ? numbers[random.Next(numbers.Length)]
            : type == typeof(int) || type == typeof(long) ? random.Next(-1, 4).ToString(CultureInfo.InvariantCulture)
            : type == typeof(string) ? "\"Good\""
            : type == typeof(Type) ? "typeof(Neighbour)"
            : "default";
    }
}
