using System.Reflection;
using System.Runtime.CompilerServices;
using LrGen.Peers.Tests;
using Xunit.v3;

[assembly: WithoutFinalizers]

namespace LrGen.Peers.Tests;

/// <summary>
/// A region in which the finalizer thread waits. TorchSharp 0.107 turns the numbers of <c>tensor.add_(1e-8)</c> into scalars, gives libtorch
/// their native handles and refers to them no more, so that a collection during the call frees them under libtorch's hands
/// (<see href="https://github.com/dotnet/TorchSharp/pull/1434"/> is to dispose of them instead). What libtorch then reads is of no known
/// type, "Expected false to be true", or, worse, another number. Collections are free to run here; they free nothing native.
/// </summary>
internal static class HeldFinalizers
{
    /// <summary>TorchSharp waits for finalizers itself where libtorch has refused a call; that test is then slow, not stuck.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    private static readonly Lock s_lock = new();

    private static int s_regions;

    private static Holder? s_holder;

    /// <summary>Enters a region; they can overlap on several threads.</summary>
    public static void Enter()
    {
        lock (s_lock)
        {
            if (s_regions++ > 0)
                return;
            Holder holder = s_holder = new();
            Forget(holder);
            while (!holder.Held.Wait(10))
                GC.Collect();
        }
    }

    /// <summary>Leaves a region.</summary>
    public static void Exit()
    {
        lock (s_lock)
        {
            if (--s_regions == 0)
                s_holder!.Released.Set();
        }
    }

    /// <summary>Makes garbage whose finalizer waits for the release.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(Holder holder) => _ = new Garbage(holder);

    private sealed class Holder
    {
        public ManualResetEventSlim Held { get; } = new();

        public ManualResetEventSlim Released { get; } = new();
    }

    private sealed class Garbage(Holder holder)
    {
        ~Garbage()
        {
            holder.Held.Set();
            holder.Released.Wait(s_longest);
        }
    }
}

/// <summary>Runs each test of the assembly in a region without finalizers.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class WithoutFinalizersAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Holds(methodUnderTest))
            HeldFinalizers.Enter();
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Holds(methodUnderTest))
            HeldFinalizers.Exit();
    }

    private static bool Holds(MethodInfo test) => !test.DeclaringType!.IsDefined(typeof(FinalizersRunAttribute), inherit: false);
}

/// <summary>Marks tests of what finalizers do; they run alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FinalizersRunAttribute : Attribute;
