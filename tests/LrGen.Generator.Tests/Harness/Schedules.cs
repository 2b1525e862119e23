using System.Reflection;
using System.Text;
using LrGen.Reference;
using Microsoft.CodeAnalysis;

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
        Reference = new ReferenceSchedule(Of(method), others: name => Of(method.DeclaringType!.GetMethod(name)!));

        static IReadOnlyList<Attribute> Of(MethodInfo declaration) => [.. declaration.GetCustomAttributes().Where(a => a.GetType().Namespace == "LrGen")];
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
    /// <param name="declarations">
    /// The attributes of each; those of other declarations that they name stand before, as <c>A: Constant(1); B: Use("A"); Sum("A", "B")</c>.
    /// </param>
    /// <param name="options">The consumer's project.</param>
    public static IReadOnlyList<CompiledSchedule> Compile(IReadOnlyList<string> declarations, ConsumerOptions? options = null)
    {
        var source = new StringBuilder();
        for (int i = 0; i < declarations.Count; i++)
        {
            string[] parts = declarations[i].Split("; ");
            source.AppendLine($"public static partial class C{i} {{");
            foreach (string other in parts[..^1])
                source.AppendLine($"[{other[(other.IndexOf(':') + 1)..]}] public static partial double {other[..other.IndexOf(':')]}(long step);");
            source.AppendLine($"[{parts[^1]}] public static partial double M(long step);");
            source.AppendLine($"[{parts[^1]}] public readonly partial struct S {{ }} }}");
        }

        var generated = Generated.From(source.ToString(), options);
        for (int i = 0; i < declarations.Count; i++)
        {
            var methods = generated.Compilation.GetTypeByMetadataName($"C{i}")!.GetMembers().OfType<IMethodSymbol>();
            var errors = methods.SelectMany(m => Analyzers.ScheduleAnalyzer.Errors(m, generated.Compilation, default)).Where(e => !e.IsWarning).ToList();
            if (errors.Count > 0)
                throw new ArgumentException($"[{declarations[i]}]: {string.Join("; ", errors.Select(e => e.Problem + " " + string.Join(", ", e.Details)))}");
        }

        var assembly = generated.Load();
        return [.. declarations.Select((text, i) => new CompiledSchedule(
            text, assembly.GetType($"C{i}")!.GetMethod("M")!, (ISchedule)Activator.CreateInstance(assembly.GetType($"C{i}+S")!)!))];
    }

    public static CompiledSchedule Compile(string declaration) => Compile([declaration])[0];
}
