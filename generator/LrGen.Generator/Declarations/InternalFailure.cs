using System.Diagnostics;
using System.Reflection;

namespace LrGen.Generator.Declarations;

/// <summary>
/// Keeps a mistake of LrGen's own in the declaration that brings it to light. An exception that left the generator would take all
/// generated code of the project with it (CS8785), and one that left an analyzer would stop it (AD0001).
/// </summary>
internal static class InternalFailure
{
    /// <summary>The id under which a failure is reported, also where no analyzer can: in generated text.</summary>
    public const string Id = "LRG099";

    private const int LongestMessage = 200;

    /// <summary>The result of some work or, where it throws, what takes its place.</summary>
    /// <param name="work">What may fail.</param>
    /// <param name="failed">Takes what threw, in words.</param>
    public static T Contain<T>(Func<T> work, Func<string, T> failed)
    {
        try
        {
            return work();
        }
        // Who cancels wants neither the result nor an error.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return failed(Describe(exception));
        }
    }

    /// <summary>Does something, and takes what threw, in words.</summary>
    public static void Contain(Action work, Action<string> failed) => Contain<object?>(
        () =>
        {
            work();
            return null;
        },
        what =>
        {
            failed(what);
            return null;
        });

    /// <summary>The error of a declaration on which LrGen failed, at its first attribute.</summary>
    public static ScheduleError Error(string what) => ScheduleError.AtAttribute(ScheduleProblem.InternalFailure, 0, what);

    /// <summary>What threw and where, on one line: as much as a report needs to be of use.</summary>
    public static string Describe(Exception exception)
    {
        string message = string.Join(" ", exception.Message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        if (message.Length > LongestMessage)
            message = message.Substring(0, LongestMessage) + "…";
        return exception.GetType().Name + Place(exception) + ": " + message.TrimEnd('.');
    }

    /// <summary>The innermost method of LrGen's that the exception went through.</summary>
    private static string Place(Exception exception)
    {
        var method = new StackTrace(exception, fNeedFileInfo: false).GetFrames()?.Select(f => f.GetMethod())
            .FirstOrDefault(m => m?.DeclaringType?.Namespace?.StartsWith(AttributeNames.Namespace, StringComparison.Ordinal) == true);
        if (method is null)
            return string.Empty;
        var type = method.DeclaringType!;
        // Lambdas and iterators lie in types of the compiler's, named <Method>b__0 and <Method>d__1.
        string name = Plain(method) ?? Plain(type) ?? method.Name;
        while (type.DeclaringType is { } outer && type.Name.StartsWith("<", StringComparison.Ordinal))
            type = outer;
        return " in " + type.Name + "." + name;

        static string? Plain(MemberInfo member) =>
            member.Name.StartsWith("<", StringComparison.Ordinal) && member.Name.IndexOf('>') is > 1 and var end ? member.Name.Substring(1, end - 1) : null;
    }
}
