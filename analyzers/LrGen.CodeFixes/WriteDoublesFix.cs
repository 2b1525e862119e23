using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// CS1503 on <c>[PiecewiseConstant(new[] { 1, 0.1 }, new[] { 30, 60 })]</c>: the compiler takes <c>new[]</c> of whole numbers for integers.
/// An overload for them would make collection expressions ambiguous before C# 13.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteDoublesFix))]
public sealed class WriteDoublesFix() : DocumentFix("CS1503")
{
    private protected override string Title(Diagnostic diagnostic) => "Make it an array of doubles";

    private protected override async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        var arrays = diagnostics.Select(d => root.FindNode(d.Location.SourceSpan, getInnermostNodeForTie: true)).OfType<ExpressionSyntax>()
            .Where(a => a is ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax { Initializer: not null } && IsOurs(a, model, cancellation)).ToList();
        return arrays.Count == 0 ? null : document.WithSyntaxRoot(root.ReplaceNodes(arrays, (array, _) => OfDoubles(array)));
    }

    private static bool IsOurs(ExpressionSyntax array, SemanticModel model, CancellationToken cancellation) =>
        array.Parent is AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute }
            && model.GetTypeInfo(attribute, cancellation).Type is { ContainingNamespace: { Name: nameof(LrGen), ContainingNamespace.IsGlobalNamespace: true } }
            && model.GetTypeInfo(array, cancellation).Type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Single };

    private static ExpressionSyntax OfDoubles(ExpressionSyntax array)
    {
        var initializer = array is ImplicitArrayCreationExpressionSyntax @implicit ? @implicit.Initializer : ((ArrayCreationExpressionSyntax)array).Initializer!;
        return SyntaxFactory.ParseExpression("new double[] " + initializer.WithoutTrivia()).WithTriviaFrom(array);
    }
}
