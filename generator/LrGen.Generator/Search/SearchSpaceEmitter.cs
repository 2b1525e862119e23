using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Search;

/// <summary>Writes the source of one search space.</summary>
internal static class SearchSpaceEmitter
{
    private const string Stub = "throw new global::System.InvalidOperationException(\"The search space has errors; see the LRG diagnostics.\");";

    private const string Point = "global::LrGen.CompilerServices.SearchPoint";

    public static string Emit(SearchSpaceModel model) => InternalFailure.Contain(() => Write(model), what => InternalFailure.Contain(
        () => FailureNote.Of(what) + Write(model with { Dimensions = EquatableArray<DimensionModel>.Empty, HasErrors = true }), FailureNote.Alone));

    private static string Write(SearchSpaceModel model)
    {
        var writer = new SourceWriter();
        EnclosingTypes.WriteHead(writer, "CS1591");
        int last = model.Types.Count - 1;
        string self = model.Types[last].Name;
        using (EnclosingTypes.Open(writer, model.Namespace, model.Types.Take(last)))
        using (writer.Braces(EnclosingTypes.Declare(model.Types[last]) + " : global::LrGen.ISearchSpace<" + self + ">"))
            WriteMembers(writer, model, self);
        return writer.ToString();
    }

    private static void WriteMembers(SourceWriter writer, SearchSpaceModel model, string self)
    {
        var layout = GridLayout.Of(model.Dimensions);
        string definition = SymbolDisplay.FormatLiteral(string.Join("; ", model.Dimensions.Select(d => DefinitionText.Of(d, model.Dimensions))), quote: true);
        Property("string Definition", definition);
        Property("int DimensionCount", NumberText.Integer(model.Dimensions.Count));
        Property("long GridCount", NumberText.Integer(model.HasErrors ? 0 : layout.Size.Count) + "L");

        Mark(writer);
        using (writer.Braces("public static " + self + " Grid(long index)"))
        {
            if (model.HasErrors)
                writer.Line(Stub);
            else
                new GridBody(writer, model.Dimensions, layout, self).Write();
        }

        writer.Line();
        Method("Random(ulong seed, long index)", "FromPoint(" + Point + ".Random(seed, index))");
        Method("QuasiRandom(ulong seed, long index)", "FromPoint(" + Point + ".QuasiRandom(seed, index))");
        Mark(writer);
        using (writer.Braces("public readonly void Write(global::System.Text.Json.Utf8JsonWriter writer)"))
        {
            foreach (var dimension in model.Dimensions)
                writer.Line(JsonLine(dimension));
        }

        if (model.HasErrors)
            return;
        writer.Line();
        GeneratedCode.Mark(writer);
        using (writer.Braces("private static " + self + " FromPoint(" + Point + " point)"))
            WritePoint(writer, model.Dimensions, layout, self);

        void Property(string declaration, string value)
        {
            Mark(writer);
            writer.Line("public static " + declaration + " => " + (model.HasErrors ? Stub.TrimEnd(';') : value) + ";");
            writer.Line();
        }

        void Method(string declaration, string value)
        {
            Mark(writer);
            writer.Line("public static " + self + " " + declaration + " => " + (model.HasErrors ? Stub.TrimEnd(';') : value) + ";");
            writer.Line();
        }
    }

    private static void Mark(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        GeneratedCode.Mark(writer);
    }

    private static string JsonLine(DimensionModel dimension)
    {
        string name = SymbolDisplay.FormatLiteral(dimension.Name, quote: true), member = DeclarationParser.Escape(dimension.Name);
        return dimension.IsEnum ? "writer.WriteString(" + name + ", " + member + ".ToString());"
            : "writer.Write" + (dimension.Type is "string" ? "String" : dimension.Type is "bool" ? "Boolean" : "Number") + "(" + name + ", " + member + ");";
    }

    private static void WritePoint(SourceWriter writer, EquatableArray<DimensionModel> dimensions, GridLayout layout, string self)
    {
        var locals = new DimensionLocals(dimensions);
        for (int i = 0; i < dimensions.Count; i++)
        {
            var dimension = dimensions[i];
            string index = NumberText.Integer(i), points = NumberText.Integer(dimension.Points) + "L";
            if (layout.Parents.Contains(i))
            {
                string pick = "(int)point.Pick(" + index + ", " + points + ")";
                writer.Line("int " + locals.Choice(i) + " = " + (dimension.Parent < 0 ? pick : locals.Condition(dimension) + " ? " + pick + " : -1") + ";");
                writer.Line(dimension.Type + " " + locals.Value(i) + " = " + DimensionLocals.Chosen(dimension, locals.Choice(i)) + ";");
                continue;
            }

            string value = dimension.Kind switch
            {
                DimensionKind.Choice => DimensionLocals.Chosen(dimension, "point.Pick(" + index + ", " + points + ")"),
                DimensionKind.IntegerRange => DimensionLocals.Integer(dimension, "point.Pick(" + index + ", " + points + ")"),
                _ => Cast(dimension) + "point." + dimension.Kind + "(" + index + ", " + NumberText.Literal(dimension.Low) + ", "
                    + NumberText.Literal(dimension.High) + ", " + NumberText.Literal(Width(dimension)) + ")",
            };
            writer.Line(dimension.Type + " " + locals.Value(i) + " = "
                + (dimension.Parent < 0 ? value : locals.Condition(dimension) + " ? " + value + " : " + dimension.Default) + ";");
        }

        writer.Line("return new " + self + "(" + locals.Arguments + ");");
    }

    private static string Cast(DimensionModel dimension) => dimension.Type == "float" ? "(float)" : string.Empty;

    /// <summary>What a fraction is multiplied by.</summary>
    private static double Width(DimensionModel dimension)
    {
        Rational low = Rational.FromDouble(dimension.Low), high = Rational.FromDouble(dimension.High);
        return (dimension.Kind == DimensionKind.LogUniform ? Real.Log2(high / low, Real.Quick) : high - low).ToDouble();
    }
}
