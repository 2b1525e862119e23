using System.Reflection;

namespace LrGen.Tests;

/// <summary>What every attribute has to be, so that the generator sees it and reflection reads it.</summary>
public sealed class AttributeTests
{
    public static TheoryData<Type> Attributes => [.. typeof(ISchedule).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Attribute)) && !t.IsAbstract)];

    /// <summary>Those of search spaces take what their parameters are, not only numbers.</summary>
    public static TheoryData<Type> AttributesOfSchedules => [.. Attributes.Select(a => a.Data).Where(t => !IsOfSearch(t))];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Is_sealed_and_named_and_for_its_targets(Type attribute)
    {
        // The generator looks attributes up by name and does not see derived ones.
        Assert.True(attribute.IsSealed);
        Assert.EndsWith("Attribute", attribute.Name);
        var usage = attribute.GetCustomAttribute<AttributeUsageAttribute>(inherit: true)!;
        Assert.False(usage.Inherited);
        if (attribute == typeof(TrainingAttribute))
            Assert.Equal(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Assembly, usage.ValidOn & ~(AttributeTargets.Method | AttributeTargets.Struct));
        else if (attribute.IsSubclassOf(typeof(UpdateRuleAttribute)))
            Assert.Equal(AttributeTargets.Class, usage.ValidOn);
        else if (IsOfSearch(attribute))
            Assert.Equal(attribute == typeof(SearchSpaceAttribute) ? AttributeTargets.Struct : AttributeTargets.Parameter, usage.ValidOn);
        else
            Assert.Equal(AttributeTargets.Method | AttributeTargets.Struct | AttributeTargets.Class, usage.ValidOn);
    }

    [Theory]
    [MemberData(nameof(AttributesOfSchedules))]
    public void Keeps_what_it_is_given(Type attribute)
    {
        var constructor = attribute.GetConstructors().Single();
        object[] values = [.. constructor.GetParameters().Select((p, i) => p.ParameterType switch
        {
            var t when t == typeof(double[]) => new[] { i + 0.5, i + 1.5 },
            var t when t == typeof(string[]) => new[] { "A", "B" },
            var t when t == typeof(string) => "A",
            _ => (object)(i + 0.5),
        })];
        object instance = constructor.Invoke(values);
        foreach (var (parameter, value) in constructor.GetParameters().Zip(values))
        {
            // Every number can be left out, for run time to give it, and everything can be read back.
            Assert.Equal(!parameter.ParameterType.IsArray, parameter.HasDefaultValue);
            Assert.Equal(value, attribute.GetProperty(char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..])!.GetValue(instance));
        }

        foreach (var property in attribute.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            object value = property.PropertyType.IsEnum ? Enum.ToObject(property.PropertyType, 1)
                : property.PropertyType == typeof(bool) ? true
                : property.PropertyType == typeof(Type) ? typeof(string) : 0.125;
            property.SetValue(instance, value);
            Assert.Equal(value, property.GetValue(instance));
        }
    }

    private static bool IsOfSearch(Type attribute) =>
        attribute.IsSubclassOf(typeof(DimensionAttribute)) || attribute == typeof(SearchSpaceAttribute) || attribute == typeof(WhenAttribute);
}
