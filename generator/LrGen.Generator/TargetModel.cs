using System.Threading;
using LrGen.Generator.Declarations;
using LrGen.Generator.Search;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator;

/// <summary>What is generated for one annotated method or type: a schedule or an optimizer, or a search space.</summary>
internal sealed record TargetModel(ScheduleDeclaration? Schedule, SearchSpaceModel? Space)
{
    /// <summary>Reads a candidate; null where nothing is generated for it.</summary>
    public static TargetModel? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var compilation = model.Compilation;
        if (!Candidates.NamesOurs(node, compilation) || model.GetDeclaredSymbol(node, cancellation) is not { } symbol)
            return null;
        var schedule = IsOwner(node, AttributeNames.On(symbol)) ? DeclarationParser.Parse(symbol, compilation, cancellation)?.Declaration : null;
        SearchSpaceModel? space = null;
        if (IsOwner(node, SearchSpaceParser.AttributesOn(symbol)))
        {
            if (symbol is INamedTypeSymbol type)
                space = SearchSpaceParser.Parse(type, compilation, cancellation)?.Model;
            else if (symbol is IMethodSymbol method)
                schedule ??= DeclarationParser.Refused(method, compilation, cancellation);
        }

        return schedule is null && space is null ? null : new TargetModel(schedule, space);
    }

    /// <summary>A type with attributes on two parts comes once for each part; the part with the first attribute owns it.</summary>
    private static bool IsOwner(SyntaxNode node, IReadOnlyList<AttributeData> attributes) =>
        attributes is [{ ApplicationSyntaxReference: { } first }, ..] && first.SyntaxTree == node.SyntaxTree && node.Span.Contains(first.Span);
}
