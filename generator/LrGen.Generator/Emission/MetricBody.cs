using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Metrics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>Writes the statements of a report, with what the families have in common.</summary>
internal sealed class MetricBody(SourceWriter writer, MetricTarget target, TargetFramework framework, NameScope names)
{
    private readonly ScalarPrinter _printer = new(framework);

    /// <summary>The local variable of the rate or scale.</summary>
    public string Current { get; } = names.Unique("current");

    /// <summary>The local variable of the result.</summary>
    public string Result { get; } = names.Unique("report");

    /// <summary>The local variable that says whether the metric is finite.</summary>
    public string IsNumber { get; } = names.Unique("isNumber");

    /// <summary>The metric of the report itself.</summary>
    public Judged Reported => new("metric", IsNumber);

    public static string Flag(string name) => "global::LrGen.MetricReport." + name;

    /// <summary>A name for a local variable.</summary>
    public string Name(string wanted) => names.Unique(wanted);

    public void Line(string text = "") => writer.Line(text);

    public void Inside(string text)
    {
        using (writer.Indented())
            writer.Line(text);
    }

    public SourceWriter.Block Braces(string header) => writer.Braces(header);

    /// <summary>A number as an expression of type double.</summary>
    public string Code(Scalar scalar) => _printer.Print(new FormulaBuilder(names).Scalar(scalar));

    /// <summary>A number as a factor or divisor.</summary>
    public string Operand(Scalar scalar) => scalar is BinaryScalar ? "(" + Code(scalar) + ")" : Code(scalar);

    /// <summary>A whole number that an integer is compared with.</summary>
    public string Count(Scalar scalar) => scalar.Constant is { } known ? NumberText.Integer(known.Floor()) : Code(scalar);

    /// <summary>A whole number as an integer.</summary>
    public string Integer(Scalar scalar) => scalar.Constant is null ? "(int)(" + Code(scalar) + ")" : Count(scalar);

    /// <summary>Adds a flag to the result.</summary>
    public void Add(string flag) => Line(Result + " |= " + Flag(flag) + ";");

    /// <inheritdoc cref="Add"/>
    public void AddInside(string flag)
    {
        using (writer.Indented())
            Add(flag);
    }

    /// <summary>Counts up, but not beyond what an int holds.</summary>
    public void Increment(string counter)
    {
        Line("if (" + counter + " < int.MaxValue)");
        Inside(counter + "++;");
    }

    /// <summary>The statement after an if without braces.</summary>
    public void IncrementInside(string counter) => Inside(counter + " += " + counter + " < int.MaxValue ? 1 : 0;");

    /// <summary>Makes a reduction unless it is too small.</summary>
    public void WriteReduction(MetricMachine machine)
    {
        string reduced = Name("reduced");
        Line("double " + reduced + " = " + Reduced(machine) + ";");
        using (Braces("if (" + Current + " - " + reduced + " > " + Code(machine.Epsilon) + ")"))
            Change(reduced, "Reduced");
    }

    /// <summary>Takes over another rate or scale.</summary>
    public void Change(string next, string flag)
    {
        Line(Current + " = " + next + ";");
        Line(target.Kept + " = " + next + ";");
        Increment("Changes");
        Add(flag);
    }

    /// <summary>Goes back to the initial rate or scale.</summary>
    public void Restart(MetricMachine machine)
    {
        Line(Current + " = " + Code(machine.Initial) + ";");
        Line(target.Kept + " = 0.0;");
        Line("Changes = 0;");
    }

    /// <summary>Says whether the end is reached.</summary>
    public void WriteFloor(MetricMachine machine)
    {
        Line("if (" + Current + " - " + Reduced(machine) + " <= " + Code(machine.Epsilon) + ")");
        AddInside("AtFloor");
    }

    private string Reduced(MetricMachine machine)
    {
        string product = Current + " * " + Operand(machine.Factor);
        return machine.Floor.IsZero ? product : "global::System.Math.Max(" + product + ", " + Code(machine.Floor) + ")";
    }
}
