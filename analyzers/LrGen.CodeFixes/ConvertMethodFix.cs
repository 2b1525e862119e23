using System.Collections.Immutable;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LrGen.CodeFixes;

/// <summary>LRG100: replaces the body of a method by the attributes that say the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConvertMethodFix))]
public sealed class ConvertMethodFix : CodeFixProvider
{
    private const string Title = "Declare the schedule";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ConvertibleMethod);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => All.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var edits = new ConversionEdits(context.Document.Project.Solution);
            if (await edits.AddAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create(Title, edits.ApplyAsync, nameof(ConvertMethodFix)), diagnostic);
        }
    }

    /// <summary>All at once: methods of one type share what has to be partial.</summary>
    private sealed class All : FixAllProvider
    {
        public static readonly All Instance = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var edits = new ConversionEdits(fixAllContext.Solution);
            bool hasEdits = false;
            foreach (var diagnostic in await FixAllDiagnostics.OfAsync(fixAllContext).ConfigureAwait(false))
            {
                if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
                    hasEdits |= await edits.AddAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            }

            return hasEdits ? CodeAction.Create(Title, edits.ApplyAsync, nameof(ConvertMethodFix)) : null;
        }
    }
}
