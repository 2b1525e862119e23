using System.Globalization;
using System.Reflection;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Tool.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Tool.Schedules;

/// <summary>
/// The rates that generated code gives, to the bit: the generator writes the code of each curve, as it does in the project, and it is compiled
/// and called. The exact value of a curve, rounded once, can differ in the last bits.
/// </summary>
internal sealed class CompiledRates
{
    private readonly Dictionary<QuantityCurve, Func<long, double>> _rates = new(ReferenceEqualityComparer.Instance);

    public CompiledRates(IEnumerable<Schedule> schedules)
    {
        var curves = schedules.Where(s => s.Declaration is not null).SelectMany(s => s.Curves.Select(c => (s.Declaration, Curve: c))).ToList();
        var writer = new SourceWriter();
        using (writer.Braces("public static class Rates"))
        {
            for (int i = 0; i < curves.Count; i++)
            {
                var (declaration, curve) = curves[i];
                using (writer.Braces("public static " + Keyword(declaration!.Method?.ReturnType) + " " + Name(i) + "(long step)"))
                {
                    ScheduleBody.Write(writer, declaration with { TakenNames = EquatableArray<string>.Empty }, curve.Curve, [], "step", StepType.Int64,
                        declaration.Method?.ReturnType ?? RateType.Double);
                }
            }
        }

        var type = Load(writer.ToString()).GetType("Rates")!;
        for (int i = 0; i < curves.Count; i++)
            _rates.Add(curves[i].Curve, Caller(type.GetMethod(Name(i))!));
    }

    /// <summary>The rate at a step; NaN where the schedule throws.</summary>
    public double At(QuantityCurve curve, long step)
    {
        try
        {
            return _rates.TryGetValue(curve, out var rate) ? rate(step) : curve.At(step);
        }
        catch (ArgumentOutOfRangeException)
        {
            return double.NaN;
        }
    }

    private static string Name(int number) => "Rate" + number.ToString(CultureInfo.InvariantCulture);

    private static string Keyword(RateType? type) => type switch
    {
        RateType.Single => "float",
        RateType.Half => "global::System.Half",
        _ => "double",
    };

    private static Func<long, double> Caller(MethodInfo method)
    {
        if (method.ReturnType == typeof(double))
            return method.CreateDelegate<Func<long, double>>();
        if (method.ReturnType == typeof(float))
        {
            var single = method.CreateDelegate<Func<long, float>>();
            return step => single(step);
        }

        var half = method.CreateDelegate<Func<long, Half>>();
        return step => (double)half(step);
    }

    private static Assembly Load(string source)
    {
        var compilation = CSharpCompilation.Create(
            "LrGen.Tool.Rates", [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))], References.Default,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException("The generated code does not compile: " + result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error));
    }
}
