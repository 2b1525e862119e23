using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Tool.Input;

/// <summary>A project, folder, file or assembly as the compiler sees it.</summary>
internal sealed record LoadedProject
{
    public required string Name { get; init; }

    /// <summary>The sources and what they reference, without generated parts.</summary>
    public required CSharpCompilation Compilation { get; init; }

    /// <summary>The settings of the .editorconfig files.</summary>
    public required AnalyzerOptions Options { get; init; }

    /// <summary>The one file that was asked for; null for all.</summary>
    public string? OnlyFile { get; init; }

    /// <summary>Whether the packages of a project are known: not before it was restored once.</summary>
    public bool IsRestored { get; init; } = true;

    /// <summary>The built assembly that the declarations are from; null for sources.</summary>
    public string? Assembly { get; init; }
}
