using LrGen.Analyzers.Conversions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>
/// The schedulers of a solution that are to become declarations: a counter where the scheduler was made, an assignment where it was moved on,
/// and a declaration after the method.
/// </summary>
internal sealed class SchedulerEdits(Solution solution) : IConversionEdits
{
    private readonly Dictionary<DocumentId, FileEdits> _files = [];
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<bool> AddAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (root is null || model is null || !diagnostic.Properties.ContainsKey(ConvertibleScheduler.AttributesKey)
            || node?.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } creation
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax home } method
            || model.GetDeclaredSymbol(method, cancellation)?.ContainingType is not { } type
            || await TypeParts.WithoutPartialAsync(solution, type, cancellation).ConfigureAwait(false) is not { } notPartial)
        {
            return false;
        }

        var statements = diagnostic.AdditionalLocations.Select(l => root.FindNode(l.SourceSpan).FirstAncestorOrSelf<StatementSyntax>()).ToList();
        if (statements.Exists(s => s is not { Parent: BlockSyntax }))
            return false;
        int parts = int.Parse(diagnostic.Properties[ConvertibleScheduler.PartsKey]!, System.Globalization.CultureInfo.InvariantCulture);
        string key = type.ToDisplayString();
        if (!_names.TryGetValue(key, out var taken))
            _names.Add(key, taken = [.. type.GetMembers().Select(m => m.Name)]);
        var local = new HashSet<string>(method.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText).Concat(taken));
        string rate = Free("LearningRate", taken), counter = Free("rateStep", local), group = Free("group", local);
        string newLine = UsingEdits.EndOfLine(root), optimizer = diagnostic.Properties[ConvertibleScheduler.OptimizerKey]!;
        bool setsFirst = diagnostic.Properties[ConvertibleScheduler.SetsFirstKey] is not null;

        var file = FileOf(document.Id);
        file.Replace(creation, indent => "long " + counter + " = 0;" + (setsFirst ? newLine + indent + Assignment(indent) : string.Empty));
        foreach (var part in statements.Take(parts))
            file.Replace(part!, _ => string.Empty);
        foreach (var step in statements.Skip(parts))
            file.Replace(step!, indent => counter + "++;" + newLine + indent + Assignment(indent));
        string outer = IndentationOf(method);
        file.Insert(home, method, newLine + outer + "[" + diagnostic.Properties[ConvertibleScheduler.AttributesKey] + "]" + newLine
            + outer + "private static partial double " + rate + "(long step);" + newLine);
        foreach (var (other, declaration) in notPartial)
            FileOf(other).MakePartial(declaration);
        file.NeedsUsing |= !UsingEdits.IsInScope(model, method.SpanStart);
        return true;

        string Assignment(string indent) => "foreach (var " + group + " in " + optimizer + ".ParamGroups)" + newLine
            + indent + "    " + group + ".LearningRate = " + rate + "(" + counter + ");";
    }

    /// <inheritdoc/>
    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var file in _files)
        {
            var root = await solution.GetDocument(file.Key)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            changed = changed.WithDocumentSyntaxRoot(file.Key, file.Value.Apply(root!));
        }

        return changed;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
            free = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }

    /// <summary>The blanks that the line of a node begins with.</summary>
    private static string IndentationOf(SyntaxNode node)
    {
        string line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private FileEdits FileOf(DocumentId id)
    {
        if (!_files.TryGetValue(id, out var file))
            _files.Add(id, file = new FileEdits());
        return file;
    }

    /// <summary>What changes in one file.</summary>
    private sealed class FileEdits
    {
        private readonly Dictionary<StatementSyntax, string> _statements = [];
        private readonly Dictionary<TypeDeclarationSyntax, List<(MemberDeclarationSyntax After, string Member)>> _members = [];
        private readonly HashSet<TypeDeclarationSyntax> _notPartial = [];

        public bool NeedsUsing { get; set; }

        /// <summary>Other statements instead of one, from the text that its indentation gives.</summary>
        public void Replace(StatementSyntax statement, Func<string, string> text) => _statements[statement] = text(IndentationOf(statement));

        public void Insert(TypeDeclarationSyntax type, MemberDeclarationSyntax after, string member)
        {
            if (!_members.TryGetValue(type, out var members))
                _members.Add(type, members = []);
            members.Add((after, member));
        }

        public void MakePartial(TypeDeclarationSyntax type) => _notPartial.Add(type);

        public SyntaxNode Apply(SyntaxNode root)
        {
            string newLine = UsingEdits.EndOfLine(root);
            var nodes = _statements.Keys.Select(s => s.Parent!).Concat(_members.Keys).Concat(_notPartial).Distinct();
            // From the inside out: a block or type that contains another one of the set sees it changed already.
            root = root.ReplaceNodes(nodes, (original, current) => original is BlockSyntax block
                ? Change(block, (BlockSyntax)current)
                : Change((TypeDeclarationSyntax)original, (TypeDeclarationSyntax)current));
            return NeedsUsing && root is CompilationUnitSyntax unit ? UsingEdits.AddTo(unit, newLine) : root;
        }

        private BlockSyntax Change(BlockSyntax original, BlockSyntax current)
        {
            var statements = new List<StatementSyntax>();
            // The comments before a statement that is gone.
            var kept = SyntaxFactory.TriviaList();
            for (int i = 0; i < original.Statements.Count; i++)
            {
                if (!_statements.TryGetValue(original.Statements[i], out string? text))
                {
                    Add(current.Statements[i]);
                    continue;
                }

                var leading = original.Statements[i].GetLeadingTrivia();
                if (text.Length == 0)
                {
                    kept = leading.Any(UsingEdits.IsComment) ? kept.AddRange(WithoutIndentation(leading)) : kept;
                    continue;
                }

                var parsed = ((BlockSyntax)SyntaxFactory.ParseStatement("{" + text + "}")).Statements.ToList();
                parsed[0] = parsed[0].WithLeadingTrivia(leading);
                parsed[parsed.Count - 1] = parsed[parsed.Count - 1].WithTrailingTrivia(original.Statements[i].GetTrailingTrivia());
                parsed.ForEach(Add);
            }

            return current.WithStatements(SyntaxFactory.List(statements));

            void Add(StatementSyntax statement)
            {
                statements.Add(kept.Count == 0 ? statement : statement.WithLeadingTrivia(kept.AddRange(statement.GetLeadingTrivia())));
                kept = SyntaxFactory.TriviaList();
            }

            static IEnumerable<SyntaxTrivia> WithoutIndentation(SyntaxTriviaList trivia) =>
                trivia.Reverse().SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();
        }

        private MemberDeclarationSyntax Change(TypeDeclarationSyntax original, TypeDeclarationSyntax current)
        {
            if (_members.TryGetValue(original, out var inserted))
            {
                var members = current.Members.ToList();
                foreach (var (after, text) in inserted.OrderByDescending(m => original.Members.IndexOf(m.After)))
                    members.Insert(original.Members.IndexOf(after) + 1, SyntaxFactory.ParseMemberDeclaration(text)!);
                current = current.WithMembers(SyntaxFactory.List(members));
            }

            return _notPartial.Contains(original) ? PartialModifier.AddTo(current) : current;
        }
    }
}
