using System.Globalization;
using System.Reflection;

namespace Digits;

/// <summary>Writes the schedule attributes of a type as the source has them, constants replaced by their values.</summary>
static class AttributeText
{
    public static string Of(Type schedule)
    {
        var attributes = schedule.GetCustomAttributesData().Where(data => data.AttributeType.Assembly == typeof(LrGen.ISchedule).Assembly);
        return $"[{string.Join(", ", attributes.Select(Text))}]";
    }

    private static string Text(CustomAttributeData attribute)
    {
        var parameters = attribute.Constructor.GetParameters();
        var arguments = attribute.ConstructorArguments
            .Zip(parameters, (argument, parameter) => (argument, parameter))
            .Where(pair => !Equals(pair.argument.Value, pair.parameter.DefaultValue))
            .Select(pair => pair.parameter.Position == 0 ? Text(pair.argument) : $"{pair.parameter.Name}: {Text(pair.argument)}");
        var properties = attribute.NamedArguments.Select(named => $"{named.MemberName} = {Text(named.TypedValue)}");

        string name = attribute.AttributeType.Name.Replace(nameof(Attribute), "");
        string all = string.Join(", ", arguments.Concat(properties));
        return all.Length == 0 ? name : $"{name}({all})";
    }

    private static string Text(CustomAttributeTypedArgument argument) => argument.ArgumentType.IsEnum
        ? $"{argument.ArgumentType.Name}.{Enum.ToObject(argument.ArgumentType, argument.Value!)}"
        : Convert.ToString(argument.Value, CultureInfo.InvariantCulture)!;
}
