using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Tool.Output;

/// <summary>Where a finding is, for people and for programs.</summary>
internal static class Place
{
    /// <summary>Whether it is in a built assembly, where lines mean nothing.</summary>
    public static bool IsInAssembly(Diagnostic finding) =>
        Path.GetExtension(finding.Location.GetLineSpan().Path).ToLowerInvariant() is ".dll" or ".exe";

    /// <summary>The declaration that it is in: <c>Rates.Cnn</c>.</summary>
    public static string Member(Diagnostic finding)
    {
        var node = finding.Location.SourceTree?.GetRoot().FindNode(finding.Location.SourceSpan);
        return string.Join('.', (node?.AncestorsAndSelf() ?? []).Reverse().Select(n => n switch
        {
            NamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax type => type.Identifier.ValueText,
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            _ => null,
        }).OfType<string>());
    }

    /// <summary>A path below the current folder without the way to it.</summary>
    public static string Short(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return Visible.Text(relative.StartsWith("..", StringComparison.Ordinal) ? path : relative);
    }
}
