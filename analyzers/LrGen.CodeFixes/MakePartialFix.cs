using System.Collections.Immutable;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>
/// LRG001: adds <c>partial</c> to the method or type and to every type around it. A type can have parts in several files, so the
/// fix changes a solution, not a document.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
public sealed class MakePartialFix : CodeFixProvider
{
    internal const string Title = "Make partial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NotPartial);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => MakePartialFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var edits = new PartialEdits(context.Document.Project.Solution);
            if (await edits.AddAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create(Title, edits.ApplyAsync, nameof(MakePartialFix)), diagnostic);
        }
    }
}
