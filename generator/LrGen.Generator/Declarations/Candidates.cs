using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Generator.Declarations;

/// <summary>
/// Which declarations can be targets, by their syntax alone: nothing is bound for any other, in projects that are full of other libraries'
/// partial types either.
/// </summary>
internal static class Candidates
{
    private const string Suffix = "Attribute";

    private static readonly HashSet<string> s_names = [.. Schedules.Families.Names, "SearchSpace"];

    /// <summary>The names that one file gives to types for the whole project, for as long as the file is as it is.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> s_aliasesOfFiles = new();

    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> s_aliases = new();

    /// <summary>Whether a node is a partial method or type with attributes. It is asked of every node of every file, once.</summary>
    public static bool CanBeTarget(SyntaxNode node) =>
        node is MethodDeclarationSyntax or TypeDeclarationSyntax
        && node is MemberDeclarationSyntax { AttributeLists.Count: > 0 } member && member.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>
    /// Whether one of its attributes has the name of one of LrGen's, or of a <c>using</c> alias that can stand for one. What it is the
    /// symbol then says.
    /// </summary>
    public static bool NamesOurs(SyntaxNode node, Compilation compilation)
    {
        foreach (var list in ((MemberDeclarationSyntax)node).AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                string name = LastPart(attribute.Name);
                if (s_names.Contains(name) || s_names.Contains(WithoutSuffix(name)))
                    return true;
                if (attribute.Name is IdentifierNameSyntax && (IsAliasIn(attribute, name) || IsAlias(s_aliases.GetValue(compilation, AliasesOf), name)))
                    return true;
            }
        }

        return false;
    }

    private static string LastPart(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastPart(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastPart(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };

    private static string WithoutSuffix(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    /// <summary>The suffix can be left out of an alias, too.</summary>
    private static bool IsAlias(HashSet<string> aliases, string name) => aliases.Count > 0 && (aliases.Contains(name) || aliases.Contains(name + Suffix));

    /// <summary>Whether a directive around an attribute gives the name to something.</summary>
    private static bool IsAliasIn(AttributeSyntax attribute, string name)
    {
        for (SyntaxNode? around = attribute.Parent; around is not null; around = around.Parent)
        {
            var usings = around switch
            {
                CompilationUnitSyntax file => file.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                if (directive.Alias?.Name.Identifier.ValueText is { } alias && (alias == name || alias == name + Suffix))
                    return true;
            }
        }

        return false;
    }

    private static HashSet<string> AliasesOf(Compilation compilation)
    {
        var aliases = new HashSet<string>();
        foreach (var tree in compilation.SyntaxTrees)
            aliases.UnionWith(s_aliasesOfFiles.GetValue(tree, AliasesOf));
        return aliases;
    }

    private static string[] AliasesOf(SyntaxTree tree) => tree.GetRoot() is CompilationUnitSyntax file
        ? [.. file.Usings.Where(u => u.Alias is not null && u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).Select(u => u.Alias!.Name.Identifier.ValueText)]
        : [];
}
