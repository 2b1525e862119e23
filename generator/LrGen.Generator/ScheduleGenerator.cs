using System.Text;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Search;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Generator;

/// <summary>
/// Completes partial methods, structs and classes that carry LrGen's attributes. Errors are reported by the analyzers, which run the same
/// parsers: a diagnostic of a generator could not be suppressed and would have to hold a location, which every edit changes.
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

        // One provider for all attributes: each one looks at all files at each key, whatever is in them. ForAttributeWithMetadataName takes one
        // name, and there are some seventy.
        var targets = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => Candidates.CanBeTarget(node),
                static (found, cancellation) => TargetModel.Of(found.Node, found.SemanticModel, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static target => target is not null)
            .WithTrackingName(TrackingNames.Declaration);

        // No implementation output: the IDE would then show the partial method as incomplete (dotnet/roslyn#56390).
        context.RegisterSourceOutput(targets.Combine(isAheadOfTime), static (output, input) =>
        {
            var (target, isAheadOfTime) = input;
            if (target!.Schedule is { } schedule)
                Add(schedule.HintName + ".g.cs", Emitter.Emit(isAheadOfTime ? schedule.WithoutFusing() : schedule));
            if (target.Space is { } space)
                Add(space.HintName + ".SearchSpace.g.cs", SearchSpaceEmitter.Emit(space));

            void Add(string name, string text) => output.AddSource(name, SourceText.From(text, Encoding.UTF8));
        });
    }
}
