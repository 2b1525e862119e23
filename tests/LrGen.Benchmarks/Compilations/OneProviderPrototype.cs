using System.Text;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Benchmarks.Compilations;

/// <summary>The least that one provider for all attributes can be: no aliases in other files, no search spaces, no settings.</summary>
public sealed class OneProviderPrototype : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is MemberDeclarationSyntax { AttributeLists.Count: > 0 } member and (MethodDeclarationSyntax or TypeDeclarationSyntax)
                && member.Modifiers.Any(SyntaxKind.PartialKeyword),
            static (found, cancellation) => found.SemanticModel.GetDeclaredSymbol(found.Node, cancellation) is { } symbol
                ? DeclarationParser.Parse(symbol, found.SemanticModel.Compilation, cancellation)?.Declaration
                : null).Where(static declaration => declaration is not null);
        context.RegisterSourceOutput(declarations, static (output, declaration) =>
            output.AddSource(declaration!.HintName + ".g.cs", SourceText.From(Emitter.Emit(declaration), Encoding.UTF8)));
    }
}
