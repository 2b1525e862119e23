using System.Globalization;
using System.Runtime.Loader;
using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Field;

/// <summary>Schedules as people write them are offered a declaration, and the code that the fix makes gives the same rates.</summary>
public class HandWrittenTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-12, SingleTolerance = 2e-6;

    public static TheoryData<string> Names => [.. HandWrittenSchedules.All.Select(s => s.Name).Except(HandWrittenSchedules.NotOffered)];

    [Theory, MemberData(nameof(Names))]
    public async Task Offer_is_the_same(string name)
    {
        var given = HandWrittenSchedules.All.Single(s => s.Name == name);
        string source = Source(given);
        var diagnostic = Assert.Single(await ConversionsAsync(source));
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("[" + given.Attributes + "] is the same" + given.Note, message + "\n", StringComparison.Ordinal);
        Assert.EndsWith("same" + given.Note, message, StringComparison.Ordinal);

        string changed = await FieldFixes.FixAsync(source, "LRG100", new ConvertMethodFix());
        Assert.NotEqual(source, changed);
        double[] before = Rates(source), after = Rates(changed);
        double peak = before.Max(Math.Abs), tolerance = given.Note.Contains("single", StringComparison.Ordinal) ? SingleTolerance : Tolerance;
        Assert.Equal(before.Length, after.Length);
        for (int i = 0; i < before.Length; i++)
            Assert.True(Math.Abs(before[i] - after[i]) <= tolerance * peak, i + ": " + before[i] + " is now " + after[i] + "\n" + changed);
        // What is a declaration now is offered no other.
        Assert.Empty(await ConversionsAsync(changed));
    }

    [Fact]
    public async Task Numbers_of_the_README()
    {
        var missing = new List<string>();
        foreach (var schedule in HandWrittenSchedules.All)
        {
            bool isOffered = (await ConversionsAsync(Source(schedule))).Any();
            if (!isOffered)
                missing.Add(schedule.Name);
        }

        Assert.Equal(HandWrittenSchedules.NotOffered, missing.Order(StringComparer.Ordinal));
        string numbers = HandWrittenSchedules.All.Count - missing.Count + " of " + HandWrittenSchedules.All.Count + " kinds of [hand-written schedules]";
        output.WriteLine(numbers);
        FieldFixes.AssertReadmeSays(numbers);
    }

    private static string Source(HandWrittenSchedule schedule) => "using System;\nusing System.Collections.Generic;\nusing System.Linq;\n\n" + schedule.Code + "\n";

    private static async Task<IEnumerable<Diagnostic>> ConversionsAsync(string source)
    {
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        return (await Consumer.AnalyzeAsync(completed)).Where(d => d.Id is "LRG100" or "AD0001");
    }

    private static double[] Rates(string source)
    {
        var (completed, failures) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(failures);
        var image = new MemoryStream();
        var emitted = completed.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)) + "\n" + source);
        image.Position = 0;
        var assembly = new AssemblyLoadContext("Field", isCollectible: true).LoadFromStream(image);
        return [.. (IEnumerable<double>)assembly.GetType("Probe")!.GetMethod("Run")!.Invoke(null, null)!];
    }
}
