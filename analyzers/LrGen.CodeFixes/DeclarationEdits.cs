using LrGen.Analyzers.Conversions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>A new declaration, and code that calls it; false where the declaration cannot stand beside the code.</summary>
    private protected async Task<bool> AddCallAsync(
        Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic, string declaration, CancellationToken cancellation)
    {
        if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax home } member
            || model.GetDeclaredSymbol(home, cancellation) is not { } type
            || await TypeParts.WithoutPartialAsync(Solution, type, cancellation).ConfigureAwait(false) is not { } parts)
        {
            return false;
        }

        var file = FileOf(document.Id);
        Call(file, root, member, type, diagnostic, declaration);
        foreach (var (part, syntax) in parts)
            FileOf(part).MakePartial(syntax);
        file.NeedsUsing |= !UsingEdits.IsInScope(model, member.SpanStart);
        return true;
    }

    /// <summary>Calls of a new declaration, which comes after the member.</summary>
    private void Call(FileEdits file, SyntaxNode root, MemberDeclarationSyntax member, INamedTypeSymbol type, Diagnostic diagnostic, string declaration)
    {
        var taken = NamesIn(type);
        string name = Free(diagnostic.Properties.TryGetValue(ConversionEdit.MemberKey, out string? own) ? own! : "LearningRate", taken),
            counter = ConversionEdit.Variable;
        if (diagnostic.Properties.Values.Any(v => v?.Contains(ConversionEdit.Variable) == true))
            counter = Free(diagnostic.Properties.TryGetValue(ConversionEdit.VariableKey, out string? variable) ? variable! : "rateStep",
                [.. member.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText).Concat(taken)]);
        string newLine = UsingEdits.EndOfLine(root);
        for (int i = 0; i < diagnostic.AdditionalLocations.Count; i++)
        {
            var span = diagnostic.AdditionalLocations[i].SourceSpan;
            string text = Named(diagnostic.Properties[ConversionEdit.TextKey + i.ToString(System.Globalization.CultureInfo.InvariantCulture)]!);
            var node = root.FindNode(span, getInnermostNodeForTie: true);
            if (node is BlockSyntax { Parent: not BlockSyntax } block && text.StartsWith(name, StringComparison.Ordinal))
                ReplaceBody(file, block, "return " + text + ";", newLine);
            else
                file.Replace(span, text.Replace("\n", newLine + FileEdits.IndentationOf(node)));
        }

        string outer = FileEdits.IndentationOf(member);
        file.InsertAfter(member, outer + Named(declaration).Replace("\n", newLine + outer));

        string Named(string text) => text.Replace(ConversionEdit.Name, name).Replace(ConversionEdit.Variable, counter);
    }

    /// <summary>One statement instead of all those of a block, whose comments stay before it.</summary>
    private static void ReplaceBody(FileEdits file, BlockSyntax block, string statement, string newLine)
    {
        bool isOneLine = block.GetText().Lines.Count == 1;
        string outer = FileEdits.IndentationOf(block), inner = outer + "    ";
        var comments = block.DescendantTrivia().Where(t => t.SpanStart < block.CloseBraceToken.Span.End && UsingEdits.IsComment(t)).Select(t =>
            t.ToString()).ToList();
        file.Replace(block.Span, isOneLine && comments.Count == 0
            ? "{ " + statement + " }"
            : "{" + newLine + string.Concat(comments.Append(statement).Select(l => inner + l + newLine)) + outer + "}");
    }
}
