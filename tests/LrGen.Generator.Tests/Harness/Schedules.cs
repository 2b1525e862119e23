using System.Reflection;
using System.Text;
using LrGen.Reference;

namespace LrGen.Generator.Tests.Harness;

/// <summary>A declaration that was compiled, beside the reference that judges it.</summary>
public sealed class CompiledSchedule
{
    private readonly Func<long, double> _method;

    internal CompiledSchedule(string attributes, MethodInfo method, ISchedule schedule)
    {
        Attributes = attributes;
        _method = method.CreateDelegate<Func<long, double>>();
        Struct = schedule;
        Reference = new ReferenceSchedule([.. method.GetCustomAttributes().Where(a => a.GetType().Namespace == "LrGen")]);
    }

    /// <summary>The attributes as written.</summary>
    public string Attributes { get; }

    /// <summary>The generated struct, boxed.</summary>
    public ISchedule Struct { get; }

    /// <summary>The independent evaluator, made from the same attributes.</summary>
    public ReferenceSchedule Reference { get; }

    /// <summary>Calls the generated method.</summary>
    public double At(long step) => _method(step);

    public override string ToString() => Attributes;
}

/// <summary>Compiles many declarations at once, each on a method and on a struct.</summary>
public static class ScheduleBatch
{
    public static IReadOnlyList<CompiledSchedule> Compile(IReadOnlyList<string> declarations, ConsumerOptions? options = null)
    {
        var source = new StringBuilder();
        for (int i = 0; i < declarations.Count; i++)
        {
            source.AppendLine($"[{declarations[i]}] public readonly partial struct S{i} {{ }}");
            source.AppendLine($"public static partial class C{i} {{ [{declarations[i]}] public static partial double M(long step); }}");
        }

        var generated = Generated.From(source.ToString(), options);
        for (int i = 0; i < declarations.Count; i++)
        {
            var method = generated.Compilation.GetTypeByMetadataName($"C{i}")!.GetMembers("M")[0];
            var errors = Analyzers.ScheduleAnalyzer.Errors(method, generated.Compilation, default).Where(e => !e.IsWarning).ToList();
            if (errors.Count > 0)
                throw new ArgumentException($"[{declarations[i]}]: {string.Join("; ", errors.Select(e => e.Problem + " " + string.Join(", ", e.Details)))}");
        }

        var assembly = generated.Load();
        return [.. declarations.Select((text, i) => new CompiledSchedule(
            text, assembly.GetType($"C{i}")!.GetMethod("M")!, (ISchedule)Activator.CreateInstance(assembly.GetType($"S{i}")!)!))];
    }

    public static CompiledSchedule Compile(string declaration) => Compile([declaration])[0];
}
