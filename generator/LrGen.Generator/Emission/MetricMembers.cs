using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Metrics;

namespace LrGen.Generator.Emission;

/// <summary>Writes the state of a struct that metrics drive, its rate or scale, and what a report does.</summary>
internal sealed class MetricMembers(SourceWriter writer, ScheduleDeclaration declaration, MetricTarget target)
{
    /// <summary>Where the declaration has errors, members that throw let the code that uses them compile.</summary>
    public void Write(MetricMachine? machine, string stub)
    {
        foreach (var property in target.State)
        {
            writer.Line("/// <summary>" + property.Summary + "</summary>");
            GeneratedCode.Mark(writer);
            writer.Line("public " + property.Type + " " + property.Name + " { get; set; }" + (declaration.NeedsInitializers ? " = default;" : string.Empty));
            writer.Line();
        }

        WriteValue(machine, stub);
        writer.Line();
        writer.Line("/// <inheritdoc cref=\"global::LrGen.IMetricDriven.Report(double)\"/>");
        GeneratedCode.Mark(writer);
        using (writer.Braces("public global::LrGen.MetricReport Report(double metric)"))
        {
            if (machine is null)
                writer.Line(stub);
            else
                WriteReport(machine);
        }
    }

    private void WriteValue(MetricMachine? machine, string stub)
    {
        writer.Line(target.IsAlone
            ? "/// <inheritdoc cref=\"global::LrGen.IMetricSchedule.Rate\"/>"
            : "/// <summary>Gets what the rates of the schedule are multiplied by until the next report.</summary>");
        GeneratedCode.Mark(writer);
        GeneratedCode.MarkNotSaved(writer, declaration.Framework);
        using (writer.Braces("public " + (declaration.IsReadOnly ? "readonly " : string.Empty) + "double " + target.Value))
        using (writer.Braces("get"))
        {
            if (machine is null)
            {
                writer.Line(stub);
                return;
            }

            var names = new NameScope(declaration.TakenNames);
            // The scale has no value of the user's in it until a report is made, which checks them.
            if (target.IsAlone)
                new CheckWriter(writer, machine.Checks, declaration.Framework).Write(names);
            writer.Line("return " + Value(new MetricBody(writer, target, declaration.Framework, names), machine) + ";");
        }
    }

    private void WriteReport(MetricMachine machine)
    {
        var names = new NameScope(declaration.TakenNames.Concat(["metric"]));
        new CheckWriter(writer, machine.Checks, declaration.Framework).Write(names);
        var body = new MetricBody(writer, target, declaration.Framework, names);
        writer.Line("double " + body.Current + " = " + Value(body, machine) + ";");
        writer.Line("bool " + body.IsNumber + " = !double.IsNaN(metric) && !double.IsInfinity(metric);");
        writer.Line("global::LrGen.MetricReport " + body.Result + " = " + body.IsNumber + " ? " + MetricBody.Flag("None") + " : " + MetricBody.Flag("NotFinite") + ";");
        machine.WriteReport(body);
        writer.Line();
        body.WriteFloor(machine);
        writer.Line("return " + body.Result + ";");
    }

    private string Value(MetricBody body, MetricMachine machine) => "Changes == 0 ? " + body.Code(machine.Initial) + " : " + target.Kept;
}
