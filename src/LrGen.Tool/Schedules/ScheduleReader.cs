using System.Globalization;
using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using LrGen.Tool.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Tool.Schedules;

/// <summary>Finds the declarations of a project and lowers them as the generator does.</summary>
internal sealed class ScheduleReader(RuntimeValues values)
{
    public static readonly SymbolDisplayFormat NameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>All schedules, in the order of their files.</summary>
    public IReadOnlyList<Schedule> Read(LoadedProject project)
    {
        var found = new List<Schedule>();
        foreach (var symbol in Targets(project))
        {
            if (InternalFailure.Contain(() => Read(symbol, project), what => At(symbol, project) with { Errors = [Failure(what)] }) is { } schedule)
                found.Add(schedule);
        }

        return [.. found.OrderBy(s => s.File, StringComparer.Ordinal).ThenBy(s => s.Line)];
    }

    /// <summary>The annotated methods and types of a project.</summary>
    internal static IEnumerable<ISymbol> Targets(LoadedProject project)
    {
        var types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in project.Compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            // Binding begins only where there are attributes with a name of ours.
            foreach (var type in tree.GetRoot().DescendantNodes(n => n is not BlockSyntax).OfType<TypeDeclarationSyntax>())
            {
                var lists = type.AttributeLists.Concat(type.Members.OfType<MethodDeclarationSyntax>().SelectMany(m => m.AttributeLists));
                if (!lists.SelectMany(l => l.Attributes).Any(a => MayBeOurs(a.Name)))
                    continue;
                model ??= project.Compilation.GetSemanticModel(tree);
                if (model.GetDeclaredSymbol(type) is not INamedTypeSymbol symbol || !types.Add(symbol))
                    continue;
                if (AttributeNames.On(symbol).Count > 0 && IsWanted(symbol))
                    yield return symbol;
                foreach (var method in symbol.GetMembers().OfType<IMethodSymbol>().Where(m => AttributeNames.On(m).Count > 0 && IsWanted(m)))
                    yield return method;
            }
        }

        bool IsWanted(ISymbol symbol) => project.OnlyFile is null
            || AttributeNames.On(symbol)[0].ApplicationSyntaxReference!.SyntaxTree.FilePath == project.OnlyFile;
    }

    /// <summary>Aliases of attributes are not looked through here; they are as rare as they are confusing.</summary>
    private static bool MayBeOurs(NameSyntax name)
    {
        string last = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => string.Empty,
        };
        return Families.Knows(last) || last.EndsWith("Attribute", StringComparison.Ordinal) && Families.Knows(last[..^"Attribute".Length]);
    }

    private Schedule? Read(ISymbol symbol, LoadedProject project)
    {
        if (DeclarationParser.Parse(symbol, project.Compilation, CancellationToken.None) is not { } parsed)
            return null;
        var attributes = AttributeNames.On(symbol);
        var schedule = At(symbol, project) with { Declaration = parsed.Declaration, StepName = parsed.Declaration?.StepName ?? "step" };
        var errors = parsed.Errors.ToList();
        if (parsed.Declaration is not { } declaration)
            return schedule with { Errors = errors.Count > 0 ? Problems(errors) : [.. OfCompiler(attributes, project.Compilation).Select(Problem)] };
        var lowered = ScheduleLowering.Lower(declaration);
        errors.AddRange(lowered.Errors);
        var compiler = declaration.Compiles ? [] : OfCompiler(attributes, project.Compilation);
        if (compiler.Count > 0 || errors.Any(e => !e.IsWarning) || lowered is { Curve: null, Machine: null })
        {
            var own = Problems(errors.Where(e => !e.IsWarning));
            return schedule with { Errors = [.. compiler.Select(Problem), .. own, .. ElsewhereIfNone(compiler.Count + own.Count)] };
        }

        var (complete, open) = values.Apply(schedule.Name, declaration);
        if (open.Count > 0)
            return schedule with { Lowered = lowered, Needs = open, Machine = lowered.Machine };
        var valued = ScheduleLowering.Lower(complete);
        // A value that run time would refuse is an error here, at the attribute that takes it.
        if (valued is { Curve: null, Machine: null })
            return schedule with { Errors = Problems(valued.Errors.Where(e => !e.IsWarning)) };
        var curves = new List<QuantityCurve>();
        if (valued.Curve is { IsConstant: true } curve)
            curves.Add(new QuantityCurve(valued.First, curve));
        curves.AddRange(valued.Others.Where(o => o.Curve.IsConstant).Select(o => new QuantityCurve(o.Quantity, o.Curve)));
        return schedule with { Declaration = complete, Lowered = valued, Machine = valued.Machine, Curves = curves };

        IReadOnlyList<Problem> Problems(IEnumerable<ScheduleError> of) =>
            [.. of.Select(e => ScheduleDiagnostic.Create(e, symbol, CancellationToken.None)).Select(Problem)];

        // A declaration that it uses has the error, which is reported there.
        static IEnumerable<Problem> ElsewhereIfNone(int known) => known > 0 ? [] : [new Problem(string.Empty, "a declaration that it uses has errors")];
    }

    /// <summary>What is to be seen of a target without reading it.</summary>
    private static Schedule At(ISymbol symbol, LoadedProject project)
    {
        var attributes = AttributeNames.On(symbol);
        var first = attributes[0].ApplicationSyntaxReference!;
        var place = first.SyntaxTree.GetLineSpan(first.Span);
        return new Schedule
        {
            Name = symbol.ToDisplayString(NameFormat),
            File = place.Path,
            Line = project.Assembly is null ? place.StartLinePosition.Line + 1 : 0,
            Words = "[" + string.Join(", ", attributes.Select(a => a.ApplicationSyntaxReference!.GetSyntax().ToString())) + "]",
            Kind = symbol is IMethodSymbol ? "method" : symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } ? "optimizer" : "struct",
        };
    }

    /// <summary>What is said of a schedule on which the tool itself failed.</summary>
    public static Problem Failure(string what) => Problem(Descriptors.Failure(Location.None, what));

    private static Problem Problem(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture));

    /// <summary>What the compiler says of attributes that do not compile.</summary>
    internal static List<Diagnostic> OfCompiler(IEnumerable<AttributeData> attributes, Compilation compilation) =>
        [.. attributes.Select(a => a.ApplicationSyntaxReference!).SelectMany(r => compilation.GetSemanticModel(r.SyntaxTree).GetDiagnostics(r.Span))
            .Where(d => d.Severity == DiagnosticSeverity.Error).DistinctBy(d => (d.Id, d.Location.SourceSpan))];
}
