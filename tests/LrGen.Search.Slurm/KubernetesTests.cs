using System.Text.RegularExpressions;

namespace LrGen.SearchSlurm;

/// <summary>The sample's manifest, run pod by pod without a cluster: with the variables and arguments that it gives to each.</summary>
public sealed class KubernetesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-kubernetes-").FullName;
    private readonly string _manifest = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "search.kubernetes.yaml"));

    [Fact]
    public void Every_pod_runs_its_part()
    {
        int completions = int.Parse(Value(@"completions: (\d+)"));
        string shards = Value("lrgen/shards: \"(\\d+)\"");
        Assert.Equal($"{completions}", shards);
        Assert.Equal("Indexed", Value(@"completionMode: (\w+)"));
        Assert.Equal("metadata.annotations['lrgen/shards']", Value(@"name: LRGEN_SHARDS\s+valueFrom:\s+fieldRef:\s+fieldPath: (\S+)"));
        string[] arguments = [.. Regex.Matches(Value(@"args: \[(.*)\]"), "\"([^\"]*)\"").Select(m => m.Groups[1].Value.Replace("/journals", _folder, StringComparison.Ordinal))];
        for (int i = 0; i < completions; i++)
        {
            var (code, output) = SlurmTests.Dotnet("RateSearch.dll", [("JOB_COMPLETION_INDEX", $"{i}"), ("LRGEN_SHARDS", shards)], arguments);
            Assert.True(code == 0, output);
            Assert.All(SearchJournal.Read(Path.Combine(_folder, $"part-{i}.jsonl")), e => Assert.Equal(new Shard(i, completions), e.Shard));
        }

        var merge = SearchJournal.Merge(Directory.GetFiles(_folder, "part-*.jsonl"), Path.Combine(_folder, "all.jsonl"));
        Assert.True(merge.IsComplete);
        Assert.Equal((64, 0), (merge.Trials, merge.Repeated));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Value(string pattern)
    {
        var match = Regex.Match(_manifest, pattern);
        Assert.True(match.Success, pattern);
        return match.Groups[1].Value;
    }
}
