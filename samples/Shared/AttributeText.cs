using System.Globalization;
using System.Reflection;

namespace Samples;

/// <summary>Writes the attributes that make a type an optimizer as the source has them, constants replaced by their values.</summary>
static class AttributeText
{
    public static string Of(Type optimizer)
    {
        var attributes = optimizer.GetCustomAttributesData().Where(data => data.AttributeType.Assembly == typeof(LrGen.IOptimizer).Assembly);
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

    private static string Text(CustomAttributeTypedArgument argument) => argument switch
    {
        { ArgumentType.IsEnum: true } => $"{argument.ArgumentType.Name}.{Enum.ToObject(argument.ArgumentType, argument.Value!)}",
        { Value: bool value } => value ? "true" : "false",
        _ => Convert.ToString(argument.Value, CultureInfo.InvariantCulture)!,
    };
}
