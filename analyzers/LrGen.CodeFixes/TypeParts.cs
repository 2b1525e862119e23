using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>The declarations of types.</summary>
internal static class TypeParts
{
    /// <summary>The parts of a type and of those around it that do not say <c>partial</c>; null where one of them cannot be changed.</summary>
    public static async Task<IReadOnlyList<(DocumentId Document, TypeDeclarationSyntax Type)>?> WithoutPartialAsync(
        Solution solution, INamedTypeSymbol? type, CancellationToken cancellation)
    {
        var parts = new List<(DocumentId Document, TypeDeclarationSyntax Type)>();
        for (; type is not null; type = type.ContainingType)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                var syntax = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                // The Program class of top-level statements has the whole file as one of its declarations.
                if (syntax is not TypeDeclarationSyntax part || PartialModifier.IsOn(part))
                    continue;
                if (solution.GetDocument(reference.SyntaxTree) is not { } home || home is SourceGeneratedDocument)
                    return null;
                parts.Add((home.Id, part));
            }
        }

        return parts;
    }
}
