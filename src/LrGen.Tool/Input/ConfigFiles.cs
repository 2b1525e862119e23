using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Tool.Input;

/// <summary>The .editorconfig and .globalconfig files that hold for a project's files, and its LrGen profile.</summary>
internal sealed class ConfigFiles
{
    private readonly AnalyzerConfigSet _set;

    private ConfigFiles(AnalyzerConfigSet set) => _set = set;

    public AnalyzerConfigOptionsProvider Options => new OptionsProvider(_set);

    public SyntaxTreeOptionsProvider Severities => new SeverityProvider(_set);

    public static ConfigFiles For(IEnumerable<string> sources, string? profile)
    {
        var configs = new List<AnalyzerConfig>();
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (string source in sources)
        {
            for (string? folder = Path.GetDirectoryName(source); folder is not null && folders.Add(folder); folder = Path.GetDirectoryName(folder))
            {
                foreach (string name in new[] { ".editorconfig", ".globalconfig" })
                {
                    if (Path.Combine(folder, name) is var file && File.Exists(file))
                        configs.Add(AnalyzerConfig.Parse(InputFile.ReadText(file), file));
                }
            }
        }

        if (profile is { Length: > 0 })
            configs.Add(AnalyzerConfig.Parse(Resource.Text("LrGen." + profile.ToLowerInvariant() + ".globalconfig")
                ?? throw new ToolException("LrGenProfile is '" + profile + "'; use relaxed, default or strict."), "/LrGen.globalconfig"));
        var set = AnalyzerConfigSet.Create(configs);
        Match(set, sources);
        return new ConfigFiles(set);
    }

    /// <summary>Matches all files once: what takes for ever would be lost in the compiler, which passes over what its sections throw.</summary>
    /// <exception cref="ToolException">A section takes longer than an expression may.</exception>
    private static void Match(AnalyzerConfigSet set, IEnumerable<string> sources)
    {
        foreach (string source in sources)
        {
            try
            {
                set.GetOptionsForSourcePath(source);
            }
            catch (RegexMatchTimeoutException late)
            {
                throw new ToolException(string.Create(CultureInfo.InvariantCulture,
                    $"A section of an .editorconfig takes longer than {late.MatchTimeout.TotalSeconds} s to be matched with '{source}'."));
            }
        }
    }

    private sealed class OptionsProvider(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

        private Values Of(string path) => new(path.Length == 0 ? [] : set.GetOptionsForSourcePath(path).AnalyzerOptions);
    }

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = new(values, KeyComparer);

        public Values(ImmutableDictionary<string, string>? values)
            : this((IReadOnlyDictionary<string, string>)(values ?? ImmutableDictionary<string, string>.Empty))
        {
        }

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            _values.TryGetValue(key, out value);
    }

    private sealed class SeverityProvider(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return tree.FilePath.Length > 0 && set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
