using System.Globalization;
using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Field;

/// <summary>Schedulers of TorchSharp are offered a declaration wherever they are made, and the code that the fix makes compiles.</summary>
public class SchedulerPlaceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. SchedulerPlaces.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Offer_is_the_declaration(string name)
    {
        var place = SchedulerPlaces.All.Single(p => p.Name == name);
        string source = Source(place);
        var offered = await ConversionsAsync(source);
        if (place.Attributes.Length == 0)
        {
            Assert.Empty(offered);
            return;
        }

        Assert.NotEmpty(offered);
        Assert.Contains("[" + place.Attributes + "]", offered[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        string changed = await FieldFixes.FixAsync(source, "LRG101", new ConvertSchedulerFix());
        Assert.NotEqual(source, changed);
        var (completed, failures) = Consumer.Generate(Consumer.Compile(changed));
        Assert.Empty(failures);
        Assert.True(!completed.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error), string.Join("\n", completed.GetDiagnostics()) + "\n" + changed);
        Assert.True((await ConversionsAsync(changed)).Count < offered.Count, changed);
    }

    [Fact]
    public async Task Numbers_of_the_README()
    {
        var wanted = SchedulerPlaces.All.Where(p => p.Attributes.Length > 0).ToList();
        int offered = 0;
        foreach (var place in wanted)
            offered += (await ConversionsAsync(Source(place))).Count > 0 ? 1 : 0;
        string numbers = offered + " of " + wanted.Count + " kinds of places that make a";
        output.WriteLine(numbers);
        FieldFixes.AssertReadmeSays(numbers);
    }

    private static string Source(SchedulerPlace place) =>
        "using System;\nusing System.Linq;\nusing TorchSharp;\nusing static TorchSharp.torch;\nusing static TorchSharp.torch.nn;\nusing static TorchSharp.torch.optim.lr_scheduler;\n\nclass Trainer\n{\n"
        + place.Members + "\n}\n";

    private static async Task<IReadOnlyList<Diagnostic>> ConversionsAsync(string source)
    {
        var (completed, _) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return [.. (await Consumer.AnalyzeAsync(completed)).Where(d => d.Id is "LRG100" or "LRG101" or "AD0001").OrderBy(d => d.Location.SourceSpan.Start)];
    }
}
