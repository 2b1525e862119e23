using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>The declarations of a solution that are to become partial: each once, however many diagnostics ask for it.</summary>
internal sealed class PartialEdits(Solution solution)
{
    private readonly Dictionary<DocumentId, HashSet<MemberDeclarationSyntax>> _declarations = [];

    /// <summary>Adds what one diagnostic asks for; false where adding <c>partial</c> would not give code that compiles.</summary>
    public async Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        // The diagnostic stands at a name. That of a local function, accessor or operator belongs to another kind of node.
        if (root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not MemberDeclarationSyntax target
            || !PartialModifier.IsAllowedOn(target)
            || model?.GetDeclaredSymbol(target, cancellation) is not { } symbol)
        {
            return false;
        }

        var found = new List<(DocumentId Document, MemberDeclarationSyntax Declaration)>();
        if (target is MethodDeclarationSyntax)
            found.Add((document.Id, target));
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            // Nothing completes a file-local type (LRG004), so its methods need their bodies.
            if (type.IsFileLocal)
                return false;
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                // A Program class of top-level statements has the whole file as one of its declarations.
                var syntax = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                if (syntax is not TypeDeclarationSyntax part || PartialModifier.IsOn(part))
                    continue;
                if (solution.GetDocument(reference.SyntaxTree) is not { } home || home is SourceGeneratedDocument)
                    return false;
                found.Add((home.Id, part));
            }
        }

        foreach (var (home, declaration) in found)
        {
            if (!_declarations.TryGetValue(home, out var declarations))
                _declarations.Add(home, declarations = []);
            declarations.Add(declaration);
        }

        return found.Count > 0;
    }

    /// <summary>The solution with all of them partial.</summary>
    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var edit in _declarations)
        {
            var root = await solution.GetDocument(edit.Key)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var fragments = edit.Value.Select(MisspeltPartial.Before).Where(f => f is not null).Select(f => f!).ToList();
            var mark = new SyntaxAnnotation();
            // ReplaceNodes goes from the inside out, so a type that contains another one of the set sees it changed already.
            root = root!.ReplaceNodes(edit.Value.Concat(fragments), (original, declaration) => fragments.Contains(original)
                ? declaration.WithAdditionalAnnotations(mark)
                : PartialModifier.AddTo(MisspeltPartial.Before(original) is { } fragment ? MisspeltPartial.Join(fragment, declaration) : declaration));
            changed = changed.WithDocumentSyntaxRoot(
                edit.Key, root.RemoveNodes(root.GetAnnotatedNodes(mark), SyntaxRemoveOptions.KeepNoTrivia) ?? root);
        }

        return changed;
    }
}
