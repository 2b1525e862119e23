using LrGen.Reference;
using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>The judge is judged: known digits, and rates that other systems gave.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Checks => [.. OldestCompiler.Rows(SelfCheck.Run().Select(c => c.Name).Distinct())];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Holds(string name) => Assert.All(SelfCheck.Run().Where(c => c.Name == name), c => Assert.True(c.Passed, c.Detail));
}
