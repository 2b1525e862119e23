using System.Reflection;
using System.Reflection.Emit;
using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>Generated code costs nothing but arithmetic: no allocation, no boxing, no virtual or delegate call, no call of LrGen's.</summary>
public sealed class CostTests
{
    public static TheoryData<string> Names => [.. Samples.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_IL_neither_allocates_nor_boxes_nor_calls_virtually(string name)
    {
        var assembly = Generated.From((Samples.Named(name).HasHalf ? "using System;\n" : "") + Samples.Named(name).Source).Load();
        var methods = GeneratedMethods(assembly).ToList();
        Assert.NotEmpty(methods);
        foreach (var method in methods)
            Assert.Equal([], Costs(method));
    }

    [Theory]
    [InlineData("static object M(double d) => d;", "box")]
    [InlineData("static object M(double d) => new double[] { d };", "newarr")]
    [InlineData("static object M(double d) => new System.Text.StringBuilder();", "newobj")]
    [InlineData("static double M(ISchedule s) => s.At(1);", "callvirt")]
    [InlineData("static double M(double d) { System.Func<double> f = () => d; return f(); }", "callvirt")]
    public void The_check_sees_a_cost(string member, string cost)
    {
        var assembly = Generated.From($"public static class C {{ public {member} }}").Load();
        Assert.Contains(Costs(assembly.GetType("C")!.GetMethod("M")!), c => c.StartsWith(cost, StringComparison.Ordinal));
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        string[] declarations = [.. LongRun.Some(AccuracyTests.Families.Concat(AccuracyTests.Compositions).Select(f => f.Data.Item1), 6)];
        var schedules = ScheduleBatch.Compile(declarations);
        var buffer = new double[257];
        double sum = 0;
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated);
        Assert.True(sum > 0);

        before = GC.GetAllocatedBytesForCurrentThread();
        _ = new byte[100];
        Assert.NotEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            for (int i = 0; i < schedules.Count; i++)
            {
                var schedule = schedules[i];
                for (long step = -3; step < 3000; step += 7)
                    sum += schedule.At(step) + schedule.Struct.At(step);
                schedule.Struct.Fill(buffer, 0);
                sum += schedule.Struct.Peak + schedule.Struct.First + schedule.Struct.Last;
            }
        }
    }

    private static IEnumerable<MethodInfo> GeneratedMethods(Assembly assembly)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in assembly.GetTypes())
        {
            foreach (var method in type.GetMethods(All))
            {
                var owner = (MemberInfo?)type.GetProperties(All).FirstOrDefault(p => p.GetMethod == method) ?? method;
                if (owner.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is { Tool: "LrGen" })
                    yield return method;
            }
        }
    }

    /// <summary>The costly instructions, but for those that make an exception: what runs from a boxed value to a throw.</summary>
    private static List<string> Costs(MethodInfo method)
    {
        var costs = new List<string>();
        var pending = new List<string>();
        foreach (var instruction in IlReader.Read(method))
        {
            if (instruction.Code == OpCodes.Throw)
            {
                pending.RemoveAll(c => c.StartsWith("box", StringComparison.Ordinal) || c.Contains("Exception"));
            }
            else if (instruction.Code == OpCodes.Box || instruction.Code == OpCodes.Newarr || instruction.Code == OpCodes.Callvirt
                || instruction.Code == OpCodes.Calli || instruction.Code == OpCodes.Ldftn)
            {
                pending.Add($"{instruction.Code} in {method.DeclaringType!.Name}.{method.Name}");
            }
            else if (instruction.Code == OpCodes.Newobj)
            {
                var type = Resolve(method, instruction.Token).DeclaringType!;
                if (!type.IsValueType)
                    pending.Add($"newobj {type.Name} in {method.Name}");
            }
            else if (instruction.Code == OpCodes.Call && Resolve(method, instruction.Token) is { } called
                && called.DeclaringType!.Assembly == typeof(ISchedule).Assembly)
            {
                pending.Add($"call {called.Name} of LrGen in {method.Name}");
            }

            if (instruction.Code.FlowControl is FlowControl.Return or FlowControl.Throw)
            {
                costs.AddRange(pending);
                pending.Clear();
            }
        }

        return costs;
    }

    private static MethodBase Resolve(MethodInfo method, int token) => method.Module.ResolveMethod(
        token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null)!;
}
