using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests;

/// <summary>Every rule on its samples: it fires there and only there, says what it should, and stays silent where all is well.</summary>
public class RuleTests
{
    public static TheoryData<string> WrongNames => [.. Named(r => r.Wrong).Keys];

    public static TheoryData<string> RightNames => [.. Named(r => r.Right).Keys];

    public static TheoryData<string> NamesWithMessage => [.. Named(r => r.Wrong).Where(s => s.Value.Message is not null).Select(s => s.Key)];

    public static TheoryData<string> NamesWithFix => [.. Named(r => r.Wrong).Where(s => s.Value.Fixed is not null).Select(s => s.Key)];

    [Theory, MemberData(nameof(WrongNames))]
    public Task Fires_exactly_at_the_mistake(string name)
    {
        var sample = Named(r => r.Wrong)[name];
        Assert.Contains("{|" + name[..6] + ":", sample.Source);
        return AnalyzerRun.VerifyAsync(sample, name[..6]);
    }

    [Theory, MemberData(nameof(RightNames))]
    public Task Stays_silent_on_the_nearest_right_input(string name)
    {
        var sample = Named(r => r.Right)[name];
        Assert.DoesNotContain("{|", sample.Markup);
        return AnalyzerRun.VerifyAsync(sample, name[..6]);
    }

    [Theory, MemberData(nameof(NamesWithMessage))]
    public async Task Says_what_is_wrong_and_the_way_out(string name)
    {
        var sample = Named(r => r.Wrong)[name];
        var (completed, _) = Consumer.Generate(Consumer.Compile(Markup.Strip(sample.Source), sample.Language));
        var diagnostics = await Consumer.AnalyzeAsync(completed, sample.Settings);
        Assert.Equal(sample.Message, diagnostics.Where(d => d.Id == name[..6]).OrderBy(d => d.Location.SourceSpan.Start).First().GetMessage());
    }

    [Theory, MemberData(nameof(NamesWithFix))]
    public Task Suggested_edit_mends_it(string name)
    {
        var sample = Named(r => r.Wrong)[name];
        return FixRun<CodeFixes.SuggestedEditFix>.VerifyAsync(sample, name[..6]);
    }

    [Fact]
    public void Every_rule_that_suggests_an_edit_is_tested_on_one() => Assert.Equal(
        new CodeFixes.SuggestedEditFix().FixableDiagnosticIds.Order(StringComparer.Ordinal),
        NamesWithFix.Select(n => n.Data[..6]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_has_wrong_samples_right_samples_and_a_checked_message()
    {
        // Failures are tested in Faults/.
        Assert.Equal(Descriptors.All.Select(d => d.Id).Where(id => id != RuleIds.InternalFailure), RuleSamples.All.Select(r => r.Id).Distinct());
        Assert.All(RuleSamples.All, rule =>
        {
            Assert.NotEmpty(rule.Right);
            Assert.Contains(rule.Wrong, s => s.Message is not null);
        });
    }

    internal static IReadOnlyDictionary<string, Sample> Named(Func<RuleSamples, IEnumerable<Sample>> samples) =>
        RuleSamples.All.SelectMany(rule => samples(rule).Select(s => KeyValuePair.Create(rule.Id + " " + s.Name, s))).ToDictionary();
}
