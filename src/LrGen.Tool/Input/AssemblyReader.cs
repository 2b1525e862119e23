using System.Globalization;
using System.Text;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Tool.Input;

/// <summary>
/// Writes the declarations of a built assembly as the source that they were, from the attributes in its metadata, so that they are read by
/// the one parser there is. What metadata does not keep is which arguments were left out: those that have their default count as that.
/// </summary>
internal sealed class AssemblyReader
{
    private const string Library = AttributeNames.Namespace;

    private static readonly SymbolDisplayFormat s_types = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly StringBuilder _text = new("using " + Library + ";\n");
    private readonly HashSet<INamedTypeSymbol> _named = new(SymbolEqualityComparer.Default);

    private static readonly TimeSpan s_mostTime = TimeSpan.FromSeconds(4);

    /// <summary>A damaged or hostile assembly can name itself without end; one that is neither takes a hundredth of these.</summary>
    private const long MostBytes = 512 << 20;

    public static LoadedProject Load(string path)
    {
        try
        {
            return Bounded.Run(() => LoadHere(path), s_mostTime, MostBytes, "Reading '" + path + "', which may be damaged,");
        }
        catch (Exception e) when (e is not (ToolException or IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            // The compiler trusts the tables of an assembly, and throws what comes of it where they are wrong.
            throw new ToolException("'" + path + "' is damaged, or no .NET assembly: " + e.Message);
        }
    }

    private static LoadedProject LoadHere(string path)
    {
        using var file = InputFile.Open(path, InputFile.MostData);
        var reference = MetadataReference.CreateFromStream(file);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All);
        string name = Path.GetFileNameWithoutExtension(path);
        var metadata = CSharpCompilation.Create(name + ".Metadata", references: References.Default.Append(reference), options: options);
        if (metadata.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly || metadata.GetDiagnostics().Any(d => d.Id is "CS0009" or "CS0006"))
            throw new ToolException("'" + path + "' is no .NET assembly.");
        var tree = CSharpSyntaxTree.ParseText(
            new AssemblyReader().Write(assembly), new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None), path, Encoding.UTF8);
        return new LoadedProject
        {
            Name = name,
            Compilation = CSharpCompilation.Create(
                name, [tree], References.Default, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)),
            Options = new AnalyzerOptions([]),
            Assembly = path,
        };
    }

    private string Write(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes().Where(IsOurs))
            _text.Append("[assembly: ").Append(Text(attribute)).Append("]\n");
        var types = Types(assembly.GlobalNamespace).ToList();
        foreach (var type in types.SelectMany(Nested))
        {
            foreach (var attribute in type.GetAttributes().Concat(type.GetMembers().SelectMany(m => m.GetAttributes())).Where(IsOurs))
            {
                if (attribute.NamedArguments.FirstOrDefault(n => n.Key == "In").Value.Value is INamedTypeSymbol named)
                    _named.Add(named);
            }
        }

        foreach (var type in types.Where(HasTargets))
        {
            string space = type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString();
            _text.Append(space.Length > 0 ? "namespace " + space + "\n{\n" : string.Empty);
            Write(type);
            _text.Append(space.Length > 0 ? "}\n" : string.Empty);
        }

        return _text.ToString();
    }

    private void Write(INamedTypeSymbol type)
    {
        WriteAttributes(type);
        string keyword = type.TypeKind switch { TypeKind.Struct => "struct", TypeKind.Interface => "interface", _ => "class" };
        _text.Append((type.IsStatic ? "static " : string.Empty) + "partial " + keyword + " " + type.Name + TypeParameters(type.TypeParameters) + "\n{\n");
        bool isTarget = type.GetAttributes().Any(IsSchedule);
        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case IMethodSymbol method when method.GetAttributes().Any(IsSchedule):
                    WriteAttributes(method);
                    _text.Append(Signature(method, "partial ")).Append(";\n");
                    break;
                case IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary, Parameters.Length: 1 } formula
                    when formula.ReturnType.SpecialType is SpecialType.System_Double or SpecialType.System_Single && !formula.Name.Contains('<'):
                    _text.Append(Signature(formula, string.Empty)).Append(" => 0;\n");
                    break;
                case IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } property
                    when isTarget && !TargetChecks.IsGenerated(property) && !property.Name.Contains('.'):
                    _text.Append("public " + property.Type.ToDisplayString(s_types) + " " + Escape(property.Name) + " => default;\n");
                    break;
                case IFieldSymbol { IsStatic: false } field when isTarget && !TargetChecks.IsGenerated(field) && MemberName(field) is { } name:
                    _text.Append("public " + field.Type.ToDisplayString(s_types) + " " + Escape(name) + " => default;\n");
                    break;
                case INamedTypeSymbol nested when HasTargets(nested):
                    Write(nested);
                    break;
            }
        }

        _text.Append("}\n");
    }

    /// <summary>The compiler keeps a primary constructor's parameter x in a field &lt;x&gt;P; other names in brackets are its own.</summary>
    private static string? MemberName(IFieldSymbol field) => !field.Name.StartsWith('<') ? field.Name
        : field.Name.EndsWith(">P", StringComparison.Ordinal) ? field.Name[1..^2] : null;

    private void WriteAttributes(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes().Where(IsOurs))
            _text.Append('[').Append(Text(attribute)).Append("]\n");
    }

    private static string Signature(IMethodSymbol method, string modifier) => "public " + (method.IsStatic ? "static " : string.Empty) + modifier
        + method.ReturnType.ToDisplayString(s_types) + " " + Escape(method.Name) + TypeParameters(method.TypeParameters) + "("
        + string.Join(", ", method.Parameters.Select(p => p.Type.ToDisplayString(s_types) + " " + Escape(p.Name))) + ")";

    private static string Text(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.Name[..^"Attribute".Length];
        var arguments = new List<string>();
        var parameters = attribute.AttributeConstructor!.Parameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (!IsDefault(attribute.ConstructorArguments[i], parameters[i]))
                arguments.Add(parameters[i].Name + ": " + Text(attribute.ConstructorArguments[i]));
        }

        arguments.AddRange(attribute.NamedArguments.Select(n => n.Key + " = " + Text(n.Value)));
        return arguments.Count == 0 ? name : name + "(" + string.Join(", ", arguments) + ")";
    }

    private static bool IsDefault(TypedConstant value, IParameterSymbol parameter) => parameter.HasExplicitDefaultValue
        ? value.Kind != TypedConstantKind.Array && Equals(value.Value, parameter.ExplicitDefaultValue)
        : parameter.IsParams && value.IsNull;

    private static string Text(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Array } => "new " + ((IArrayTypeSymbol)constant.Type!).ElementType.ToDisplayString(s_types)
            + "[] { " + string.Join(", ", constant.Values.Select(Text)) + " }",
        { Kind: TypedConstantKind.Enum } => Member(constant),
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => "typeof(" + type.ToDisplayString(s_types) + ")",
        { Value: double number } => NumberText.Shortest(number) is var text && double.IsFinite(number) ? text : NumberText.Literal(number),
        { Value: bool flag } => flag ? "true" : "false",
        { Value: string text } => SymbolDisplay.FormatLiteral(text, quote: true),
        _ => Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!,
    };

    private static string Member(TypedConstant constant)
    {
        string type = Library + "." + constant.Type!.Name;
        var member = constant.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => Equals(f.ConstantValue, constant.Value));
        return member is null ? "(" + type + ")(" + Convert.ToString(constant.Value, CultureInfo.InvariantCulture) + ")" : type + "." + member.Name;
    }

    private bool HasTargets(INamedTypeSymbol type) => Nested(type).Any(t =>
        _named.Contains(t) || t.GetAttributes().Any(IsSchedule) || t.GetMembers().Any(m => m is IMethodSymbol && m.GetAttributes().Any(IsSchedule)));

    private static bool IsSchedule(AttributeData attribute) => AttributeNames.ShortName(attribute.AttributeClass) is not null;

    private static bool IsOurs(AttributeData attribute) => IsSchedule(attribute) || attribute.AttributeClass is
    {
        Name: "TrainingAttribute", ContainingNamespace: { Name: Library, ContainingNamespace.IsGlobalNamespace: true },
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(Nested).Prepend(type);

    private static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        string names = string.Join(", ", parameters.Select(p => Escape(p.Name)));
        return names.Length == 0 ? names : "<" + names + ">";
    }

    private static string Escape(string name) => DeclarationParser.Escape(name);
}
