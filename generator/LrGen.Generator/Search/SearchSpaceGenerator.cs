using System.Text;
using System.Threading;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Generator.Search;

/// <summary>
/// Completes partial record structs that carry [SearchSpace]. Errors are reported by the analyzer, which runs the same parser.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SearchSpaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var targets = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                SearchSpaceParser.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax or MethodDeclarationSyntax,
                static (attributed, cancellation) => Read(attributed.TargetSymbol, attributed.SemanticModel.Compilation, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static target => target.Space is not null || target.Refused is not null)
            .WithTrackingName(TrackingNames.Declaration);

        context.RegisterSourceOutput(targets, static (output, target) =>
        {
            if (target.Space is { } space)
                output.AddSource(space.HintName + ".SearchSpace.g.cs", SourceText.From(SearchSpaceEmitter.Emit(space), Encoding.UTF8));
            else
                output.AddSource(target.Refused!.HintName + ".SearchSpace.g.cs", SourceText.From(Emitter.Emit(target.Refused), Encoding.UTF8));
        });
    }

    private static (SearchSpaceModel? Space, ScheduleDeclaration? Refused) Read(ISymbol target, Compilation compilation, CancellationToken cancellation) => target switch
    {
        INamedTypeSymbol type => (SearchSpaceParser.Parse(type, compilation, cancellation)?.Model, null),
        IMethodSymbol method => (null, DeclarationParser.Refused(method, compilation, cancellation)),
        _ => default,
    };
}
