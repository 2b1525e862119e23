using LrGen.Analyzers.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// The pairs of a solution's declarations that are to become one: a declaration that composes them after the second, the assignment of that
/// one in the place of the second assignment, and the first gone.
/// </summary>
/// <param name="solution">The solution.</param>
/// <param name="kind">The composition, as the property of the diagnostic is called.</param>
internal sealed class ComposeEdits(Solution solution, string kind) : DeclarationEdits(solution)
{
    private readonly HashSet<StatementSyntax> _changed = [];

    /// <inheritdoc/>
    public override async Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !diagnostic.Properties.TryGetValue(kind, out string? attributes) || attributes is null
            || diagnostic.AdditionalLocations.Count == 0 || Find(diagnostic.Location) is not { } second
            || Find(diagnostic.AdditionalLocations[0]) is not { } first
            || StatementOf(first) is not { } gone || StatementOf(second) is not { } kept || _changed.Contains(gone) || _changed.Contains(kept)
            || second.DescendantNodes().OfType<InvocationExpressionSyntax>().LastOrDefault() is not { } call
            || (call.Expression as MemberAccessExpressionSyntax)?.Name is var member && (member ?? call.Expression as SimpleNameSyntax) is not { } name
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol declared
            || (declared.PartialDefinitionPart ?? declared).DeclaringSyntaxReferences is not [var reference]
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax home } method
            || Solution.GetDocument(reference.SyntaxTree) is not { } other || other is SourceGeneratedDocument)
        {
            return false;
        }

        string composed = Free(diagnostic.Properties[ScheduleComposition.NameKey]!, NamesIn(declared.ContainingType));
        FileOf(document.Id).Replace(gone, _ => string.Empty);
        FileOf(document.Id).Replace(kept, _ => kept.ReplaceToken(name.Identifier, SyntaxFactory.Identifier(composed)).ToString());
        string newLine = UsingEdits.EndOfLine(home.SyntaxTree.GetRoot(cancellation)), outer = FileEdits.IndentationOf(method);
        FileOf(other.Id).InsertAfter(method, outer + "[" + attributes + "]" + newLine
            + outer + method.Modifiers.ToString() + " " + method.ReturnType + " " + composed + method.ParameterList.ToString() + ";");
        _changed.UnionWith([gone, kept]);
        return true;

        SyntaxNode Find(Location location) => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
    }

    /// <summary>The statement that sets a rate, of one group or of each in turn.</summary>
    public static StatementSyntax? StatementOf(SyntaxNode write)
    {
        if (write.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return null;
        SyntaxNode body = statement.Parent is BlockSyntax { Statements.Count: 1, Parent: CommonForEachStatementSyntax } block ? block : statement;
        return body.Parent is CommonForEachStatementSyntax loop ? loop : statement.Parent is BlockSyntax ? statement : null;
    }
}
