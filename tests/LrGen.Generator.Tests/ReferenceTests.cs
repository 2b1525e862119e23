using LrGen.Reference;

namespace LrGen.Generator.Tests;

/// <summary>The judge is judged: known digits, and rates that other systems gave.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Checks => [.. SelfCheck.Run().Select(c => c.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Holds(string name) => Assert.All(SelfCheck.Run().Where(c => c.Name == name), c => Assert.True(c.Passed, c.Detail));
}
