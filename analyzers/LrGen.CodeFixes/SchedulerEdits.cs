using LrGen.Analyzers.Conversions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// The schedulers of a solution that are to become declarations: a counter where the scheduler was made, an assignment where it was moved on,
/// and a declaration after the method.
/// </summary>
internal sealed class SchedulerEdits(Solution solution) : DeclarationEdits(solution)
{
    private readonly Dictionary<MethodDeclarationSyntax, HashSet<string>> _locals = [];

    /// <inheritdoc/>
    public override async Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is not null && model is not null && diagnostic.Properties.TryGetValue(ConversionEdit.DeclarationKey, out string? call)
            && call is not null)
            return await AddCallAsync(document, root, model, diagnostic, call, cancellation).ConfigureAwait(false);
        var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (root is null || model is null || !diagnostic.Properties.ContainsKey(ConvertibleScheduler.AttributesKey)
            || node?.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } creation
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax } method
            || model.GetDeclaredSymbol(method, cancellation)?.ContainingType is not { } type
            || await TypeParts.WithoutPartialAsync(Solution, type, cancellation).ConfigureAwait(false) is not { } notPartial)
        {
            return false;
        }

        var statements = diagnostic.AdditionalLocations.Select(l => root.FindNode(l.SourceSpan).FirstAncestorOrSelf<StatementSyntax>()).ToList();
        if (statements.Exists(s => s is not { Parent: BlockSyntax }))
            return false;
        int parts = int.Parse(diagnostic.Properties[ConvertibleScheduler.PartsKey]!, System.Globalization.CultureInfo.InvariantCulture);
        var taken = NamesIn(type);
        // Several schedulers of a method have a counter each.
        if (!_locals.TryGetValue(method, out var local))
            _locals.Add(method, local = [.. method.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t =>
                t.ValueText).Concat(taken)]);
        string rate = Free("LearningRate", taken), counter = Free("rateStep", local), group = Free("group", local);
        string newLine = UsingEdits.EndOfLine(root), optimizer = diagnostic.Properties[ConvertibleScheduler.OptimizerKey]!;
        bool setsFirst = diagnostic.Properties[ConvertibleScheduler.SetsFirstKey] is not null;

        var file = FileOf(document.Id);
        file.Replace(creation, indent => "long " + counter + " = 0;" + (setsFirst ? newLine + indent + Assignment(indent) : string.Empty));
        foreach (var part in statements.Take(parts))
            file.Replace(part!, _ => string.Empty);
        foreach (var step in statements.Skip(parts))
            file.Replace(step!, indent => counter + "++;" + newLine + indent + Assignment(indent));
        string outer = FileEdits.IndentationOf(method);
        file.InsertAfter(method, outer + "[" + diagnostic.Properties[ConvertibleScheduler.AttributesKey] + "]" + newLine
            + outer + "private static partial double " + rate + "(long step);");
        foreach (var (other, declaration) in notPartial)
            FileOf(other).MakePartial(declaration);
        file.NeedsUsing |= !UsingEdits.IsInScope(model, method.SpanStart);
        return true;

        string Assignment(string indent) => "foreach (var " + group + " in " + optimizer + ".ParamGroups)" + newLine
            + indent + "    " + group + ".LearningRate = " + rate + "(" + counter + ");";
    }
}
