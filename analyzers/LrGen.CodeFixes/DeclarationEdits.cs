using Microsoft.CodeAnalysis;

namespace LrGen.CodeFixes;

/// <summary>Changes of a solution that add declarations, each with a name of its own.</summary>
internal abstract class DeclarationEdits(Solution solution) : IConversionEdits
{
    private readonly Dictionary<DocumentId, FileEdits> _files = [];
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);

    private protected Solution Solution { get; } = solution;

    /// <inheritdoc/>
    public abstract Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation);

    /// <inheritdoc/>
    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var changed = Solution;
        foreach (var file in _files)
        {
            var root = await Solution.GetDocument(file.Key)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            changed = changed.WithDocumentSyntaxRoot(file.Key, file.Value.Apply(root!));
        }

        return changed;
    }

    /// <summary>The names that the members of a type have, new ones included.</summary>
    private protected HashSet<string> NamesIn(INamedTypeSymbol type)
    {
        string key = type.ToDisplayString();
        if (!_names.TryGetValue(key, out var taken))
            _names.Add(key, taken = [.. type.GetMembers().Select(m => m.Name)]);
        return taken;
    }

    private protected static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
            free = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }

    private protected FileEdits FileOf(DocumentId id)
    {
        if (!_files.TryGetValue(id, out var file))
            _files.Add(id, file = new FileEdits());
        return file;
    }
}
