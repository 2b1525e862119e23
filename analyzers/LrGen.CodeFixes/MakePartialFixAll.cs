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
        foreach (var diagnostic in await FixAllDiagnostics.OfAsync(fixAllContext).ConfigureAwait(false))
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
                hasEdits |= await edits.AddAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
        }

        return hasEdits ? CodeAction.Create(MakePartialFix.Title, edits.ApplyAsync, nameof(MakePartialFix)) : null;
    }
}
