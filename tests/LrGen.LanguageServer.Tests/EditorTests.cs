using System.Diagnostics;

namespace LrGen.LanguageServer.Tests;

/// <summary>What a person sees who writes schedules in an editor, before and after an edit that is not saved.</summary>
public sealed class EditorTests(Consumer consumer, ITestOutputHelper output) : IClassFixture<Consumer>
{
    [Fact]
    public async Task A_hover_shows_the_curve_and_follows_an_edit()
    {
        var server = consumer.Server();
        foreach (var (file, text) in new[] { ("Program.cs", Consumer.Program), ("Rates.cs", Consumer.Rates) })
        {
            string hover = await server.HoverAsync(file, At(text, "Cnn"));
            Assert.Contains("double Rates.Cnn(int epoch)", hover);
            Assert.Contains("Halves every ten epochs.", hover);
            Assert.Contains("0.01 · 0.5^⌊epoch / 10⌋", hover);
            Assert.Contains("█", hover);
        }

        server.Edit("Rates.cs", Consumer.Rates.Replace("0.01", "0.02", StringComparison.Ordinal));
        string after = await server.HoverAsync("Program.cs", At(Consumer.Program, "Cnn"));
        Assert.Contains("0.02 · 0.5^⌊epoch / 10⌋", after);
        Assert.DoesNotContain("0.01 ·", after);
        // The negative case: what is no schedule has no curve.
        Assert.DoesNotContain("█", await server.HoverAsync("Program.cs", At(Consumer.Program, "WriteLine")));
        server.Edit("Rates.cs", Consumer.Rates);
    }

    [Fact]
    public async Task A_struct_has_its_generated_members()
    {
        var server = consumer.Server();
        Assert.Contains("long step", await server.HoverAsync("Program.cs", At(Consumer.Program, "At(25)")));
        string typing = Consumer.Program + "System.Console.WriteLine(default(Cosine).";
        server.Edit("Program.cs", typing);
        var members = await server.CompleteAsync("Program.cs", End(typing));
        server.Edit("Program.cs", Consumer.Program);
        Assert.Empty(new[] { "At", "Fill", "Length", "First", "Peak", "Last" }.Except(members));
    }

    [Fact]
    public async Task Attributes_and_their_arguments_are_completed()
    {
        var server = consumer.Server();
        string typing = Consumer.Rates.Replace("[StepDecay(", "[StepD(", StringComparison.Ordinal);
        server.Edit("Rates.cs", typing);
        Assert.Contains("StepDecay", await server.CompleteAsync("Rates.cs", After(typing, "[StepD")));
        typing = Consumer.Rates.Replace("Steps = 40", "", StringComparison.Ordinal);
        server.Edit("Rates.cs", typing);
        var arguments = await server.CompleteAsync("Rates.cs", After(typing, "factor: 0.5, "));
        server.Edit("Rates.cs", Consumer.Rates);
        Assert.Empty(new[] { "Steps", "Floor", "FloorRatio", "AfterEnd", "Unit" }.Except(arguments));
        Assert.DoesNotContain("CosineDecay", arguments);
    }

    [Fact]
    public async Task Diagnostics_come_with_a_mistake_and_go_with_it()
    {
        var server = consumer.Server();
        Assert.Empty(Ours(await server.DiagnosticsAsync("Rates.cs")));
        foreach (var (typed, code, severity) in new[] { ("-0.01", "LRG010", 1), ("1e9", "LRG020", 2) })
        {
            string text = Consumer.Rates.Replace("0.01", typed, StringComparison.Ordinal);
            server.Edit("Rates.cs", text);
            var found = Assert.Single(Ours(await server.DiagnosticsAsync("Rates.cs")));
            Assert.Equal((code, severity), (found.Code, found.Severity));
            Assert.Equal(At(text, typed), (found.Line, found.Character));
        }

        server.Edit("Rates.cs", Consumer.Rates);
        Assert.Empty(Ours(await server.DiagnosticsAsync("Rates.cs")));
        Assert.DoesNotContain(await server.DiagnosticsAsync("Program.cs"), d => d.Severity <= 2);
    }

    [Fact]
    public async Task A_definition_is_what_the_person_wrote()
    {
        var server = consumer.Server();
        var (uri, line) = Assert.Single(await server.DefinitionsAsync("Program.cs", At(Consumer.Program, "Cnn")));
        Assert.Equal((server.Uri("Rates.cs"), At(Consumer.Rates, "Cnn").Line), (uri, line));
    }

    /// <summary>
    /// A mistyped rate among 500 declarations, and what the editor waits for. The limit is loose, for machines are busy: with analyzers that
    /// judge all of them at each key it is several times as much. <c>LrGen.Benchmarks --filter '*Editor*'</c> measures.
    /// </summary>
    [Fact]
    public async Task A_mistyped_rate_among_many_declarations_does_not_wait_for_the_others()
    {
        LanguageServer on = consumer.Server(), off = consumer.ServerWithoutAnalyzers();
        // Both have to have everything loaded and compiled, by code that the runtime has translated.
        for (int i = 0; i < 4; i++)
        {
            await TimeAsync(off, "0.002" + i, isWrong: false);
            await TimeAsync(on, "0.002" + i, isWrong: false);
        }

        List<double> with = [], without = [];
        for (int i = 0; i < 9; i++)
        {
            without.Add(await TimeAsync(off, "1e1" + i, isWrong: false));
            with.Add(await TimeAsync(on, "1e1" + i, isWrong: true));
        }

        double ratio = with.Order().ElementAt(4) / without.Order().ElementAt(4);
        output.WriteLine($"{with.Order().ElementAt(4):0} ms with analyzers, {without.Order().ElementAt(4):0} ms without: {ratio:0.00} times as long.");
        Assert.InRange(ratio, 0, 3);
    }

    private static async Task<double> TimeAsync(LanguageServer server, string rate, bool isWrong)
    {
        var watch = Stopwatch.StartNew();
        server.Edit("Many.cs", Consumer.Many(rate));
        var found = Ours(await server.DiagnosticsAsync("Many.cs"));
        double milliseconds = watch.Elapsed.TotalMilliseconds;
        Assert.Equal(isWrong ? ["LRG020"] : [], found.Select(d => d.Code));
        return milliseconds;
    }

    private static List<Finding> Ours(IEnumerable<Finding> findings) =>
        [.. findings.Where(f => f.Severity <= 2 && f.Code.StartsWith("LRG", StringComparison.Ordinal))];

    private static (int Line, int Character) At(string text, string word) => Place(text, text.IndexOf(word, StringComparison.Ordinal));

    private static (int Line, int Character) After(string text, string word) => Place(text, text.IndexOf(word, StringComparison.Ordinal) + word.Length);

    private static (int Line, int Character) End(string text) => Place(text, text.Length);

    private static (int Line, int Character) Place(string text, int offset)
    {
        string before = text[..offset];
        return (before.Count(c => c == '\n'), offset - (before.LastIndexOf('\n') + 1));
    }
}
