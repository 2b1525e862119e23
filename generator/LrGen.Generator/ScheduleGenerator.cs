using System.Text;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Generator;

/// <summary>
/// Completes partial methods, structs and classes that carry LrGen's attributes. Errors are reported by the analyzers, which run the same
/// parser: a diagnostic of a generator could not be suppressed and would have to hold a location, which every edit changes.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScheduleGenerator : IIncrementalGenerator
{
    /// <summary>The SDK shows it to the compiler, and sets it where a project is published with Native AOT.</summary>
    internal const string AheadOfTimeProperty = "build_property.EnableAotAnalyzer";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isAheadOfTime = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(AheadOfTimeProperty, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase));

        foreach (string name in Families.Names)
        {
            var declarations = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    AttributeNames.MetadataName(name),
                    static (node, _) => node is MethodDeclarationSyntax or TypeDeclarationSyntax,
                    (attributed, cancellation) => IsFirst(attributed, name)
                        ? DeclarationParser.Parse(attributed.TargetSymbol, attributed.SemanticModel.Compilation, cancellation)?.Declaration
                        : null)
                .WithTrackingName(TrackingNames.Parse)
                .Where(static declaration => declaration is not null)
                .WithTrackingName(TrackingNames.Declaration);

            // No implementation output: the IDE would then show the partial method as incomplete (dotnet/roslyn#56390).
            context.RegisterSourceOutput(declarations.Combine(isAheadOfTime), static (output, input) =>
            {
                var declaration = input.Right ? input.Left!.WithoutFusing() : input.Left!;
                output.AddSource(declaration.HintName + ".g.cs", SourceText.From(Emitter.Emit(declaration), Encoding.UTF8));
            });
        }
    }

    /// <summary>
    /// Several attributes on one target bring it here several times; the one that is first in the source owns it.
    /// </summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context, string name) =>
        AttributeNames.On(context.TargetSymbol) is [var first, ..] && AttributeNames.ShortName(first.AttributeClass) == name
            // A partial struct with attributes on two parts comes once for each part.
            && first.ApplicationSyntaxReference!.SyntaxTree == context.TargetNode.SyntaxTree
            && context.TargetNode.Span.Contains(first.ApplicationSyntaxReference.Span);
}
