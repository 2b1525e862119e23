using LrGen.Generator;

namespace LrGen.Analyzers.Tests.Consistency;

/// <summary>The compiler's parts cannot load the library, so they have its options by value, under the same names.</summary>
public class OptionTests
{
    public static TheoryData<string> Names => [.. Mirrors.Select(m => m.Name)];

    private static IEnumerable<Type> Mirrors => typeof(ScheduleGenerator).Assembly.GetTypes().Where(t => t.IsEnum && Library(t.Name) is not null);

    [Theory, MemberData(nameof(Names))]
    public void Options_have_the_names_and_values_of_the_library(string name)
    {
        Type library = Library(name)!, mirror = Mirrors.First(m => m.Name == name);
        Assert.Equal(
            Enum.GetNames(library).Select(n => (n, Convert.ToInt64(Enum.Parse(library, n), null))),
            Enum.GetNames(mirror).Select(n => (n, Convert.ToInt64(Enum.Parse(mirror, n), null))));
    }

    [Fact]
    public void Those_of_the_training_are_among_them() =>
        Assert.Superset(new HashSet<string> { "OptimizerKind", "Scope", "WeightType", "Unit", "Join", "AfterEnd" }, Mirrors.Select(m => m.Name).ToHashSet());

    private static Type? Library(string name) => typeof(ISchedule).Assembly.GetType("LrGen." + name) is { IsEnum: true } type ? type : null;
}
