using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>
/// Collects the declarations of all diagnostics first and writes each document once. Fixing one diagnostic after the other and
/// merging the texts would write <c>partial</c> twice on a type that several targets share.
/// </summary>
internal sealed class MakePartialFixAll : FixAllProvider
{
    public static readonly MakePartialFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        var edits = new PartialEdits(solution);
        bool hasEdits = false;
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
                hasEdits |= await edits.AddAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
        }

        return hasEdits ? CodeAction.Create(MakePartialFix.Title, edits.ApplyAsync, nameof(MakePartialFix)) : null;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects.Where(p => p.Language == LanguageNames.CSharp))
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                return all.ToImmutable();
            default:
                return ImmutableArray<Diagnostic>.Empty;
        }
    }
}
