using System.Collections.Immutable;
using System.Threading;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>LRG021: says what the rate moves, where it is no whole network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareScopeFix))]
public sealed class DeclareScopeFix : CodeFixProvider
{
    private const string Training = "Training";

    /// <summary>What takes higher rates than a whole network does, the likeliest first.</summary>
    private static readonly (Scope Scope, string Words)[] s_scopes =
    [
        (Scope.Embedding, "embeddings"), (Scope.Scalar, "biases, gains or other scalars"), (Scope.Linear, "a model of one linear layer"),
        (Scope.Probe, "a linear layer on a frozen network"), (Scope.Head, "the last layers"), (Scope.Adapter, "an adapter beside a frozen network"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.RateHighForNetwork);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((context, document, diagnostics) =>
        FixAsync(document, diagnostics, context.CodeActionEquivalenceKey!, context.CancellationToken));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var choices = s_scopes.Select(s => CodeAction.Create(
                "It moves " + s.Words + " (Scope." + s.Scope + ")",
                async cancellation => (await FixAsync(context.Document, ImmutableArray.Create(diagnostic), s.Scope.ToString(), cancellation).ConfigureAwait(false))!,
                s.Scope.ToString())).ToImmutableArray();
            context.RegisterCodeFix(CodeAction.Create("Say what the rate moves", choices, isInlinable: false), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string scope, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        string argument = "Scope = Scope." + scope;
        var edits = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (var diagnostic in diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (AttributeEdits.Attributes(node).FirstOrDefault(a => AttributeEdits.NameOf(a) == Training) is { } training)
                edits[training] = AttributeEdits.With(training, argument);
            else if (node.FirstAncestorOrSelf<AttributeListSyntax>() is { } list)
                edits[list] = list.WithAttributes(list.Attributes.Insert(0, AttributeEdits.Attribute(Training + "(" + argument + ")")));
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(edits.Keys, (original, _) => edits[original]));
    }
}
