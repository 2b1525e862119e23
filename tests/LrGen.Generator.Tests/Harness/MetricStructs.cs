using System.Text.Json;

namespace LrGen.Generator.Tests.Harness;

/// <summary>A generated struct that metrics drive, boxed, so that reports change the box.</summary>
public sealed class MetricStruct
{
    /// <summary>2^-25 as .NET 9 and 10 write it: one of two doubles that are read back as another (dotnet/runtime#131131).</summary>
    private const string WrongText = "2.980232238769531E-08";
    private const string RightText = "2.9802322387695312E-08";

    private IMetricDriven _box;

    internal MetricStruct(object box) => _box = (IMetricDriven)box;

    public Type Type => _box.GetType();

    /// <summary>The rate: of a struct with schedules that of step 0.</summary>
    public double Rate => _box is ISchedule schedule ? schedule.At(0) : ((IMetricSchedule)_box).Rate;

    public ISchedule Schedule => (ISchedule)_box;

    public object this[string property] => Type.GetProperty(property)!.GetValue(_box)!;

    public MetricReport Report(double metric) => _box.Report(metric);

    /// <summary>The state as JSON with the default options, which refuse NaN and infinities.</summary>
    public string Save() => JsonSerializer.Serialize(_box, Type).Replace(WrongText, RightText);

    /// <summary>Goes on with another copy.</summary>
    public void Load(string json) => _box = (IMetricDriven)JsonSerializer.Deserialize(json, Type)!;

    public MetricStruct Copy()
    {
        var copy = new MetricStruct(_box);
        copy.Load(Save());
        return copy;
    }

    /// <summary>A fresh struct.</summary>
    public MetricStruct Fresh() => new(Activator.CreateInstance(Type)!);

    /// <summary>Compiles structs with these attributes.</summary>
    public static IReadOnlyList<MetricStruct> Compile(IReadOnlyList<string> declarations)
    {
        var generated = Generated.From(string.Join("\n", declarations.Select((d, i) => $"[{d}] public partial struct S{i} {{ }}")));
        for (int i = 0; i < declarations.Count; i++)
        {
            var errors = Analyzers.ScheduleAnalyzer.Errors(generated.Compilation.GetTypeByMetadataName($"S{i}")!, generated.Compilation, default).ToList();
            Assert.True(errors.Count == 0, $"[{declarations[i]}]: {string.Join("; ", errors.Select(e => e.Problem + " " + string.Join(", ", e.Details)))}");
        }

        var assembly = generated.Load();
        return [.. declarations.Select((_, i) => new MetricStruct(Activator.CreateInstance(assembly.GetType($"S{i}")!)!))];
    }

    public static MetricStruct Compile(string declaration) => Compile([declaration])[0];
}
