using System.Text;
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
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                SearchSpaceParser.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, cancellation) =>
                    SearchSpaceParser.Parse((INamedTypeSymbol)attributed.TargetSymbol, attributed.SemanticModel.Compilation, cancellation)?.Model)
            .WithTrackingName(TrackingNames.Parse)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.Declaration);

        context.RegisterSourceOutput(models, static (output, model) =>
            output.AddSource(model!.HintName + ".SearchSpace.g.cs", SourceText.From(SearchSpaceEmitter.Emit(model), Encoding.UTF8)));
    }
}
